import { expect, test } from 'vitest';
import type { SqlCell } from '../../../src/check/sql-facts.ts';
import { answerLines } from '../../../src/database/print-answer.ts';
import { textWidth } from '../../../src/markdown/index.ts';

const table = (...rows: readonly (readonly SqlCell[])[]) =>
  answerLines({
    kind: 'rows',
    columns: [
      { name: 'id', numeric: true },
      { name: 'name', numeric: false },
      { name: 'price', numeric: true },
    ],
    rows,
  });

test('a table: numbers to the right, NULL, Korean by its width', () => {
  expect(table(['1', '김밥', '9.50'], ['10', null, null])).toEqual([
    'id  name  price',
    '--  ----  -----',
    ' 1  김밥   9.50',
    '10  NULL   NULL',
    '2 rows',
  ]);
});

test('one row, no rows', () => {
  expect(table(['1', 'a', '2']).at(-1)).toBe('1 row');
  expect(table()).toEqual(['0 rows']);
});

test('control characters do not tear it apart', () => {
  expect(table(['1', 'a\nb\tc\u001b[31m', '2'])[2]).toBe(' 1  a b c [31m      2');
});

test('a long text stays within the width', () => {
  const lines = table(['1', '긴 글 '.repeat(60), '2']);
  expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(72);
});

test('what was changed, and what the server refuses', () => {
  expect(answerLines({ kind: 'done', changed: 1 })).toEqual(['1 row changed']);
  expect(answerLines({ kind: 'done', changed: 3 })).toEqual(['3 rows changed']);
  expect(answerLines({ kind: 'done', changed: 0 })).toEqual(['OK, no rows changed']);
  const refused = { kind: 'error', message: "Table 'shop.x' doesn't exist", errno: 1146, sqlState: '42S02' } as const;
  expect(answerLines(refused)).toEqual(["ERROR 1146 (42S02): Table 'shop.x' doesn't exist"]);
});
