import { describe, expect, it } from 'vitest';
import { ownTask } from '../../../../src/command/own/own-task.ts';
import { propertiesLines, visible } from '../../../../src/command/own/properties.ts';

const unforeseen = async (): Promise<never> => {
  throw new Error('the test did not foresee this');
};

/** What `kafka-lessons properties x.properties` prints, and how it ends. */
async function run(text: string | undefined) {
  const printed: string[] = [];
  const complained: string[] = [];
  const asked: unknown[] = [];
  const task = await ownTask(
    { verb: 'properties', file: 'x.properties' },
    {
      engine: { start: unforeseen, stop: unforeseen, kill: unforeseen, actionShown: unforeseen },
      openKafka: unforeseen,
      probe: unforeseen,
      readLatin1: async (...args) => {
        asked.push(args);
        return text;
      },
      now: () => new Date(0),
    },
    '/lesson',
  );
  const exit = await task.run({
    print: (line) => printed.push(line),
    complain: (line) => complained.push(line),
    signal: new AbortController().signal,
  });
  return { printed, complained, exit, asked };
}

describe('kafka-lessons properties', () => {
  it('prints what Java reads, in the folder of the line', async () => {
    expect(await run('# a\na=C:\\temp\\new\nb: x')).toEqual({
      printed: ['a = C:<TAB>emp<LF>ew', 'b = x'],
      complained: [],
      exit: 0,
      asked: [['x.properties', '/lesson']],
    });
  });

  it('tells where Java gives up', async () => {
    const { printed, complained, exit } = await run('a=1\nb=C:\\users');
    expect(printed).toEqual([]);
    expect(complained).toEqual([
      'x.properties, line 2: \\u wants four hexadecimal digits behind it.',
      'Java reads nothing of this file: IllegalArgumentException: Malformed \\uxxxx encoding.',
    ]);
    expect(exit).toBe(1);
  });

  it('tells of a file that is not there, and of one without settings', async () => {
    expect(await run(undefined)).toMatchObject({ exit: 1, complained: ['There is no file x.properties here.'] });
    expect(propertiesLines('x', '# nothing')).toEqual({ lines: ['no settings'], problem: [] });
  });

  it.each([
    ['a b', 'a b'],
    [' a ', '<SPACE>a<SPACE>'],
    ['a\t\r\f\u0000\u0085\u00a0\u200b', 'a<TAB><CR><FF><NUL><U+0085><U+00A0><U+200B>'],
    ['é한', 'é한'],
    ['\ud800', '<U+D800>'],
  ])('%j is shown as %s', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });
});
