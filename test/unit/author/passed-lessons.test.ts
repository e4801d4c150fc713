import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPassedLessons } from '../../../src/author/passed-lessons.ts';
import { lesson as lessonOf, step } from '../course/support.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kafka-lessons-unit-'));
  await mkdir(join(folder, 'lesson'));
  await writeFile(join(folder, 'lesson', 'lesson.md'), 'one');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const lesson = () => ({ ...lessonOf('topics', [step('a')]), path: join(folder, 'lesson', 'lesson.md') });
const open = (options: { readonly engine?: 'native' | 'docker'; readonly version?: string } = {}) =>
  openPassedLessons([lesson()], { cache: join(folder, 'cache'), engine: 'native', version: '1', ...options });

it('remembers a lesson that passed, for one engine and one version of the program', async () => {
  expect((await open()).has(lesson())).toBe(false);
  await (await open()).add(lesson());
  expect((await open()).has(lesson())).toBe(true);
  expect((await open({ engine: 'docker' })).has(lesson())).toBe(false);
  expect((await open({ version: '2' })).has(lesson())).toBe(false);
});

it('forgets it when it fails, and when any file of it changes', async () => {
  await (await open()).add(lesson());
  await (await open()).remove(lesson());
  expect((await open()).has(lesson())).toBe(false);
  await (await open()).add(lesson());
  await writeFile(join(folder, 'lesson', 'tries.yaml'), '[]');
  expect((await open()).has(lesson())).toBe(false);
});

it('remembers what was proved, not what an editor saved meanwhile', async () => {
  const before = await open();
  await writeFile(join(folder, 'lesson', 'lesson.md'), 'two');
  await before.add(lesson());
  expect((await open()).has(lesson())).toBe(false);
});
