import { describe, expect, it } from 'vitest';
import { layoutMarkdown, lineWidth, plainText, type Span } from '../../../src/markdown/index.ts';

const lay = (source: string, width = 40): string[] => plainText(layoutMarkdown(source, { width })).split('\n');
const spans = (source: string, width = 40): readonly Span[] => layoutMarkdown(source, { width }).flat();

const cases: readonly (readonly [name: string, source: string, width: number, lines: readonly string[]])[] = [
  ['nothing', '', 40, ['']],
  ['a heading without its marks', '## Create a *topic*', 40, ['Create a topic']],
  ['paragraphs with one line between', 'one\ntwo\n\n\n\nthree', 40, ['one two', '', 'three']],
  ['words at the width', 'aaa bbb ccc', 7, ['aaa bbb', 'ccc']],
  ['a word that is too long', 'ab kafka-console-consumer.sh', 10, ['ab kafka-c', 'onsole-con', 'sumer.sh']],
  ['a hard break', 'one  \ntwo\\\nthree<br>four', 40, ['one', 'two', 'three', 'four']],
  ['a bullet list with hanging indents', '- one two three\n- four', 9, ['- one two', '  three', '- four']],
  ['a numbered list with aligned text', '9. a\n10. b', 40, ['9.  a', '10. b']],
  ['a list that starts later', '3. a\n4. b', 40, ['3. a', '4. b']],
  ['nested lists', '- a\n  - b\n    1. c\n- d', 40, ['- a', '  - b', '    1. c', '- d']],
  ['a loose list', '- a\n\n- b', 40, ['- a', '', '- b']],
  ['an item with two paragraphs', '- a\n\n  b', 40, ['- a', '', '  b']],
  ['tasks', '- [ ] open\n- [x] done\n- [X] done too', 40, ['[ ] open', '[x] done', '[x] done too']],
  ['a task with feedback', '- [ ] open\n  > why', 40, ['[ ] open', '', '    │ why']],
  ['a task whose text is code', '- [ ] `a`', 40, ['[ ] a']],
  ['an empty item', '-\n- b', 40, ['-', '- b']],
  ['quotes', '> one two three\n>\n> - a\n>\n> > b', 11, ['│ one two', '│ three', '│', '│ - a', '│', '│ │ b']],
  ['code, indented', 'a\n\n```sh\nls -l\n\n  cd\n```\nb', 40, ['a', '', '  ls -l', '', '    cd', '', 'b']],
  ['indented code', 'a\n\n    b\n', 40, ['a', '', '  b']],
  ['code longer than the width', '```\naaaa bbbb cccc dddd\n```', 14, ['  aaaa bbbb', '    cccc dddd']],
  ['code without spaces', '```\n0123456789abcdef\n```', 14, ['  0123456789', '    abcdef']],
  ['code in a list', '- a\n\n  ```\n  b\n  ```', 40, ['- a', '', '    b']],
  ['a rule', 'a\n\n---\n\nb', 5, ['a', '', '─────', '', 'b']],
  ['a link with its address', '[docs](https://kafka.apache.org/x)', 60, ['docs (https://kafka.apache.org/x)']],
  ['a link that is its address', '<https://kafka.apache.org> <a@b.org>', 60, ['https://kafka.apache.org a@b.org']],
  ['a link with a Korean address', '[a](https://x.org/%ED%95%9C)', 60, ['a (https://x.org/한)']],
  ['an image', 'see ![the log](x.png)', 40, ['see the log']],
  ['entities', '&lt;topic&gt; &amp; &copy;', 40, ['<topic> & ©']],
  ['an entity that is a line break', 'a&#10;b', 40, ['a b']],
  ['html as text', 'use <topic> and <b>x</b>', 40, ['use <topic> and <b>x</b>']],
  ['comments dropped', '<!-- step: a -->\n\na <!-- b --> c\n\n<!-- never\nclosed', 40, ['a  c']],
  ['a comment and text in one block', '<!-- a --> b', 40, ['b']],
  [
    'details',
    '<details>\n<summary>Hint `x`</summary>\n\nA *hint*.\n\n</details>\n\nb',
    40,
    ['Hint x', '', 'A hint.', '', 'b'],
  ],
  ['details in one line', '<details><summary>S</summary>text</details>', 40, ['S', '', 'text']],
  ['struck text as it is', '~~a~~', 40, ['~~a~~']],
  ['control characters', 'a\u001b[31mb\u001b[0m\u0007c\u009b2Jd\u202e', 40, ['abcd']],
  ['line breaks of Windows', '# a\r\n\r\nb\r\nc', 40, ['a', '', 'b c']],
  ['Korean at spaces', '토픽은 이름이 붙은 로그', 10, ['토픽은', '이름이', '붙은 로그']],
  ['Korean between syllables', '가나다라마바', 5, ['가나', '다라', '마바']],
  ['decomposed Korean', '토픽은 이름이'.normalize('NFD'), 13, ['토픽은 이름이']],
  ['emoji with joiners', '👨‍👩‍👧‍👦👨‍👩‍👧‍👦 🇰🇷', 3, ['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦', '🇰🇷']],
  ['a wide character in one cell', '가 b', 1, ['~', 'b']],
  ['a cluster of jamo wider than the line', 'ᄀᄀᄀᄀ', 4, ['ᄀᄀ', 'ᄀᄀ']],
  ['a list where indents do not fit', '- alpha', 5, ['-', 'alpha']],
];

describe('layoutMarkdown', () => {
  it.each(cases)('lays out %s', (_, source, width, lines) => {
    expect(lay(source, width)).toEqual(lines);
  });

  it('keeps prose narrow and lets code use the whole width', () => {
    const words = 'word '.repeat(40).trim();
    const widths = layoutMarkdown(`${words}\n\n\`\`\`\n${words}\n\`\`\``, { width: 120 }).map(lineWidth);
    expect(Math.max(...widths)).toBeGreaterThan(100);
    expect(widths[0]).toBeLessThanOrEqual(80);
    expect(layoutMarkdown(words, { width: 120, maxProse: 30 }).map(lineWidth)[0]).toBeLessThanOrEqual(30);
  });

  it('styles what it wraps', () => {
    expect(spans('# T')).toEqual([{ text: 'T', tone: 'heading', bold: true }]);
    expect(spans('a **b *c* d** `e`')).toEqual([
      { text: 'a ' },
      { text: 'b ', bold: true },
      { text: 'c', bold: true, italic: true },
      { text: ' d', bold: true },
      { text: ' ' },
      { text: 'e', tone: 'code' },
    ]);
    expect(spans('[docs](http://x)')).toEqual([
      { text: 'docs', tone: 'link', underline: true },
      { text: ' (http://x)', tone: 'dim' },
    ]);
    expect(spans('<details>\n<summary>S</summary>\n\nt')).toEqual([{ text: 'S', bold: true }, { text: 't' }]);
    expect(spans('> q')[0]).toEqual({ text: '│ ', tone: 'dim' });
  });

  it('keeps a style over a wrap', () => {
    expect(layoutMarkdown('**aaa bbb**', { width: 4 })).toEqual([
      [{ text: 'aaa', bold: true }],
      [{ text: 'bbb', bold: true }],
    ]);
  });

  it.each([0, -3, 1, 2, 3.7])('does not hang at a width of %s', (width) => {
    const source = '> - 1. `가나다` **b**\n\n| a | 나 |\n|---|---|\n| 1 | 2 |\n\n```sh\n  ls 가\n```\n\n---';
    const lines = layoutMarkdown(source, { width });
    expect(Math.max(...lines.map(lineWidth))).toBeLessThanOrEqual(Math.max(1, width));
  });
});
