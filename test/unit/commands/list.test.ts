import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listCommand, printMap } from '../../../src/commands/list.ts';
import { tempFolder } from '../../support/temp.ts';
import { lesson, pack, step } from '../course/support.ts';
import { done } from '../session/support.ts';
import { capture } from './support.ts';

const { out } = capture();

const lessons = fileURLToPath(new URL('../../../lessons/', import.meta.url));

const course = pack(
  lesson('topics', [step('create', { title: 'Create a topic' }), step('list'), step('delete')], {
    title: 'Topics',
    summary: 'Make topics.',
  }),
  lesson('groups', [step('join')]),
);

const broken = {
  index: 1,
  folder: '02-more',
  errors: [{ position: { path: '/p/02-more/lesson.md', line: 7, column: 3 }, message: 'Wrong.', excerpt: 'x' }],
};

describe('the course map', () => {
  it('shows a lesson that cannot be opened in its place', () => {
    printMap({ pack: { ...course, broken: [broken] }, steps: {} });
    const numbered = out()
      .split('\n')
      .filter((line) => /^\d/.test(line));
    expect(numbered).toEqual([
      '1  Topics  (topics)  0/3 steps',
      '2  02-more  cannot be opened: 1 error, the first at 02-more/lesson.md:7',
      expect.stringMatching(/^3 .*\(groups\)/),
    ]);
  });

  it('shows what is done, what comes next, and how to go on', () => {
    const records = done(['topics/create', 'topics/list']);
    const skipped = { ...records.steps['topics/list'], status: 'skipped' } as (typeof records.steps)['topics/list'];
    printMap({ pack: course, steps: { ...records.steps, 'topics/list': skipped } });
    const lines = out().split('\n');
    expect(lines[0]).toBe('Test');
    expect(lines).toContain('1  Topics  (topics)  2/3 steps');
    expect(lines).toContain('   Make topics. About 5 minutes.');
    const row = (key: string) => lines.find((each) => each.includes(`${key} `) && !each.startsWith('2'));
    expect(row('topics/create')).toMatch(/^ {3}✓ topics\/create +Create a topic$/);
    expect(row('topics/list')).toMatch(/^ {3}- .*\(skipped\)$/);
    expect(row('topics/delete')).toMatch(/^ {5}.*\(next\)$/);
    expect(row('groups/join')).toMatch(/^ {5}groups\/join +join$/);
    expect(out()).toContain('Next step: topics/delete');
    expect(out()).toContain('kafka-lessons run topics/delete');
  });

  it('goes on with the pack that was named', () => {
    printMap({ pack: course, steps: {} }, 'my packs/one');
    expect(out()).toContain("kafka-lessons run topics/create --pack 'my packs/one'   performs it");
    expect(out()).toContain("kafka-lessons check topics/create --pack 'my packs/one'   only looks");
  });

  it('has the titles in one column, however long the names of steps are', () => {
    const long = step('a-step-with-a-name-that-is-longer-than-any-other', { title: 'Long' });
    printMap({
      pack: pack(lesson('topics', [step('create', { title: 'Create' })]), lesson('groups', [long])),
      steps: {},
    });
    const column = (title: string) =>
      out()
        .split('\n')
        .find((line) => line.includes(` ${title}`))
        ?.indexOf(` ${title}`);
    expect(column('Create')).toBeGreaterThan(0);
    expect(column('Create')).toBe(column('Long'));
  });

  it('of a pack without steps has no next one', () => {
    printMap({ pack: pack(), steps: {} });
    expect(out()).toBe('Test\n');
  });
});

describe('list --json', () => {
  let home: string;
  const before = process.env['KAFKA_LESSONS_HOME'];
  beforeEach(async () => {
    home = await tempFolder();
    process.env['KAFKA_LESSONS_HOME'] = join(home, 'home');
    await writeFile(
      join(home, 'pack.yaml'),
      'format: 1\nname: mine\ntitle: { en: Mine }\nlanguages: [en]\nlessons: []\n',
    );
  });
  afterEach(async () => {
    if (before === undefined) delete process.env['KAFKA_LESSONS_HOME'];
    else process.env['KAFKA_LESSONS_HOME'] = before;
    await rm(home, { recursive: true, force: true });
  });

  it('is one document, and makes no file', async () => {
    const code = await listCommand({ color: false, json: true, pack: lessons });
    expect(code).toBe(0);
    expect(existsSync(join(home, 'home'))).toBe(false);
    const document = JSON.parse(out());
    expect(document.lessons.length).toBeGreaterThan(0);
    const [first] = document.lessons;
    expect(document.next).toBe(`${first.id}/${first.steps[0].id}`);
    expect(Object.keys(first)).toEqual(['id', 'title', 'summary', 'minutes', 'done', 'total', 'steps']);
    expect(first).toMatchObject({ done: 0, total: first.steps.length });
    expect(first.steps[0]).toEqual({
      id: expect.any(String),
      title: expect.any(String),
      kind: expect.stringMatching(/^(reading|run|exercise|quiz)$/),
      standing: 'open',
    });
    expect(first.steps[1].standing).toBe('locked');
  });

  it('is refused with every error where the pack has some', async () => {
    await writeFile(join(home, 'pack.yaml'), 'format: 1\nnome: mine\n');
    await expect(listCommand({ color: false, json: true, pack: home })).rejects.toMatchObject({ exitCode: 2 });
    expect(out()).toBe('');
  });
});
