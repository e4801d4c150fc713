import { describe, expect, it } from 'vitest';
import {
  type Content,
  countRows,
  cutWindow,
  moveScroll,
  newBlocks,
  type Scroll,
  scrollTo,
} from '../../../src/ui/scroll.ts';

/** Blocks `0`, `1`, … that wrap to one row per `width` characters. */
const content = (texts: readonly string[], first = 0): Content => [
  {
    id: 'log',
    first,
    length: texts.length,
    rows: (index, width) => {
      const text = texts[index] ?? '';
      const rows = Math.max(1, Math.ceil(text.length / width));
      return Array.from({ length: rows }, (_, row) => [{ text: text.slice(row * width, (row + 1) * width) }]);
    },
  },
];
const numbers = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `${from + index}`);
const shown = (given: Content, scroll: Scroll, height: number, width = 10) =>
  cutWindow(given, scroll, width, height).rows.map((row) => row.map(({ text }) => text).join(''));
const move = (given: Content, scroll: Scroll, by: number | 'start' | 'end', height: number, follows = true) =>
  moveScroll(given, scroll, by, { width: 10, height, follows });

describe('scrolling', () => {
  it('follows the tail', () => {
    expect(shown(content(numbers(10)), { at: 'tail' }, 3)).toEqual(['7', '8', '9']);
    expect(shown(content(numbers(2)), { at: 'tail' }, 3)).toEqual(['0', '1']);
  });

  it('begins at the top and tells what is below', () => {
    const window = cutWindow(content(numbers(10)), { at: 'top' }, 10, 4);
    expect(window).toMatchObject({ above: false, below: 6 });
  });

  it('moves by rows, through blocks that wrap', () => {
    const given = content(['a', 'x'.repeat(25), 'b', 'c', 'd', 'e']);
    const scroll = move(given, { at: 'top' }, 2, 3);
    expect(shown(given, scroll, 3)).toEqual(['x'.repeat(10), 'xxxxx', 'b']);
    expect(shown(given, move(given, scroll, -1, 3), 3)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'xxxxx']);
  });

  it('holds its place while lines come, and counts them', () => {
    const before = content(numbers(10));
    const scroll = move(before, { at: 'tail' }, -2, 3);
    const after = content(numbers(14));
    expect(shown(after, scroll, 3)).toEqual(['5', '6', '7']);
    expect(newBlocks(after, scroll)).toBe(4);
  });

  it('holds its place while old lines fall out', () => {
    const scroll = move(content(numbers(10)), { at: 'tail' }, -2, 3);
    expect(shown(content(numbers(10, 4), 4), scroll, 3)).toEqual(['5', '6', '7']);
    expect(shown(content(numbers(10, 20), 20), scroll, 3)).toEqual(['20', '21', '22']);
  });

  it('follows the tail again once it is reached', () => {
    const given = content(numbers(10));
    const up = move(given, { at: 'tail' }, -2, 3);
    expect(move(given, up, 2, 3)).toEqual({ at: 'tail' });
    expect(move(given, up, 'end', 3)).toEqual({ at: 'tail' });
    expect(move(given, up, 100, 3)).toEqual({ at: 'tail' });
  });

  it('does not follow where that is not wanted', () => {
    const given = content(numbers(10));
    const end = move(given, { at: 'top' }, 'end', 3, false);
    expect(shown(given, end, 3)).toEqual(['7', '8', '9']);
    expect(shown(content(numbers(12)), end, 3)).toEqual(['7', '8', '9']);
  });

  it('stops at both ends', () => {
    const given = content(numbers(5));
    expect(shown(given, move(given, { at: 'top' }, -3, 3), 3)).toEqual(['0', '1', '2']);
    expect(shown(given, move(given, { at: 'tail' }, 'start', 3), 3)).toEqual(['0', '1', '2']);
  });

  it('shows no empty rows below while there is something above', () => {
    expect(shown(content(numbers(5)), scrollTo('log', 4), 3)).toEqual(['2', '3', '4']);
  });

  it('keeps the place in a long block when the width changes', () => {
    const given = content(['a', 'x'.repeat(80), ...numbers(40)]);
    const scroll = move(given, { at: 'top' }, 5, 3);
    expect(cutWindow(given, scroll, 20, 3).rows[0]?.[0]?.text).toBe('x'.repeat(20));
    // Row 4 of 8 is row 2 of 4.
    expect(cutWindow(given, scroll, 20, 5).rows.map((row) => row[0]?.text)).toEqual([
      'x'.repeat(20),
      'x'.repeat(20),
      '0',
      '1',
      '2',
    ]);
  });

  it('counts rows no further than asked', () => {
    expect(countRows(content(numbers(1000)), 10, 7)).toBe(7);
    expect(countRows(content(['x'.repeat(25)]), 10, 7)).toBe(3);
    expect(countRows([], 10, 7)).toBe(0);
  });

  it('shows nothing of nothing', () => {
    expect(cutWindow([], { at: 'tail' }, 10, 3)).toEqual({ rows: [], above: false, below: 0 });
  });
});
