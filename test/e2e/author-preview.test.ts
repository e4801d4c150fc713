import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { authorNewCommand } from '../../src/commands/author/new.ts';
import { testCache } from '../support/kafka-once.ts';
import { tempFolder } from '../support/temp.ts';
import { type RunningProgram, startProgram } from './program.ts';

/** `author preview` in a real terminal, on a pack of author new that is edited beside it. */
let folder: string;
let app: RunningProgram;
const lesson = () => join(folder, 'mine', '01-first', 'lesson.md');

/** Saves as many editors do: another file is put in the place of the old one. */
async function edit(change: (text: string) => string): Promise<void> {
  const text = await readFile(lesson(), 'utf8');
  const changed = change(text);
  expect(changed).not.toBe(text);
  await writeFile(`${lesson()}~`, changed);
  await rename(`${lesson()}~`, lesson());
}

beforeAll(async () => {
  folder = await tempFolder();
  await mkdir(join(folder, 'tmp'));
  const template = fileURLToPath(new URL('../../template', import.meta.url));
  await authorNewCommand(join(folder, 'mine'), { color: false }, template);
  const env = {
    ...process.env,
    TMPDIR: join(folder, 'tmp'),
    KAFKA_LESSONS_HOME: join(folder, 'home'),
    KAFKA_LESSONS_CACHE: testCache,
    KAFKA_LESSONS_ENGINE: 'native',
  };
  app = startProgram(['author', 'preview', join(folder, 'mine'), '--lang', 'en'], { env, columns: 200, rows: 40 });
});

afterAll(async () => {
  app?.dispose();
  await rm(folder, { recursive: true, force: true });
});

it('shows the lesson', () => app.until('Something to read'));

it('follows what is saved, to the step that was changed, although the steps before it are not done', async () => {
  await edit((text) => text.replace('What does a check look at?', 'Where does a check look?'));
  await app.until((screen) => screen.includes('Something to answer') && screen.includes('Where does a check look?'));
});

it('tells an error at its line, above the last version that could be read', async () => {
  await edit((text) => text.replace('  partitions: 3', '  partitions: three'));
  const line = (await readFile(lesson(), 'utf8')).split('\n').indexOf('  partitions: three') + 1;
  await app.until(`lesson.md:${line}:15`);
  expect(app.screen()).toContain('A whole number, 1 or more, is expected here.');
  expect(app.screen()).toContain('partitions: three');
  expect(app.screen()).toContain('Where does a check look?');
});

it('takes it away when it is mended', async () => {
  await edit((text) => text.replace('partitions: three', 'partitions: 3'));
  await app.until((screen) => !screen.includes('lesson.md:') && screen.includes('Where does a check look?'));
});

it('tells an error in tries.yaml as well', async () => {
  const tries = join(folder, 'mine', '01-first', 'tries.yaml');
  const text = await readFile(tries, 'utf8');
  await writeFile(tries, text.replace('says: The name of the topic', 'says: The topic of the name'));
  await app.until('No mistake of this step begins like this.');
  await writeFile(tries, text);
  await app.until((screen) => !screen.includes('No mistake of this step'));
});

it('performs for an exercise what it builds on, on an environment of its own', async () => {
  await edit((text) => text.replace('with three partitions.', 'with three partitions, not two.'));
  await app.until('with three partitions, not two.');
  await app.until('The step of this lesson before this one is performed for you.', 90_000);
  await app.until('no such topic', 60_000);
  await app.until((screen) => !screen.includes('performed for you'));
});

it('leaves nothing, and nothing in the home of its author', async () => {
  app.type('q');
  expect(await app.ended).toBe(0);
  expect(await readdir(join(folder, 'tmp'))).toEqual([]);
  expect(await readdir(folder)).not.toContain('home');
});
