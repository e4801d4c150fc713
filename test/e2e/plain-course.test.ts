import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allSteps, findStep, keyOf } from '../../src/course/index.ts';
import type { StepRef } from '../../src/course/types.ts';
import type { Step } from '../../src/lesson/types.ts';
import { commandsOf } from '../../src/ui/block-commands.ts';
import { keys, type RunningProgram } from './program.ts';
import { course, openStage, type Stage } from './stage.ts';

/** The first lessons, played line by line as a screen reader hears them, quit in the middle and gone on with. */

const lessons = course.lessons.slice(0, 3).map(({ id }) => id);
const steps = allSteps(course).filter(({ lesson }) => lessons.includes(lesson));
const middle = steps.findIndex(({ lesson, step }) => lesson === 'topics' && step === 'describe');
const longest = 300_000;
const deadlineMs = 60_000;

let stage: Stage;
let app: RunningProgram;
/** so much of what was written has been heard */
let heard = 0;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.remove());

/** Waits for a text in what was not heard yet, and hears up to its end. */
async function hear(text: string): Promise<void> {
  const found = (): number => app.written().indexOf(text, heard);
  await app
    .until(() => found() >= 0, deadlineMs)
    .catch((error: Error) => {
      throw new Error(`"${text}" was not said after:\n${app.written().slice(heard)}`, { cause: error });
    });
  heard = found() + text.length;
}

/** What is said of where a step is. */
function spokenPlaceOf(ref: StepRef): string {
  const found = findStep(course, ref);
  if (!found) throw new Error(`no such step: ${keyOf(ref)}`);
  const { lessonIndex, stepIndex, lesson } = found;
  return `lesson ${lessonIndex + 1} of ${course.lessons.length}, step ${stepIndex + 1} of ${lesson.steps.length}`;
}

const say = (line: string): void => app.type(line + keys.enter);

async function play(ref: StepRef, step: Step): Promise<void> {
  switch (step.kind) {
    case 'reading':
      return say('');
    case 'quiz':
      say((step.quiz?.options ?? []).flatMap(({ correct }, index) => (correct ? [index + 1] : [])).join(' '));
      break;
    case 'run':
      say('');
      for (const block of step.runs) {
        if (block.kind !== 'sh' || !block.interactive) continue;
        await hear('[every line you type is sent');
        for (const line of (block.stdin ?? '').trimEnd().split('\n')) {
          say(line);
          // Shown by the terminal; the program does not say it again.
          await hear(line);
        }
        // As lessons say it.
        app.type(keys.ctrlD);
      }
      break;
    case 'exercise':
      for (const block of step.solution) {
        if (block.kind === 'file') {
          await writeFile(join(stage.home, 'workspace', ref.lesson, block.name), block.text);
          continue;
        }
        for (const command of commandsOf(block)) say(`/${command}`);
      }
  }
  await hear('✓ Passed');
  await hear('[Enter');
  say('');
}

async function playAll(refs: readonly StepRef[]): Promise<void> {
  for (const ref of refs) {
    const found = findStep(course, ref);
    if (!found) throw new Error(`no such step: ${keyOf(ref)}`);
    await hear(spokenPlaceOf(ref));
    await hear('[');
    await play(ref, found.step);
  }
}

/** Nothing but lines: no sequence, no cursor that goes back. */
function expectOnlyLines(): void {
  expect(app.written()).not.toContain('\x1b');
  expect(app.written().replaceAll('\r\n', '\n')).not.toMatch(/[\r\b]/);
  expect(app.isAlternate()).toBe(false);
}

describe('lessons 01 to 03 in plain mode', () => {
  it('are played half way, and quit', { timeout: longest }, async () => {
    app = stage.start({ env: { INK_SCREEN_READER: '1' } });
    heard = 0;
    await playAll(steps.slice(0, middle));
    await hear(spokenPlaceOf(steps[middle] as StepRef));
    say('q');
    expect(await app.ended).toBe(0);
    await hear('You are at:');
    await hear('kafka-lessons down');
    expectOnlyLines();
  });

  it('go on there to their end', { timeout: longest }, async () => {
    app = stage.start({}, ['--plain']);
    heard = 0;
    await playAll(steps.slice(middle));
    const { stdout } = await stage.run(['list', '--json']);
    const done = (JSON.parse(stdout).lessons as { id: string; done: number; total: number }[]).slice(0, 3);
    expect(done.map(({ id, done, total }) => [id, total - done])).toEqual(lessons.map((id) => [id, 0]));
    await hear(spokenPlaceOf(allSteps(course)[steps.length] as StepRef));
    await hear('[');
    say('q');
    expect(await app.ended).toBe(0);
  });
});

describe('plain mode', () => {
  beforeAll(async () => void (await stage.run(['up'])));

  it('explains itself with ?, finds steps, and tells how Kafka looks', async () => {
    app = stage.start({}, ['--plain']);
    heard = 0;
    await hear('[Enter');
    say('?');
    await hear('the main action');
    say('l broker');
    await hear('1  Why Kafka, and a broker of your own');
    say('v');
    await hear('broker 1 up');
    expectOnlyLines();
  });

  it('stops what runs on Ctrl+C, and quits where nothing does', async () => {
    say('/kafka-console-consumer.sh --bootstrap-server localhost:9092 --topic orders');
    await hear('[x stops it');
    app.type(keys.ctrlC);
    await hear('stopped');
    await hear('[Enter');
    app.type(keys.ctrlC);
    expect(await app.ended).toBe(0);
    await hear('You are at');
    expectOnlyLines();
    expect(await stage.processes([await stage.brokerPid()])).toEqual([]);
  });
});
