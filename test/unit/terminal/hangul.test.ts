import { describe, expect, it } from 'vitest';
import { letterOf } from '../../../src/terminal/hangul.ts';

const jamo = 'ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ';
const letters = 'qwertyuiopasdfghjklzxcvbnmQWERTOP';

describe('letterOf', () => {
  it.each([...jamo].map((each, index) => [each, letters[index]]))('%s is on the key %s', (each, letter) => {
    expect(letterOf(each)).toBe(letter);
    // the conjoining initial consonant or vowel
    expect(letterOf(each.normalize('NFKD'))).toBe(letter);
  });

  it('knows every letter that the layout has', () => {
    const found = new Set([...jamo].map((each) => letterOf(each)?.toLowerCase()));
    expect([...found].sort().join('')).toBe('abcdefghijklmnopqrstuvwxyz');
  });

  it.each([...'각갂간갇갈감갑갓갔강갖갗갘같갚갛'].map((syllable, index) => [syllable, 'rRsefaqtTdwczxvg'[index]]))(
    'knows the final consonant of %s by itself: %s',
    (syllable, letter) => {
      expect(letterOf(syllable?.normalize('NFD').at(-1) ?? '')).toBe(letter);
    },
  );

  it.each([
    ['q', 'q'],
    ['Q', 'Q'],
    ['ｑ', 'q'],
    ['ﾡ', 'r'],
    ['?', undefined],
    ['1', undefined],
    ['바', undefined],
    ['ㅘ', undefined],
    ['ㄳ', undefined],
    ['', undefined],
    ['ab', undefined],
  ])('%j gives %s', (text, letter) => {
    expect(letterOf(text)).toBe(letter);
  });
});
