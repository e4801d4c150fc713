import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { UserError } from '../../../src/errors.ts';
import { openProgress, readRecords, rememberedEngine } from '../../../src/progress/index.ts';
import { documentOf, open, recordsAt, temporaryHome, userErrorOf } from './support.ts';

const currentOf = (home: string): string => join(home, 'progress.json');
const previousOf = (home: string): string => join(home, 'progress.previous.json');
const damagedIn = (home: string): string[] => readdirSync(home).filter((name) => name.includes('damaged'));

describe('openProgress', () => {
  it('begins anew without a word where nothing is', async () => {
    const home = join(temporaryHome(), 'not', 'there', 'yet');
    const progress = await open(home);
    expect(progress.records).toEqual({ steps: {} });
    expect(progress.notices).toEqual([]);
    await progress.close();
    expect(readdirSync(home)).toEqual([]);
  });

  it('remembers records, engine and language, and the state before', async () => {
    const home = temporaryHome();
    const progress = await open(home);
    await progress.save(recordsAt('list'));
    await progress.save(recordsAt('create'));
    await progress.setEngine('native');
    await progress.setLanguage('en');
    expect(progress.records).toEqual(recordsAt('create'));
    await progress.close();
    expect(JSON.parse(readFileSync(currentOf(home), 'utf8'))).toEqual({
      version: 1,
      engine: 'native',
      language: 'en',
      packs: { course: recordsAt('create') },
    });
    expect(JSON.parse(readFileSync(previousOf(home), 'utf8'))).not.toHaveProperty('language');
    expect(readdirSync(home).sort()).toEqual(['progress.json', 'progress.previous.json']);
    const again = await open(home, false);
    expect(again).toMatchObject({ records: recordsAt('create'), engine: 'native', language: 'en', notices: [] });
    expect(await rememberedEngine(home)).toBe('native');
  });

  it('keeps other packs, and saves what is asked for without waiting', async () => {
    const home = temporaryHome();
    const other = await openProgress({ home, pack: 'other' }, { lock: true });
    void other.save(recordsAt('first'));
    await other.close();
    const progress = await open(home);
    for (let n = 0; n < 50; n++) void progress.save(recordsAt(`s-${n}`));
    await progress.close();
    expect(await readRecords(home, 'other')).toEqual(recordsAt('first'));
    expect(await readRecords(home, 'course')).toEqual(recordsAt('s-49'));
    expect(await readRecords(home, 'none')).toEqual({ steps: {} });
  });

  it('keeps only what belongs to the records', async () => {
    const home = temporaryHome();
    const progress = await open(home);
    const state = { ...recordsAt('list'), pack: { lessons: [] } };
    await progress.save(state);
    await progress.close();
    expect(await readRecords(home, 'course')).toEqual(recordsAt('list'));
  });

  it('without a lock changes nothing on the disk', async () => {
    const home = temporaryHome();
    const progress = await open(home, false);
    await progress.save(recordsAt('list'));
    expect(progress.records).toEqual(recordsAt('list'));
    await progress.close();
    expect(readdirSync(home)).toEqual([]);
  });
});

describe('a file that is not good', () => {
  const bad = '{"version": 1, "packs"';

  it('is moved aside, and the copy before it is used', async () => {
    const home = temporaryHome();
    writeFileSync(currentOf(home), bad);
    writeFileSync(previousOf(home), documentOf(recordsAt('list')));
    const progress = await open(home);
    expect(progress.records).toEqual(recordsAt('list'));
    const [aside = ''] = damagedIn(home);
    expect(aside).toMatch(/^progress\.damaged-[\dTZ-]+\.json$/);
    expect(readFileSync(join(home, aside), 'utf8')).toBe(bad);
    expect(progress.notices).toEqual([expect.stringContaining(aside)]);
    await progress.save(recordsAt('create'));
    await progress.close();
    expect(JSON.parse(readFileSync(previousOf(home), 'utf8')).packs.course).toEqual(recordsAt('list'));
  });

  it('is moved aside with its damaged copy, and told', async () => {
    const home = temporaryHome();
    writeFileSync(currentOf(home), bad);
    writeFileSync(previousOf(home), '');
    const progress = await open(home);
    expect(progress.records).toEqual({ steps: {} });
    expect(damagedIn(home)).toHaveLength(2);
    expect(progress.notices).toEqual([expect.stringContaining('begins anew')]);
    await progress.close();
  });

  it('is not touched by those who only look', async () => {
    const home = temporaryHome();
    writeFileSync(currentOf(home), bad);
    const { explanation } = await userErrorOf(readRecords(home, 'course'));
    expect(explanation.what).toContain('damaged');
    expect((await open(home, false)).notices).toHaveLength(1);
    expect(await rememberedEngine(home)).toBeUndefined();
    writeFileSync(previousOf(home), documentOf(recordsAt('list')));
    expect(await readRecords(home, 'course')).toEqual(recordsAt('list'));
    expect(readdirSync(home).sort()).toEqual(['progress.json', 'progress.previous.json']);
  });

  it('is replaced by the copy before it where it is missing, with a notice', async () => {
    const home = temporaryHome();
    writeFileSync(previousOf(home), documentOf(recordsAt('list')));
    const progress = await open(home);
    expect(progress.records).toEqual(recordsAt('list'));
    expect(progress.notices).toEqual([expect.stringContaining('kafka-lessons reset')]);
    await progress.close();
  });

  it('of a newer version is left as it is, and told', async () => {
    const home = temporaryHome();
    const newer = '{"version": 99}';
    writeFileSync(currentOf(home), newer);
    for (const look of [() => open(home), () => open(home, false), () => readRecords(home, 'course')]) {
      const { explanation } = await userErrorOf(look());
      expect(explanation.what).toContain('newer kafka-lessons');
    }
    expect(readFileSync(currentOf(home), 'utf8')).toBe(newer);
    expect(readdirSync(home)).toEqual(['progress.json']);
  });
});

describe('a folder that cannot be written to', () => {
  it('is told when saving fails, each time, and at the end', async () => {
    const home = join(temporaryHome(), 'home');
    const problems: UserError[] = [];
    const onProblem = (problem: UserError): void => void problems.push(problem);
    const progress = await openProgress({ home, pack: 'course' }, { lock: true, onProblem });
    rmSync(home, { recursive: true });
    writeFileSync(home, 'a file in its place');
    const problem = await userErrorOf(progress.save(recordsAt('list')));
    expect(problem.explanation.what).toBe('Progress cannot be saved.');
    expect(problem.explanation.why).toContain(home);
    expect(progress.records).toEqual(recordsAt('list'));
    expect(problems).toEqual([problem]);
    await userErrorOf(progress.close());
    rmSync(home);
    mkdirSync(home);
  });

  it('still lets the learner in, with a notice', async () => {
    const file = join(temporaryHome(), 'file');
    writeFileSync(file, '');
    const home = join(file, 'home');
    const progress = await open(home);
    expect(progress.notices).toEqual([expect.stringContaining('KAFKA_LESSONS_HOME')]);
    await progress.close();
  });
});
