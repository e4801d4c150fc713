import { expect, test } from 'vitest';
import { closest } from '../../../src/lesson/suggest.ts';

const names = ['topic', 'records', 'group', 'at-least', 'offline-partitions', 'run'];

test.each([
  ['topik', 'topic'],
  ['Topic', 'topic'],
  ['toppic', 'topic'],
  ['atLeast', 'at-least'],
  ['at_least', 'at-least'],
  ['offline', undefined],
  ['rnu', 'run'],
  ['ru', 'run'],
  ['zzz', undefined],
  ['', undefined],
  ['x'.repeat(100_000), undefined],
])('%.20s', (word, name) => {
  expect(closest(word, names)).toBe(name);
});
