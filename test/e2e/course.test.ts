import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCourse } from '../../src/commands/load-course.ts';
import { allSteps, findStep, keyOf } from '../../src/course/index.ts';
import type { StepRef } from '../../src/course/types.ts';
import { testHome } from '../support/broker.ts';
import { takeComposedPort } from '../support/composed-port.ts';
import { goOn, placeOf, playStep } from './play.ts';
import { keys, programPath, type RunningProgram, startProgram } from './program.ts';

/** The course, played to the end by keys alone in the built program, quit in the middle and gone on with. */

const pack = await loadCourse(fileURLToPath(new URL('../../lessons/', import.meta.url)));
const steps = allSteps(pack);
const middle = Math.floor(steps.length / 2);
/** Half a course is some forty steps, several of which start brokers. */
const longest = 600_000;

let home: string;
let env: NodeJS.ProcessEnv;
let app: RunningProgram | undefined;
let letGo: (() => void) | undefined;

beforeAll(async () => {
  const made = await testHome();
  env = made.env;
  home = made.folders.home;
});

afterAll(async () => {
  app?.dispose();
  await promisify(execFile)(process.execPath, [programPath, 'down'], { env });
  letGo?.();
  await rm(home, { recursive: true, force: true, maxRetries: 5 });
});

async function playAll(program: RunningProgram, refs: readonly StepRef[]): Promise<void> {
  for (const ref of refs) {
    if (findStep(pack, ref)?.lesson.owns.compose.length) letGo ??= await takeComposedPort();
    await program.until(placeOf(pack, ref));
    if (process.env['PLAY_LOG']) process.stderr.write(`${keyOf(ref)}\n`);
    await playStep(program, pack, ref, home);
    await goOn(program, pack, ref);
  }
}

describe('the course in a terminal', () => {
  it('is played half way at 80x24, and quit', { timeout: longest }, async () => {
    app = startProgram([], { env });
    await playAll(app, steps.slice(0, middle));
    app.type('q');
    expect(await app.ended).toBe(0);
    expect(app.isAlternate()).toBe(false);
    expect(app.screen()).toMatch(/You are at: +lesson \d+/);
    expect(app.screen()).toContain('kafka-lessons down');
    app.dispose();
  });

  it('goes on at the same step with the same broker, at 120x40, to the end', { timeout: longest }, async () => {
    app = startProgram([], { env, columns: 120, rows: 40 });
    await playAll(app, steps.slice(middle));
    app.type(keys.enter);
    await app.until(/finished|every lesson/i);
    app.type('q');
    expect(await app.ended).toBe(0);
    const progress = JSON.parse(await readFile(join(home, 'progress.json'), 'utf8'));
    const records = progress.packs[pack.name].steps as Record<string, { status: string }>;
    expect(steps.filter((ref) => records[keyOf(ref)]?.status !== 'passed')).toEqual([]);
  });
});
