import { describe, expect, test } from 'vitest';
import { judgeFile } from '../../../src/check/file.ts';
import { followPointer } from '../../../src/check/json-pointer.ts';
import type { AssertionOf } from '../../../src/lesson/types.ts';
import { type Verdict, verdictOf } from './support/facts.ts';

const backslashes = 'in a properties file a backslash is an escape: write / or \\\\ instead';

type Row = readonly [
  name: string,
  wanted: Omit<AssertionOf<'file'>, 'subject' | 'file'>,
  text: string | undefined,
  verdict: Verdict,
];

const rows: readonly Row[] = [
  ['it exists', {}, '', { pass: 'exists' }],
  ['it is missing', {}, undefined, { expected: 'exists', actual: 'no such file' }],
  ['it is missing, and more', { contains: ['a'] }, undefined, { expected: 'contains "a"', actual: 'no such file' }],
  ['it contains', { contains: ['b\nc'] }, 'a\r\nb\r\nc', { pass: 'contains "b\\nc"' }],
  ['it does not contain', { contains: ['x'] }, 'a', { expected: 'contains "x"', actual: 'not in the file' }],
  ['it matches', { matches: ['^b$'] }, 'a\r\nb\r\n', { pass: 'matches /^b$/' }],
  ['it does not match', { matches: ['^b$'] }, 'ab', { expected: 'matches /^b$/', actual: 'not in the file' }],
  ['capital letters do not matter', { matches: ['^IF a'], ignoreCase: true }, 'x\nif A', { pass: 'matches /^IF a/' }],
  ['nor in what it contains', { contains: ['IF'], ignoreCase: true }, 'if', { pass: 'contains "IF"' }],
  ['they do matter', { contains: ['IF'] }, 'if', { expected: 'contains "IF"', actual: 'not in the file' }],
  ['its lines end with LF', { lineEnds: 'lf' }, 'a\nb\n', { pass: 'all lines end with LF' }],
  ['its lines end with CR LF', { lineEnds: 'crlf' }, 'a\r\nb', { pass: 'all lines end with CR LF' }],
  [
    'one line ends with CR LF',
    { lineEnds: 'lf' },
    'a\nb\r\nc\n',
    { expected: 'all lines end with LF', actual: '1 of 3 lines with CR LF' },
  ],
  [
    'not all lines end with CR LF',
    { lineEnds: 'crlf' },
    'a\nb\r\n',
    { expected: 'all lines end with CR LF', actual: '1 of 2 lines with CR LF' },
  ],
  [
    'there is no line',
    { lineEnds: 'lf' },
    '',
    { expected: 'all lines end with LF', actual: '0 of 0 lines with CR LF' },
  ],
  [
    'the answer is not told',
    { matches: ['^1 = B$', '^2 = A$'], as: 'both are right' },
    '1 = B\n',
    { expected: 'both are right', actual: 'not yet' },
  ],
  ['it is right, in words', { matches: ['^1 = B$'], as: 'line 1 is right' }, '1 = B', { pass: 'line 1 is right' }],
  [
    'in words, of a file that is not there',
    { matches: ['^1 = B$'], as: 'line 1 is right' },
    undefined,
    { expected: 'line 1 is right', actual: 'no such file' },
  ],
  ['it is from an editor on Windows', { json: { '/a': 'x' } }, '\uFEFF{\r\n  "a": "x"\r\n}\r\n', { pass: '/a is "x"' }],
  ['a property is right', { properties: { 'group.id': 'x' } }, 'group.id = x', { pass: 'group.id=x' }],
  [
    'a property is another',
    { properties: { 'group.id': 'x' } },
    'group.id=y',
    { expected: 'group.id=x', actual: 'group.id=y' },
  ],
  ['a property is missing', { properties: { a: 'x' } }, '', { expected: 'a=x', actual: 'a is not set' }],
  [
    'a property is commented out',
    { properties: { 'plugin.path': '/opt' } },
    '#plugin.path=/opt',
    {
      expected: 'plugin.path=/opt',
      actual: 'plugin.path is not set',
      because: 'the line of plugin.path is a comment: remove the # in front',
    },
  ],
  [
    'a property has another name',
    { properties: { 'plugin.path': '/opt' } },
    'plugins.path=/opt',
    {
      expected: 'plugin.path=/opt',
      actual: 'plugin.path is not set',
      because: 'there is a setting plugins.path, with an extra s',
    },
  ],
  [
    'a property ends in a space',
    { properties: { a: 'x' } },
    'a=x ',
    { expected: 'a=x', actual: 'a="x "', because: '"x " has a space at its start or end' },
  ],
  [
    'backslashes were eaten',
    { properties: { p: 'C:/Work/lib' } },
    'p=C:\\Work\\lib',
    { expected: 'p=C:/Work/lib', actual: 'p=C:Worklib', because: backslashes },
  ],
  [
    'backslashes became a tab',
    { properties: { p: 'C:/temp' } },
    'p=C:\\temp',
    { expected: 'p=C:/temp', actual: 'p="C:\\temp"', because: backslashes },
  ],
  [
    'a \\u is malformed',
    { properties: { p: 'C:/users' } },
    'a=1\np=C:\\users',
    {
      expected: 'p=C:/users',
      actual: 'line 2 cannot be read: \\u wants four hexadecimal digits',
      because: backslashes,
    },
  ],
  [
    'json is right, in any order of its keys',
    { json: { '/a': { x: 1, y: [true, null] } } },
    '{"a": {"y": [true, null], "x": 1}}',
    { pass: '/a is {"y":[true,null],"x":1}' },
  ],
  ['json as a whole', { json: { '': 1 } }, '1', { pass: 'the document is 1' }],
  [
    'json is another: text is no number',
    { json: { '/a': 1 } },
    '{"a": "1"}',
    { expected: '/a is 1', actual: '/a is "1"' },
  ],
  ['nothing is there', { json: { '/a/b': 1 } }, '{"a": 1}', { expected: '/a/b is 1', actual: 'nothing at /a/b' }],
];

describe('a file', () => {
  test.each(rows)('%s', (_, wanted, text, verdict) => {
    expect(verdictOf(judgeFile({ subject: 'file', file: 'f', ...wanted }, text))).toEqual(verdict);
  });

  test('what is no JSON is told with the parser’s words', () => {
    const result = judgeFile({ subject: 'file', file: 'f', json: { '/a': 1 } }, '{"a": 1,}');
    expect(result).toMatchObject({
      status: 'fail',
      actual: 'not valid JSON',
      because: expect.stringContaining('JSON'),
    });
  });
});

/** The examples of RFC 6901, section 5. */
describe('a JSON pointer', () => {
  const document = { foo: ['bar', 'baz'], '': 0, 'a/b': 1, 'c%d': 2, 'm~n': 8, ' ': 7 };
  test.each<[string, unknown]>([
    ['', document],
    ['/foo', ['bar', 'baz']],
    ['/foo/0', 'bar'],
    ['/', 0],
    ['/a~1b', 1],
    ['/c%d', 2],
    ['/m~0n', 8],
    ['/ ', 7],
  ])('%j', (pointer, value) => {
    expect(followPointer(document, pointer)).toEqual({ found: true, value });
  });

  test.each(['/foo/2', '/foo/01', '/foo/-', '/foo/length', '/nothing', 'foo', '/foo/0/x', '/toString'])(
    '%j points at nothing',
    (pointer) => {
      expect(followPointer(document, pointer)).toEqual({ found: false });
    },
  );
});
