import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../src/check/index.ts';
import { judgeSql } from '../../../src/check/sql.ts';
import type { SqlAnswer, SqlCell } from '../../../src/check/sql-facts.ts';
import { Unreachable } from '../../../src/check/unreachable.ts';
import type { AssertionOf } from '../../../src/lesson/types.ts';
import { factsOf, type Verdict, verdictOf } from './support/facts.ts';

const users = (...rows: readonly (readonly SqlCell[])[]): SqlAnswer => ({
  kind: 'rows',
  columns: [
    { name: 'id', numeric: true },
    { name: 'name', numeric: false },
    { name: 'paid', numeric: true },
  ],
  rows,
});
const kim = ['1', '김', '9.50'];
const lee = ['2', 'lee', null];
const unknownTable: SqlAnswer = {
  kind: 'error',
  message: "Table 'shop.users' doesn't exist",
  errno: 1146,
  sqlState: '42S02',
};
const sql = 'SELECT * FROM users';
const tryNext = "mariadb shop -e 'SELECT * FROM users'";
type Asked = Partial<AssertionOf<'sql'>>;
const judged = (more: Asked, answer: SqlAnswer, other?: SqlAnswer) =>
  verdictOf(judgeSql({ subject: 'sql', sql, at: 'shop', ...more }, answer, other));

describe('rows', () => {
  test.each<[string, Asked, SqlAnswer, Verdict]>([
    ['so many', { rows: 2 }, users(kim, lee), { pass: '2 rows' }],
    ['too few', { rows: 1 }, users(), { expected: '1 row', actual: '0 rows', tryNext }],
    [
      'in any order, by the columns that are named, numbers by value',
      {
        rows: [
          { id: 2, paid: null },
          { name: '김', paid: 9.5 },
        ],
      },
      users(kim, lee),
      { pass: '2 rows: (id 2, paid NULL), (name "김", paid 9.5)' },
    ],
    ['true as the server keeps it', { rows: [{ id: true }] }, users(kim), { pass: '1 row: (id true)' }],
    [
      'another value',
      { rows: [{ id: 1, name: 'Kim' }] },
      users(['1', 'kim', null]),
      {
        expected: '1 row: (id 1, name "Kim")',
        actual: '1 row: (id 1, name "kim", paid NULL)',
        because: 'missing: (id 1, name "Kim"); not expected: (id 1, name "kim", paid NULL)',
        tryNext,
      },
    ],
    [
      'one too many',
      { rows: [{ id: 1 }] },
      users(kim, kim),
      {
        expected: '1 row: (id 1)',
        actual: '2 rows: (id 1, name "김", paid 9.50), (id 1, name "김", paid 9.50)',
        because: 'not expected: (id 1, name "김", paid 9.50)',
        tryNext,
      },
    ],
    [
      'a column that is not there',
      { rows: [{ ident: 1 }] },
      users(kim),
      {
        expected: '1 row: (ident 1)',
        actual: '1 row: (id 1, name "김", paid 9.50)',
        because: 'there is no column ident; the columns are: id, name, paid',
        tryNext,
      },
    ],
    [
      'a table that is not there',
      { rows: 2 },
      unknownTable,
      { expected: '2 rows', actual: 'shop refuses the query', because: "Table 'shop.users' doesn't exist", tryNext },
    ],
    [
      'a statement that returns none',
      { rows: 2 },
      { kind: 'done', changed: 1 },
      { expected: '2 rows', actual: 'the statement returns no rows in shop', tryNext },
    ],
  ])('%s', (_, more, answer, verdict) => {
    expect(judged(more, answer)).toEqual(verdict);
  });

  test('in order where the query asks for one', () => {
    const ordered = { sql: 'SELECT * FROM users ORDER BY id', rows: [{ id: 2 }, { id: 1 }] };
    expect(judged(ordered, users(lee, kim))).toMatchObject({ pass: '2 rows: (id 2), (id 1)' });
    expect(judged(ordered, users(kim, lee))).toMatchObject({ expected: '2 rows: (id 2), (id 1)' });
  });
});

describe('same-as', () => {
  const sameAs = { sql: 'SELECT * FROM people', at: 'warehouse' } as const;

  test.each<[string, SqlAnswer, SqlAnswer, Verdict]>([
    ['the same in another order', users(kim, lee), users(lee, kim), { pass: '2 rows' }],
    ['none on either side', users(), users(), { pass: '0 rows' }],
    [
      'a row short, and one that is old',
      users(kim, lee, lee),
      users(['1', '김', '1.00']),
      {
        expected: 'the same rows as in warehouse',
        actual: 'other rows (3 here, 1 there)',
        because:
          'only in shop: (id 1, name "김", paid 9.50) and 2 more; only in warehouse: (id 1, name "김", paid 1.00)',
        tryNext,
      },
    ],
    [
      'no such table there yet',
      users(kim),
      { ...unknownTable, message: "Table 'warehouse.people' doesn't exist" },
      {
        expected: 'the same rows as in warehouse',
        actual: 'warehouse refuses the query',
        because: "Table 'warehouse.people' doesn't exist",
        tryNext: "mariadb warehouse -e 'SELECT * FROM people'",
      },
    ],
  ])('%s', (_, answer, other, verdict) => {
    expect(judged({ sameAs }, answer, other)).toEqual(verdict);
  });

  test('two queries of one database are told apart', () => {
    const within = { sameAs: { sql: 'SELECT 2', at: 'shop' } } as const;
    expect(judged(within, users(kim), users())).toMatchObject({
      because: 'only in the first query: (id 1, name "김", paid 9.50)',
    });
  });

  test('thousands of rows are compared at once', () => {
    const many = Array.from({ length: 20_000 }, (_, id) => [String(id), 'x', null]);
    expect(judged({ sameAs }, users(...many), users(...many.toReversed()))).toEqual({ pass: '20000 rows' });
  });
});

test('both databases are asked, and one that does not answer blocks', async () => {
  const asked: string[] = [];
  const assertion = { subject: 'sql', sql, at: 'shop', sameAs: { sql: 'SELECT 2', at: 'warehouse' } } as const;
  const facts = factsOf(
    {},
    {
      sql: async (at, statement) => {
        asked.push(`${at}: ${statement}`);
        if (at === 'warehouse') throw new Unreachable('the database warehouse at 127.0.0.1:3308');
        return users();
      },
    },
  );
  expect(await evaluate(assertion, facts)).toMatchObject({
    status: 'blocked',
    by: 'the database warehouse at 127.0.0.1:3308 does not answer',
  });
  expect(asked).toEqual(['shop: SELECT * FROM users', 'warehouse: SELECT 2']);
});
