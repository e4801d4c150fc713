import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { echoText } from '../../../src/command/builtins/echo.ts';
import { printfText } from '../../../src/command/builtins/printf.ts';
import { start, temporaryFolder, textOf } from './run-support.ts';

describe('echo', () => {
  const cases: readonly (readonly [args: readonly string[], text: string])[] = [
    [[], '\n'],
    [['a', 'b  c'], 'a b  c\n'],
    [['-n', 'a'], 'a'],
    [['a', '-n'], 'a -n\n'],
    [['a\\nb'], 'a\\nb\n'],
    [['-e', 'a\\nb\\tc'], 'a\nb\tc\n'],
    [['-ne', 'a\\n'], 'a\n'],
    [['-e', '-E', 'a\\n'], 'a\\n\n'],
    [['--', '-x', '-'], '-- -x -\n'],
  ];
  for (const [args, text] of cases) it(JSON.stringify(args), () => expect(echoText(args)).toBe(text));
});

describe('printf', () => {
  const cases: readonly (readonly [args: readonly string[], text: string, problems?: number])[] = [
    [['hello'], 'hello'],
    [['a\\tb\\n\\\\'], 'a\tb\n\\'],
    [['\\101\\q'], 'A\\q'],
    [['%s\\n', 'a', 'b'], 'a\nb\n'],
    [['%s:%d\\n', 'a', '1', 'b', '2'], 'a:1\nb:2\n'],
    [['%s-%s\\n', 'a', 'b', 'c'], 'a-b\nc-\n'],
    [['%s|%d|\\n'], '|0|\n'],
    [['100%%\\n', 'unused'], '100%\n'],
    [['%s', '%d\\n'], '%d\\n'],
    [['%d %d', '-5', '+7'], '-5 7'],
    [['%d', '99999999999999999999'], '99999999999999999999'],
    [['%d', 'x'], '0', 1],
    [['%d', '12x'], '12', 1],
    [['%x', '1'], '', 1],
    [['%5s', '1'], '', 1],
    [['5%'], '', 1],
    [[], '', 1],
  ];
  for (const [args, text, problems = 0] of cases) {
    it(JSON.stringify(args), () => {
      const printed = printfText(args);
      expect(printed.text).toBe(text);
      expect(printed.problems).toHaveLength(problems);
    });
  }

  it('fails with the reason on stderr', async () => {
    const run = await start('printf %x 1');
    expect((await run.running.ended).exit).toBe(1);
    expect(run.running.output()).toEqual([{ stream: 'stderr', text: expect.stringContaining('%x is not understood') }]);
  });
});

describe('cat', () => {
  function workspace(): string {
    const folder = temporaryFolder();
    const inside = join(folder, 'workspace');
    mkdirSync(join(inside, 'sub'), { recursive: true });
    writeFileSync(join(folder, 'secret'), 'secret\n');
    writeFileSync(join(inside, 'a'), 'a\n');
    writeFileSync(join(inside, 'sub', 'b'), 'b\n');
    writeFileSync(join(inside, '..c'), 'c\n');
    return inside;
  }

  const good: readonly (readonly [line: string, lines: readonly string[]])[] = [
    ['cat a sub/b', ['a', 'b']],
    ['cat ./a', ['a']],
    ['cat ..c', ['c']],
    ['cat -- a', ['a']],
    ['echo x | cat', ['x']],
    ['echo x | cat a - a', ['a', 'x', 'a']],
  ];
  for (const [line, lines] of good) {
    it(line, async () => {
      const run = await start(line, {}, { workspace: workspace() });
      expect((await run.running.ended).exit).toBe(0);
      expect(textOf(run)).toEqual(lines);
    });
  }

  const bad: readonly (readonly [line: string, problem: string])[] = [
    ['cat ../secret', 'only files of this lesson'],
    ['cat sub/../../secret', 'only files of this lesson'],
    ['cat sub/../a', 'only files of this lesson'],
    ['cat /etc/passwd', 'only files of this lesson'],
    ["cat 'C:\\secret'", 'only files of this lesson'],
    ['cat C:secret', 'only files of this lesson'],
    ["cat '..\\secret'", 'only files of this lesson'],
    ['cat sub', 'not a file'],
    ['cat none', 'no such file'],
    ['cat a/none', 'no such file'],
    ['cat *.txt', 'filled in by a shell only'],
    ['cat -n a', '-n is not understood'],
  ];
  for (const [line, problem] of bad) {
    it(line, async () => {
      const run = await start(line, {}, { workspace: workspace() });
      expect((await run.running.ended).exit).toBe(1);
      expect(run.running.output()).toEqual([{ stream: 'stderr', text: expect.stringContaining(problem) }]);
    });
  }

  it('shows the files it can read beside one it cannot', async () => {
    const run = await start('cat none a', {}, { workspace: workspace() });
    expect((await run.running.ended).exit).toBe(1);
    expect(textOf(run).sort()).toEqual(['a', expect.stringContaining('none')]);
  });

  it.runIf(process.platform !== 'win32')('follows no link out of the folder', async () => {
    const folder = workspace();
    symlinkSync('../secret', join(folder, 'out'));
    symlinkSync('..', join(folder, 'up'));
    symlinkSync('a', join(folder, 'in'));
    const run = await start('cat out up/secret in', {}, { workspace: folder });
    expect((await run.running.ended).exit).toBe(1);
    expect(textOf(run).join('\n')).not.toMatch(/^secret$/m);
    expect(textOf(run)).toContain('a');
  });
});
