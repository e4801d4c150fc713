import { describe, expect, it } from 'vitest';
import { graphemes, textWidth } from '../../../src/markdown/cells.ts';
import { lineWindow } from '../../../src/terminal/line-window.ts';

describe('lineWindow', () => {
  it.each([
    ['|', 10, '', 0],
    ['abc|', 10, 'abc', 3],
    ['abcdefghi|', 10, 'abcdefghi', 9],
    ['abcdefghij|', 10, 'bcdefghij', 9],
    ['|abcdefghijklmno', 10, 'abcdefghij', 0],
    ['abcdefghijklmno|', 10, 'ghijklmno', 9],
    ['abcdefghijk|lmno', 10, 'defghijklm', 8],
    ['토픽|', 10, '토픽', 4],
    ['가나다라마|', 6, '라마', 4],
    ['abc|', 1, '', 0],
  ])('shows %s in %s cells', (marked, width, text, cursor) => {
    const line = { text: marked.replace('|', ''), cursor: marked.indexOf('|') };
    expect(lineWindow(line, width)).toMatchObject({ text, cursor });
  });

  it('tells what is hidden', () => {
    expect(lineWindow({ text: 'abc', cursor: 3 }, 10)).toMatchObject({ hiddenBefore: false, hiddenAfter: false });
    expect(lineWindow({ text: 'a'.repeat(30), cursor: 15 }, 10)).toMatchObject({
      hiddenBefore: true,
      hiddenAfter: true,
    });
  });

  it('never overflows and always shows the cursor', () => {
    const text = `ab 가나 ${'한글'.normalize('NFD')} 👨‍👩‍👧‍👦🇰🇷 kafka-topics.sh --토픽 é`;
    let cursor = 0;
    for (const grapheme of [...graphemes(text), '']) {
      for (let width = 1; width <= 40; width += 1) {
        const window = lineWindow({ text, cursor }, width);
        expect(textWidth(window.text)).toBeLessThanOrEqual(width);
        expect(window.cursor).toBeGreaterThanOrEqual(0);
        expect(window.cursor).toBeLessThan(width);
      }
      cursor += grapheme.length;
    }
  });
});
