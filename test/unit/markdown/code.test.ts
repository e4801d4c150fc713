import { describe, expect, it } from 'vitest';
import { layoutCode, plainText, type Tone } from '../../../src/markdown/index.ts';

const toneOf = (text: string, language: string, part: string): Tone | undefined =>
  layoutCode(text, language, { width: 80 })
    .flat()
    .find((span) => span.text.includes(part))?.tone;

describe('layoutCode', () => {
  it.each([
    ['yaml', 'key: "value"', '"value"', 'string'],
    ['yml', '# note', '# note', 'comment'],
    ['properties', 'num.partitions=3', 'num.partitions', 'accent'],
    ['ini', '[section]', '[section]', 'keyword'],
    ['json', '{"a": 12}', '12', 'number'],
    ['sql', "select 'x' from t", 'select', 'keyword'],
    ['xml', '<a b="c"/>', '"c"', 'string'],
    ['dos', 'rem note', 'rem note', 'comment'],
    ['http', 'GET http://x HTTP/1.1', 'GET', 'keyword'],
    ['java', 'public class A {}', 'class', 'keyword'],
    ['typescript', 'const a = 1;', 'const', 'keyword'],
    ['SH', 'echo "a"', '"a"', 'string'],
    ['shell', '# note', '# note', 'comment'],
    ['klingon', 'class "a" 12', 'class', 'code'],
    ['', 'class "a" 12', '12', 'code'],
  ] as const)('colours %s: %s', (language, text, part, tone) => {
    expect(toneOf(text, language, part)).toBe(tone);
  });

  it('does not take words of a command for builtins of the shell', () => {
    expect(layoutCode('kafka-topics.sh --topic test', 'sh', { width: 80 })).toEqual([
      [{ text: 'kafka-topics.sh --topic test', tone: 'code' }],
    ]);
  });

  it.each([
    ['lines and inner blank lines', 'a\n\n  b  \n\n', 20, ['a', '', '  b']],
    ['tabs', 'a\tb', 20, ['a       b']],
    ['a long line at its spaces', 'aaaa bbbb cccc', 10, ['aaaa', '  bbbb', '  cccc']],
    ['a long indented line', '  aaaa bbbb cccc', 14, ['  aaaa bbbb', '    cccc']],
    ['a long word', 'abcdefghijklmn', 10, ['abcdefgh', '  ijklmn']],
    ['a deep indentation in a narrow column', '          abcdef', 8, ['  abcd', '    ef']],
    ['Korean', '가나다라마바', 10, ['가나다라', '  마바']],
    ['a few cells', 'abcdef', 3, ['abc', 'def']],
  ] as const)('lays out %s', (_, text, width, lines) => {
    expect(plainText(layoutCode(text, 'text', { width })).split('\n')).toEqual(lines);
  });

  it('shows long texts without colours, quickly', () => {
    const lines = layoutCode('key: "value"\n'.repeat(5_000), 'yaml', { width: 80 });
    expect(lines).toHaveLength(5_000);
    expect(lines[0]).toEqual([{ text: 'key: "value"', tone: 'code' }]);
  });
});
