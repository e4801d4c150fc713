import { describe, expect, it } from 'vitest';
import { cutLine, layoutText, lineWidth, padLine, plainText, type StyledLine } from '../../../src/markdown/index.ts';

const line: StyledLine = [{ text: 'ab' }, { text: '가나', bold: true }, { text: 'c' }];

describe('lines', () => {
  it('measure in cells', () => {
    expect(lineWidth(line)).toBe(7);
    expect(lineWidth([{ text: '한'.normalize('NFD') }])).toBe(2);
    expect(lineWidth([])).toBe(0);
  });

  it.each([
    [7, 'ab가나c'],
    [6, 'ab가~'],
    [5, 'ab가~'],
    [4, 'ab~'],
    [3, 'ab~'],
    [1, '~'],
    [0, ''],
    [-1, ''],
  ])('are cut to %s cells', (width, text) => {
    const cut = cutLine(line, width);
    expect(plainText([cut])).toBe(text);
    expect(lineWidth(cut)).toBeLessThanOrEqual(Math.max(0, width));
  });

  it('are cut without a mark', () => {
    expect(plainText([cutLine(line, 5, '')])).toBe('ab가');
    expect(cutLine(line, 4, '')).toEqual([{ text: 'ab' }, { text: '가', bold: true }]);
  });

  it('are padded, never shortened', () => {
    expect(plainText([padLine(line, 9)])).toBe('ab가나c  ');
    expect(padLine(line, 3)).toBe(line);
  });
});

describe('layoutText', () => {
  it.each([
    ['', 10, []],
    ['one two three', 7, ['one two', 'three']],
    ['  kept indent', 20, ['  kept indent']],
    ['a   b', 20, ['a   b']],
    ['a\n\nb\n', 20, ['a', '', 'b']],
    ['k\tv', 20, ['k       v']],
    ['a\u001b[31mb\u001b[0m  ', 20, ['ab']],
    ['가나다라', 5, ['가나', '다라']],
    ['          far', 6, ['far']],
    ['      abcdef', 10, ['abcdef']],
    ['  one two three', 9, ['  one two', '  three']],
    ['   ', 10, ['']],
  ])('lays out %j in %s', (text, width, lines) => {
    expect(layoutText(text, { width }).map((each) => plainText([each]))).toEqual(lines);
  });

  it('gives every span the tone', () => {
    expect(layoutText('a b', { width: 1, tone: 'bad' })).toEqual([
      [{ text: 'a', tone: 'bad' }],
      [{ text: 'b', tone: 'bad' }],
    ]);
  });
});
