import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { expandTabs, graphemes, textWidth } from '../../../src/markdown/cells.ts';

const family = '👨‍👩‍👧‍👦';
const flag = '🇰🇷';
const han = '한'.normalize('NFD');

describe('graphemes', () => {
  it.each([
    ['', []],
    ['ab', ['a', 'b']],
    [`가${family}b`, ['가', family, 'b']],
    [`${flag}${flag}`, [flag, flag]],
    [`${han}é`, [han, 'é']],
  ])('of %j', (text, parts) => {
    expect(graphemes(text)).toEqual(parts);
  });

  it.each([family, flag, han, 'e\u0301', '👍🏽', '가'])(
    'of a long text of %s are the same wherever a piece ends',
    (part) => {
      for (let before = 0; before < 12; before += 1) {
        const text = 'x'.repeat(before) + part.repeat(100);
        expect(graphemes(text)).toEqual([...'x'.repeat(before), ...Array.from({ length: 100 }, () => part)]);
      }
    },
  );

  it('stand one that is longer than a piece', () => {
    const long = `e${'\u0301'.repeat(1_000)}`;
    expect(graphemes(`a${long}b`)).toEqual(['a', long, 'b']);
  });

  it('take time by the length of the text, not by its square', () => {
    const started = performance.now();
    expect(graphemes('가'.repeat(100_000))).toHaveLength(100_000);
    // The plain segmenter takes several seconds.
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});

describe('textWidth', () => {
  it.each(['', 'abc', '한글', han.repeat(90), family.repeat(30), 'ﾊﾝｶｸ', 'é→①…', 'ᄀᄀ', 'a\u0000b', '❤️1️⃣'])(
    'of %j',
    (text) => {
      expect(textWidth(text)).toBe(stringWidth(text));
    },
  );
});

describe('expandTabs', () => {
  it.each([
    ['a\tb', 'a       b'],
    ['\tb', '        b'],
    ['12345678\tb', '12345678        b'],
    ['가\tb', '가      b'],
    ['a\tb\tc', 'a       b       c'],
    ['none', 'none'],
  ])('%j', (line, expanded) => {
    expect(expandTabs(line)).toBe(expanded);
  });
});
