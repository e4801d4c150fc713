import { describe, expect, it } from 'vitest';
import { EnvironmentError } from '../../../src/errors.ts';
import { longestCommandLine, spawnForm } from '../../../src/platform/spawn-form.ts';

const env = { ComSpec: 'C:\\Windows\\System32\\cmd.exe' };
const form = (file: string, ...args: readonly string[]) => spawnForm(file, args, env, 'win32');
/** What cmd.exe is given as its line, without the outermost quotes. */
const line = (...args: readonly string[]): string => {
  const quoted = form('C:\\m\\mvn.cmd', ...args).args.at(-1) ?? '';
  expect(quoted).toMatch(/^".*"$/);
  return quoted.slice(1, -1);
};

it.each(['linux', 'darwin'] as const)('leaves everything as it is on %s', (platform) => {
  expect(spawnForm('/m/mvn.cmd', ['a b', '%X%'], env, platform)).toEqual({
    file: '/m/mvn.cmd',
    args: ['a b', '%X%'],
    windowsVerbatimArguments: false,
  });
});

describe('on Windows', () => {
  it('starts a program as it is', () => {
    expect(form('C:\\jdk\\bin\\java.exe', '-cp', 'a b')).toEqual({
      file: 'C:\\jdk\\bin\\java.exe',
      args: ['-cp', 'a b'],
      windowsVerbatimArguments: false,
    });
  });

  it('starts a batch file with cmd.exe, which Node refuses to do by itself', () => {
    expect(form('C:\\Program Files\\mvn\\mvn.cmd', '-B', '-f', 'C:\\Users\\Léa\\pom.xml')).toEqual({
      file: 'C:\\Windows\\System32\\cmd.exe',
      args: [
        ...['/d', '/e:on', '/v:off', '/s', '/c'],
        '""C:\\Program Files\\mvn\\mvn.cmd" -B -f "C:\\Users\\Léa\\pom.xml""',
      ],
      windowsVerbatimArguments: true,
    });
    expect(form('C:\\x\\RUN.BAT').args.at(-1)).toBe('"C:\\x\\RUN.BAT"');
  });

  it.each([
    ['plain-1.0:x/y', 'plain-1.0:x/y'],
    ['-Dstyle.color=never', '"-Dstyle.color=never"'],
    ['two words', '"two words"'],
    ['', '""'],
    ['a&calc', '"a&calc"'],
    ['a|b', '"a|b"'],
    ['(a)', '"(a)"'],
    ['a^b', '"a^b"'],
    ['!x!', '"!x!"'],
    ['a,b;c', '"a,b;c"'],
    // Else the quote after it would be taken for a part of the word.
    ['C:\\a b\\', '"C:\\a b\\\\"'],
    ['C:\\a\\', '"C:\\a\\\\"'],
    ['say "hi"', '"say ""hi"""'],
    ['a\\"b', '"a\\\\""b"'],
    ['100%', '"100%%cd:~,%"'],
    ['%PATH%', '"%%cd:~,%PATH%%cd:~,%"'],
    ['홍길동', '"홍길동"'],
  ])('hands on %s', (word, quoted) => {
    expect(line(word)).toBe(`C:\\m\\mvn.cmd ${quoted}`);
  });

  it('refuses what a batch file cannot be told', () => {
    for (const word of ['a\nb', 'a\rb', 'a\0b']) expect(() => line(word)).toThrow(EnvironmentError);
  });

  it('says that a line is too long, instead of having it cut off', () => {
    const long = 'x'.repeat(longestCommandLine - 400);
    expect(line(long).length).toBeLessThan(longestCommandLine);
    expect(() => line(`${long}${'y'.repeat(400)}`)).toThrow(
      expect.objectContaining({
        explanation: {
          what: expect.stringMatching(/^C:\\m\\mvn\.cmd cannot be started: .*\d{4} characters/),
          why: expect.stringContaining('8191'),
          next: expect.stringContaining('KAFKA_LESSONS_HOME'),
        },
      }),
    );
  });
});
