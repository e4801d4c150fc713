import { expect, it } from 'vitest';
import { wrapSaid } from '../../../src/ui/plain-wrap.ts';

it('breaks sentences between words, and keeps what a list goes on with under its text', () => {
  expect(wrapSaid(['short', 'one two three four', '  h, x   a hint of some words'], 18)).toEqual([
    'short',
    'one two three four',
    '  h, x   a hint of',
    '         some',
    '         words',
  ]);
  expect(wrapSaid(['컨슈머 그룹은 파티션을 나눕니다'], 14)).toEqual(['컨슈머 그룹은', '파티션을', '나눕니다']);
});
