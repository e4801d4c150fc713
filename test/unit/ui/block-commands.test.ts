import { expect, test } from 'vitest';
import { parseLine } from '../../../src/command/parse-line.ts';
import { commandsOf } from '../../../src/ui/block-commands.ts';
import { sh } from '../session/support.ts';

const flags = { timeoutMs: 1, expectFail: false, position: { path: 'lesson.md', line: 1, column: 1 } };
const url = 'http://localhost:8083/connectors';

test('commands as they are', () => {
  expect(commandsOf(sh(['one', 'two']))).toEqual(['one', 'two']);
});

test('a request as a curl command, on one line', () => {
  const block = { kind: 'http', method: 'GET', url: `${url}?expand=status`, headers: [], body: '', ...flags } as const;
  expect(commandsOf(block)).toEqual([`curl -s '${url}?expand=status'`]);
  const headers = [['Content-Type', 'application/json']] as const;
  const body = '{\n  "name": "it\'s 김"\n}';
  const [line = ''] = commandsOf({ ...block, method: 'POST', url, headers, body });
  expect(line).toBe(`curl -s -X POST -H 'Content-Type: application/json' -d '{"name":"it'\\''s 김"}' ${url}`);
  expect(parseLine(line).commands[0]?.args).toEqual([
    '-s',
    '-X',
    'POST',
    '-H',
    'Content-Type: application/json',
    '-d',
    '{"name":"it\'s 김"}',
    url,
  ]);
  expect(commandsOf({ ...block, method: 'PUT', url, body: 'no json' })).toEqual([`curl -s -X PUT -d 'no json' ${url}`]);
});

test('statements as one line for the client', () => {
  const sql = "UPDATE users\n  SET name = 'kim' -- a name\n  WHERE id = 1;\nSELECT 1;";
  const [line = ''] = commandsOf({ kind: 'sql', at: 'shop', sql, ...flags });
  expect(parseLine(line).commands[0]).toEqual({
    tool: 'mariadb',
    args: ['shop', '-e', "UPDATE users SET name = 'kim' WHERE id = 1; SELECT 1"],
  });
});
