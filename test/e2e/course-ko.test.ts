import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadCourse } from '../../src/commands/load-course.ts';
import { allSteps, keyOf } from '../../src/course/index.ts';
import { testHome } from '../support/broker.ts';
import { programPath } from './program.ts';

/** The checks look at what the program prints as well, so the course has to hold when the program speaks Korean. */

const pack = await loadCourse(fileURLToPath(new URL('../../lessons/', import.meta.url)));

let home: string;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  const made = await testHome();
  env = made.env;
  home = made.folders.home;
});
afterAll(async () => {
  await execa(process.execPath, [programPath, 'down'], { env, reject: false });
  await rm(home, { recursive: true, force: true, maxRetries: 5 });
});

it('the course is performed to its end in Korean', { timeout: 900_000 }, async () => {
  const args = [programPath, 'run', '--all', '--json', '--lang', 'ko', '--engine', 'native'];
  const { stdout } = await execa(process.execPath, args, { env, reject: false, stdin: 'ignore' });
  const { steps } = JSON.parse(stdout) as {
    readonly steps: readonly { readonly lesson: string; readonly step: string; readonly status: string }[];
  };
  expect(steps.filter(({ status }) => status !== 'passed')).toEqual([]);
  expect(steps.map(keyOf)).toEqual(allSteps(pack).map(keyOf));
  expect(stdout).toMatch(/[가-힣]/);
});
