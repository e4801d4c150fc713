import { afterEach, describe, expect, it } from 'vitest';
import { runProgram } from '../../../src/commands/program.ts';
import { textWidth } from '../../../src/markdown/index.ts';
import { setLanguage } from '../../../src/messages/index.ts';
import { capture } from './support.ts';

const { out, err } = capture();
afterEach(() => {
  setLanguage('en');
  // One that is added for each program; here many run in one process.
  process.stdout.removeAllListeners('error');
});

const run = (...args: readonly string[]) => runProgram(args, '0.0.0');

describe('a wrong command line', () => {
  it.each([
    [
      ['list', '--jsn'],
      ['There is no option --jsn here.', 'Did you mean --json?', 'Next: kafka-lessons --help'],
    ],
    [['lst'], ['There is no command lst.', 'Did you mean list?', 'Next: kafka-lessons --help']],
    [
      ['list', 'all'],
      ['There is more behind the command than it takes.', 'Next: kafka-lessons --help'],
    ],
    [['stop'], ['Something is missing behind the command: <broker>', 'Next: kafka-lessons --help']],
    [
      ['list', '--pack'],
      ['A value is missing behind the option: --pack <pack>', 'Next: kafka-lessons --help'],
    ],
    [
      ['list', '--lang', 'fr'],
      ['--lang cannot be fr.', 'Next: one of en, ko'],
    ],
    [
      ['list', '--engine', 'podman'],
      ['--engine cannot be podman.', 'Next: one of docker, native'],
    ],
  ])('%j is told', async (args, lines) => {
    expect(await run('--lang', 'en', ...args)).toBe(2);
    expect(err().trimEnd().split('\n')).toEqual(lines);
    expect(out()).toBe('');
  });

  it.each([
    [
      ['list', '--jsn'],
      ['여기에는 --jsn이라는 옵션이 없습니다.', '혹시 --json을 쓰려던 것인가요?', '다음: kafka-lessons --help'],
    ],
    [['lst'], ['lst라는 명령은 없습니다.', '혹시 list를 쓰려던 것인가요?', '다음: kafka-lessons --help']],
    [
      ['list', '--engine', 'podman'],
      ['--engine의 값으로 podman은 쓸 수 없습니다.', '다음: docker, native 중 하나'],
    ],
  ])('%j is told in Korean', async (args, lines) => {
    expect(await run('--lang', 'ko', ...args)).toBe(2);
    expect(err().trimEnd().split('\n')).toEqual(lines);
  });
});

describe('the help page', () => {
  it('has no word of English in Korean, but for names', async () => {
    expect(await run('--help', '--lang', 'ko')).toBe(0);
    expect(out()).toContain('사용법: kafka-lessons [옵션] [명령]');
    expect(out()).toMatch(/^옵션:$/m);
    expect(out()).toMatch(/^명령:$/m);
    expect(out()).not.toMatch(/Usage|Options|Commands|choices|display|output/);
  });

  it('has its descriptions under each other', async () => {
    await run('run', '--help', '--lang', 'ko');
    const starts = out()
      .split('\n')
      .flatMap((row) => /^( {2}-.*? {2,})\S*[가-힣J]/.exec(row)?.[1] ?? []);
    expect(starts.length).toBeGreaterThan(5);
    expect(new Set(starts.map(textWidth)).size).toBe(1);
  });
});
