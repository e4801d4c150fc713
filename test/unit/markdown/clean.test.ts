import { describe, expect, it } from 'vitest';
import { cleanInline, cleanText } from '../../../src/markdown/clean.ts';

describe('cleanText', () => {
  it.each([
    ['a\u001b[1;31mb\u001b[0m', 'ab'],
    ['a\u001b]0;title\u0007b', 'ab'],
    ['a\u001b]8;;http://x\u0007link\u001b]8;;\u0007', 'alink'],
    ['a\u001b[2J\u001b[?1049hb', 'ab'],
    ['a\u009b31mb', 'ab'],
    ['a\u001b', 'a'],
    ['a\u0000\u0007\u0008\u007fb', 'ab'],
    ['a\u202eb\u2066c', 'abc'],
    ['a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['a\tb', 'a\tb'],
    ['\u1112\u1161\u11ab', '한'],
    ['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦'],
  ])('makes %j safe', (text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  it('keeps to one line if asked', () => {
    expect(cleanInline('a\tb\r\nc')).toBe('a b c');
  });
});
