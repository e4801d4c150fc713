import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { cleanText, createCleaner } from '../../../src/command/clean-text.ts';
import { randomFrom, seeded } from './seeded.ts';

const [esc, bel, st] = ['\x1b', '\x07', '\x1b\\'];

describe('what is removed', () => {
  const cases: readonly (readonly [name: string, text: string, clean: string])[] = [
    ['plain text', 'Created topic 안녕 😀.\n', 'Created topic 안녕 😀.\n'],
    ['tab, LF, CR stay', 'a\tb\r\nc\rd', 'a\tb\r\nc\rd'],
    ['colours', `${esc}[31mred${esc}[0m ${esc}[38;2;1;2;3mrgb${esc}[m`, 'red rgb'],
    ['cursor and erasing', `a${esc}[2J${esc}[10;10Hb${esc}[?25lc${esc}[6n`, 'abc'],
    ['a title (OSC, BEL)', `a${esc}]0;evil${bel}b`, 'ab'],
    ['a link (OSC, ST)', `${esc}]8;;http://x${st}text${esc}]8;;${st}`, 'text'],
    ['the clipboard (OSC 52)', `a${esc}]52;c;ZXZpbA==${bel}b`, 'ab'],
    ['DCS, APC, PM, SOS', `a${esc}P1$r${st}b${esc}_x${st}c${esc}^y${st}d${esc}Xz${st}e`, 'abcde'],
    ['short sequences', `a${esc}cb${esc}7c${esc}(Bd${esc}=e`, 'abcde'],
    ['8-bit forms', 'a\x9b31mb\x9d0;t\x9cc\x90x\x9cd\x85e', 'abcde'],
    ['other control characters', 'a\x00b\x07c\x08d\x0be\x0cf\x7fg', 'abcdefg'],
    ['a sequence cut short by a line end', `a${esc}[31\nb${esc}]0;t\nc${esc}\nd`, 'a\nb\nc\nd'],
    ['a sequence within a sequence', `a${esc}[3${esc}[31mb`, 'ab'],
    ['a string left by another sequence', `a${esc}]0;t${esc}[31mb`, 'ab'],
    ['what no sequence has', `a${esc}éb${esc}[3éc`, 'aébéc'],
    ['an unfinished one at the end', `a${esc}[3`, 'a'],
  ];
  for (const [name, text, clean] of cases) it(name, () => expect(cleanText(text)).toBe(clean));
});

describe('any text', () => {
  const pieces = [
    ...'ab;?[]()\\PX^_mHc0123 \n\r\t',
    esc,
    bel,
    st,
    '\x9b',
    '\x9c',
    '\x9d',
    '\x90',
    '\x00',
    '\x7f',
    '한',
    '😀',
    `${esc}[`,
    `${esc}]`,
  ];

  it('has no control character left, and is the same wherever it is cut', () => {
    const random = seeded(4);
    for (let round = 0; round < 5_000; round++) {
      const text = randomFrom(pieces, random, 40);
      const whole = cleanText(text);
      expect(whole).not.toMatch(/[^\P{Cc}\n\r\t]/u);
      expect(stripVTControlCharacters(whole)).toBe(whole);
      const clean = createCleaner();
      let inPieces = '';
      for (let at = 0; at < text.length; ) {
        const size = 1 + Math.floor(random() * 5);
        inPieces += clean(text.slice(at, at + size));
        at += size;
      }
      expect(inPieces, JSON.stringify(text)).toBe(whole);
    }
  });
});
