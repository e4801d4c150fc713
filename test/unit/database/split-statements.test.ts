import { expect, test } from 'vitest';
import { onOneLine, splitStatements } from '../../../src/database/split-statements.ts';

test.each<[string, readonly string[]]>([
  ['SELECT 1', ['SELECT 1']],
  ['SELECT 1;\nSELECT 2;\n', ['SELECT 1', 'SELECT 2']],
  [
    "INSERT INTO t VALUES ('a;b', \"c;d\", 'it''s; ok', 'e\\';f');SELECT 2",
    ["INSERT INTO t VALUES ('a;b', \"c;d\", 'it''s; ok', 'e\\';f')", 'SELECT 2'],
  ],
  ['SELECT `a;b` FROM t; SELECT 2', ['SELECT `a;b` FROM t', 'SELECT 2']],
  ['-- one; two\nSELECT 1; # three;\n/* four;\n five */', ['SELECT 1']],
  ['SELECT 1--1', ['SELECT 1--1']],
  ['SELECT /*! 1; */ 2', ['SELECT /*! 1; */ 2']],
  ["SELECT 'never closed; x", ["SELECT 'never closed", 'x']],
  ["UPDATE t SET n = '김;밥'; SELECT '🎈;'", ["UPDATE t SET n = '김;밥'", "SELECT '🎈;'"]],
  [' ;; \n', []],
])('%j', (sql, statements) => {
  expect(splitStatements(sql)).toEqual(statements);
});

test('a statement on one line', () => {
  expect(onOneLine('SELECT *\n  FROM t\r\n WHERE a = 1')).toBe('SELECT * FROM t WHERE a = 1');
});
