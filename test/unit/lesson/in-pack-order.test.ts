import { expect, test } from 'vitest';
import { inPackOrder } from '../../../src/lesson/in-pack-order.ts';
import { lesson } from '../course/support.ts';

const broken = (index: number) => ({ index, folder: `broken-${index}`, errors: [] });

test('lessons that cannot be opened stand in their places', () => {
  const pack = { lessons: [lesson('a', []), lesson('b', [])], broken: [broken(0), broken(2), broken(4)] };
  expect(
    inPackOrder(pack).map(({ number, lesson: one }) => `${number} ${'steps' in one ? one.id : one.folder}`),
  ).toEqual(['1 broken-0', '2 a', '3 broken-2', '4 b', '5 broken-4']);
  expect(inPackOrder({ lessons: pack.lessons }).map(({ kind }) => kind)).toEqual(['lesson', 'lesson']);
});
