import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programPath } from '../e2e/program.ts';
import { testCache } from '../support/kafka-once.ts';
import { tempFolder } from '../support/temp.ts';

/** The built `author test` on lessons with one thing wrong in each: it has to catch every one, and to leave nothing behind itself. */
const broken = fileURLToPath(new URL('broken', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await tempFolder();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs `author …`; the homes it makes are in `temp`, which has to be empty afterwards. */
async function author(...args: readonly string[]) {
  const temp = await mkdtemp(join(folder, 'tmp-'));
  const own = { TMPDIR: temp, KAFKA_LESSONS_CACHE: testCache, KAFKA_LESSONS_HOME: join(folder, 'home') };
  const child = execa(process.execPath, [programPath, 'author', ...args], {
    env: { ...process.env, ...own, KAFKA_LESSONS_ENGINE: 'native' },
    extendEnv: false,
    reject: false,
    cwd: folder,
  });
  return { child, temp };
}

describe('author test', () => {
  let stdout = '';
  let xml = '';

  beforeAll(async () => {
    const { child, temp } = await author('test', '--pack', broken, '--junit', 'result.xml');
    const ended = await child;
    stdout = ended.stdout;
    xml = await readFile(join(folder, 'result.xml'), 'utf8');
    expect(ended.exitCode).toBe(1);
    expect(await readdir(temp)).toEqual([]);
  });

  /** The lines of a step, or of a lesson, without its time. */
  const of = (place: string): string => {
    const lines = stdout.split('\n');
    const begin = lines.findIndex((line) => new RegExp(`^[✓✗] ${place} `).test(line));
    const length = lines.slice(begin + 1).findIndex((line) => !line.startsWith('    '));
    return lines
      .slice(begin, begin + 1 + length)
      .map((line) => line.replaceAll(/ {2,}(\S)/g, '  $1').replace(/ {2}[\d.]+ m?s$/, ''))
      .join('\n');
  };

  it('catches a check that holds before its step', () => {
    expect(of('early/there')).toContain('✗ there: fails before, passes after');
    expect(of('early/there')).toContain('passes although the step has not been performed: cluster');
    expect(of('early/sound')).toBe('✓ early/sound  fails before, passes after, twice');
  });

  it('catches a solution that does not solve it, and does not go on from there', () => {
    const lines = of('unsolved/paper');
    expect(lines).toContain('The step does not pass with its own commands:');
    expect(lines).toContain('topic papers');
    expect(lines).toContain('exit 0: kafka-topics.sh --bootstrap-server localhost:9092 --create --topic paper');
    expect(stdout).not.toContain('unsolved/after');
    expect(of('unsolved')).toBe('✓ unsolved  nothing left behind');
  });

  it('catches a mistake that is never told, and one that another hides', () => {
    const lines = of('untold/word');
    expect(lines).toContain('found     no mistake was told'.replaceAll(/ {2,}/g, '  '));
    expect(lines).toContain('another mistake was told: This sentence is told in place of the next one.');
    expect(lines).toContain('1 of 3 mistakes told');
    expect(lines).toContain('03-untold/tries.yaml:3:7');
  });

  it('catches what a lesson leaves behind', () => {
    expect(of('left/topic')).toBe('✓ left/topic  fails before, passes after, twice');
    expect(of('left')).toContain('This is still there after the lesson and what it owns was removed: topic forgotten');
  });

  it('catches a step that passes only once', () => {
    expect(of('once/topic')).toContain('✗ topic: passes again when the lesson is repeated');
    expect(of('once/topic')).not.toContain('✗ topic: fails before');
    expect(of('once/topic')).toContain("Topic 'only-once' already exists");
  });

  it('says how long each lesson took, and what failed as JUnit XML', () => {
    expect(stdout).toMatch(
      /Lessons\n✗ early .* s\n✗ unsolved .*\n✗ untold .*\n✗ left .*\n✗ once .*\n\nSlowest steps\n/,
    );
    expect(stdout).toMatch(/\n\d+ proved, 8 failed$/);
    expect(xml).toMatch(/<testsuites name="broken" tests="\d+" failures="8" errors="0"/);
    expect(xml).toMatch(
      /<testcase classname="left" name="leaves nothing behind"[^>]*>\s*<failure message="This is still there/,
    );
  });
});

describe('a pack of author new', () => {
  beforeAll(async () => {
    const { child } = await author('new', 'mine');
    expect(await child).toMatchObject({ exitCode: 0, stderr: '' });
  });

  it('is not made where something is', async () => {
    const { child } = await author('new', 'mine');
    expect(await child).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('There is something in mine already.'),
    });
  });

  it.each(['mine', 'both'])('has nothing that author check would mend: %s', async (name) => {
    if (name === 'both') await (await author('new', name, '--lang', 'ko')).child;
    const { child } = await author('check', name, '--lang', 'en');
    expect(await child).toMatchObject({ exitCode: 0, stdout: '1 lesson, 4 steps: nothing to mend.' });
    expect(await readdir(join(folder, name, '01-first'))).toHaveLength(name === 'both' ? 3 : 2);
  });

  it('leaves nothing when its proof is interrupted, and does not count as proved', async () => {
    const { child, temp } = await author('test', '--pack', 'mine');
    const begun = new Promise<void>((resolve) => child.stderr.on('data', (text) => /starting/.test(text) && resolve()));
    await begun;
    child.kill('SIGINT');
    const ended = await child;
    expect(ended.exitCode).toBe(130);
    expect(ended.stdout).toContain('Stopped.');
    expect(await readdir(temp)).toEqual([]);
  });

  it('is proved by author test as it is, and not again with --resume before it is changed', async () => {
    const { child, temp } = await author('test', '--pack', 'mine', '--json', '--resume');
    const { exitCode, stdout } = await child;
    expect(exitCode, stdout).toBe(0);
    const { lessons } = JSON.parse(stdout);
    expect(lessons).toMatchObject([{ lesson: 'first', status: 'passed', extent: 'whole' }]);
    expect(lessons[0].proofs.map(({ claim }: { claim: { kind: string } }) => claim.kind).sort()).toEqual([
      'again',
      'again',
      'clean',
      'first',
      'first',
      'mistake',
      'mistake',
      'mistake',
      'mistake',
    ]);
    expect(await readdir(temp)).toEqual([]);
    const again = await author('test', '--pack', 'mine', '--resume');
    expect(await again.child).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('Every lesson has passed'),
    });
  });
});
