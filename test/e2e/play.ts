import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { findStep, nextStep } from '../../src/course/index.ts';
import type { StepRef } from '../../src/course/types.ts';
import type { Pack, Quiz, ShellBlock, Step } from '../../src/lesson/types.ts';
import { commandsOf } from '../../src/ui/block-commands.ts';
import { keys, type RunningProgram } from './program.ts';

/** Plays a step of the app by keys alone, as its lesson file says. The step is on the screen. home: where the learner's files are. */
export async function playStep(app: RunningProgram, pack: Pack, ref: StepRef, home: string): Promise<void> {
  const found = findStep(pack, ref);
  if (!found) throw new Error(`no such step: ${ref.lesson}/${ref.step}`);
  const { step } = found;
  switch (step.kind) {
    case 'reading':
      return turnPages(app);
    case 'run':
      return playRun(app, step);
    case 'exercise':
      return playExercise(app, step, join(home, 'workspace', ref.lesson));
    case 'quiz':
      return playQuiz(app, step.quiz);
  }
}

/** From a step that is done to the one after it; undefined at the end of the course. */
export async function goOn(app: RunningProgram, pack: Pack, ref: StepRef): Promise<StepRef | undefined> {
  const next = nextStep({ pack, steps: {} }, ref);
  if (!next) return undefined;
  app.type(keys.enter);
  await app.until(placeOf(pack, next));
  return next;
}

/** What the header says of a step. */
export function placeOf(pack: Pack, ref: StepRef): string {
  const found = findStep(pack, ref);
  if (!found) throw new Error(`no such step: ${ref.lesson}/${ref.step}`);
  const { lessonIndex, stepIndex, lesson } = found;
  return `${lessonIndex + 1}/${pack.lessons.length} - step ${stepIndex + 1}/${lesson.steps.length}`;
}

const passed = /✓ [Pp]assed/;

/** Enter turns the pages of a long text first, until it does what the step is for. */
export async function turnPages(app: RunningProgram): Promise<void> {
  for (;;) {
    await app.until(/Enter (read on|next|finish|run|check)/);
    if (!app.screen().includes('Enter read on')) return;
    const before = firstRows(app);
    app.type(keys.enter);
    await app.until(() => firstRows(app) !== before);
  }
}

/** Of the lesson: what stands beside it in a large window moves by itself. */
const firstRows = (app: RunningProgram): string =>
  app
    .rows()
    .slice(2, 8)
    .map((row) => row.slice(0, 60))
    .join();

async function playRun(app: RunningProgram, step: Step): Promise<void> {
  await turnPages(app);
  app.type(keys.enter);
  for (const block of step.runs) {
    if (block.kind === 'sh' && block.interactive) await typeInto(app, block);
  }
  await app.until(passed);
}

async function typeInto(app: RunningProgram, { stdin = '' }: ShellBlock): Promise<void> {
  await app.until('Enter send');
  for (const line of stdin.trimEnd().split('\n')) {
    app.type(line);
    app.type(keys.enter);
    // A background consumer shows what the producer sent.
    await app.until((screen) => screen.split(line).length > 1);
  }
  app.type(keys.ctrlD);
}

async function playExercise(app: RunningProgram, step: Step, files: string): Promise<void> {
  // What is to be mended has to be broken first.
  if (step.board) await app.until(`mended 0/${step.board.length}`, 120_000);
  // The step is on the screen a moment before its files are there, whole.
  for (const { name } of step.files) {
    await vi.waitFor(async () => expect(await readFile(join(files, name), 'utf8')).not.toBe(''), { timeout: 10_000 });
  }
  for (const block of step.solution) {
    switch (block.kind) {
      case 'file':
        // In an editor of the learner's own.
        await writeFile(join(files, block.name), block.crlf ? block.text.replaceAll('\n', '\r\n') : block.text);
        break;
      case 'sh':
      case 'http':
      case 'sql':
        for (const command of commandsOf(block)) await typeCommand(app, command);
    }
  }
  await app.until(passed);
}

/** Resolves when the command is over: a watch sees what it did before its tool has ended, and no other line runs until then. */
export async function typeCommand(app: RunningProgram, command: string): Promise<void> {
  app.type('/');
  await app.until('Enter run');
  app.type(command);
  app.type(keys.enter);
  await untilOver(app);
}

/** Until nothing runs any more. The prompt goes and the key to stop comes in one frame. */
export const untilOver = (app: RunningProgram): Promise<void> =>
  app.until((screen) => !/Enter (run|send) /.test(screen) && !screen.includes('Ctrl+C stop'));

async function playQuiz(app: RunningProgram, quiz: Quiz | undefined): Promise<void> {
  for (const [index, option] of (quiz?.options ?? []).entries()) {
    if (option.correct) app.type(String(index + 1));
  }
  app.type(keys.enter);
  await app.until(passed);
}
