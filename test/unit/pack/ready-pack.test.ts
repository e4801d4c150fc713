import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkCommand } from '../../../src/commands/load-course.ts';
import { loadPack } from '../../../src/lesson/load-pack.ts';
import { translatePack } from '../../../src/lesson/translate-pack.ts';
import { readReadyPack } from '../../../src/pack/ready-pack.ts';
import { writeReadyPacks } from '../../../src/pack/write-ready-packs.ts';

/** What the build makes of the course, and what the program reads of it. */

const longMs = 60_000;
const lessons = fileURLToPath(new URL('../../../lessons/', import.meta.url));
let work: string;
let folder: string;
let beside: URL;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'kafka-lessons-ready-'));
  folder = join(work, 'lessons');
  await cp(lessons, folder, { recursive: true });
  beside = pathToFileURL(`${work}/`);
  await writeReadyPacks(lessons, work);
}, longMs);

afterAll(() => rm(work, { recursive: true }));

it.each([
  ['en', undefined],
  ['ko', 'ko'],
] as const)(
  'is what reading the files brings, wherever the program is installed: %s',
  async (language, file) => {
    const read = await loadPack(folder, { checkCommand });
    if (!read.ok) throw new Error('the course has errors');
    expect(await readReadyPack(folder, file, beside)).toStrictEqual(
      await translatePack(read.pack, read.originals, language),
    );
  },
  longMs,
);

it('is not taken once a file is another', async () => {
  await appendFile(join(folder, '03-producer-and-consumer/lesson.ko.md'), '\n');
  expect(await readReadyPack(folder, undefined, beside)).toBeDefined();
  expect(await readReadyPack(folder, 'ko', beside)).toBeUndefined();
  await appendFile(join(folder, '03-producer-and-consumer/lesson.md'), '\n');
  expect(await readReadyPack(folder, undefined, beside)).toBeUndefined();
});

it('is not there without a build', async () => {
  expect(await readReadyPack(lessons)).toBeUndefined();
});
