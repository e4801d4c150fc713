import { describe, expect, test } from 'vitest';
import type { RecordFacts } from '../../../src/check/facts.ts';
import { judgeRecords } from '../../../src/check/records.ts';
import type { AssertionOf } from '../../../src/lesson/types.ts';
import { record, type Verdict, verdictOf } from './support/facts.ts';

const b = '--bootstrap-server localhost:9092';
const produce = `kafka-console-producer.sh ${b} --topic rides`;
const produceKeys = `${produce} --reader-property parse.key=true --reader-property key.separator=:`;

const values = (...texts: (string | null)[]): readonly RecordFacts[] => texts.map((text) => record(text));
const keys = (...texts: (string | null)[]): readonly RecordFacts[] => texts.map((key) => record('x', { key }));

type Wanted = Omit<AssertionOf<'records'>, 'subject' | 'topic'>;
type Row = readonly [name: string, wanted: Wanted, records: readonly RecordFacts[], verdict: Verdict];

const counts: readonly Row[] = [
  ['nothing asked', {}, values('a'), { pass: '1 record' }],
  ['count is right', { count: 2 }, values('a', 'b'), { pass: '2 records' }],
  ['count zero of an empty topic', { count: 0 }, [], { pass: '0 records' }],
  [
    'count is short',
    { count: 3 },
    values('a', 'b'),
    { expected: '3 records', actual: '2 records', because: '1 record short', tryNext: produce },
  ],
  [
    'count is over',
    { count: 1 },
    values('a', 'b', 'c'),
    {
      expected: '1 record',
      actual: '3 records',
      because: '2 more than wanted: a topic keeps everything it was sent, also by an earlier try',
    },
  ],
  ['at least is reached', { atLeast: 2 }, values('a', 'b', 'c'), { pass: '3 records' }],
  [
    'at least is not reached',
    { atLeast: 2 },
    values('a'),
    { expected: 'at least 2 records', actual: '1 record', because: '1 record short', tryNext: produce },
  ],
];

const lists: readonly Row[] = [
  ['values are right', { values: ['a', 'b'] }, values('a', 'b'), { pass: 'values "a", "b"' }],
  [
    'values are in another order',
    { values: ['a', 'b'] },
    values('b', 'a'),
    { expected: 'values "a", "b"', actual: 'values "b", "a"', because: 'the same ones, in another order' },
  ],
  [
    'a value is missing',
    { values: ['a', 'b'] },
    values('a'),
    { expected: 'values "a", "b"', actual: 'values "a"', because: 'missing: "b"', tryNext: produce },
  ],
  [
    'a value is too many',
    { values: ['a'] },
    values('a', 'z'),
    { expected: 'values "a"', actual: 'values "a", "z"', because: 'not expected: "z"' },
  ],
  [
    'another value is there',
    { values: ['a', 'b'] },
    values('a', 'z'),
    { expected: 'values "a", "b"', actual: 'values "a", "z"', because: 'missing: "b"; not expected: "z"' },
  ],
  [
    'they were sent twice',
    { values: ['a', 'b'] },
    values('a', 'b', 'a', 'b'),
    {
      expected: 'values "a", "b"',
      actual: 'values "a", "b", "a", "b"',
      because: 'some are there more than once: they were sent again',
    },
  ],
  [
    'a value has a space',
    { values: ['a'] },
    values('a '),
    { expected: 'values "a"', actual: 'values "a "', because: '"a " has a space at its start or end' },
  ],
  [
    'a value has quotes',
    { values: ['hello'] },
    values("'hello'"),
    { expected: 'values "hello"', actual: `values "'hello'"`, because: `"'hello'" was sent with the quotes around it` },
  ],
  [
    'a value is decomposed',
    { values: ['김민준'] },
    values('김민준'.normalize('NFD')),
    {
      expected: 'values "김민준"',
      actual: `values "${'김민준'.normalize('NFD')}"`,
      because: `"${'김민준'.normalize('NFD')}" looks the same, but its letters are composed in another way`,
    },
  ],
  [
    'a value has capitals',
    { values: ['hello'] },
    values('Hello'),
    { expected: 'values "hello"', actual: 'values "Hello"', because: '"Hello" has other capital letters' },
  ],
  ['nothing was sent', { values: ['a'] }, [], { expected: 'values "a"', actual: '0 records', tryNext: produce }],
  [
    'a tombstone is no text',
    { values: ['null'] },
    values(null),
    { expected: 'values "null"', actual: 'values null', because: 'missing: "null"; not expected: null' },
  ],
  ['keys are right', { keys: ['k', null] }, keys('k', null), { pass: 'keys "k", no key' }],
  [
    'keys are missing altogether',
    { keys: ['k'] },
    values('a'),
    {
      expected: 'keys "k"',
      actual: 'keys no key',
      because: 'the records have no keys: the producer was not told to read keys',
      tryNext: produceKeys,
    },
  ],
  [
    'the key went into the value',
    { keys: ['alice'] },
    values('alice:1'),
    {
      expected: 'keys "alice"',
      actual: 'keys no key',
      because: 'the key is part of the value, as in "alice:1": the producer was not told to read keys',
      tryNext: produceKeys,
    },
  ],
  [
    'a key has a space',
    { keys: ['k'] },
    keys('k '),
    { expected: 'keys "k"', actual: 'keys "k "', because: '"k " has a space at its start or end' },
  ],
  [
    'a key is another',
    { keys: ['k'] },
    keys('z'),
    { expected: 'keys "k"', actual: 'keys "z"', because: 'missing: "k"; not expected: "z"' },
  ],
];

const contents: readonly Row[] = [
  ['a value contains it', { contains: ['ell'] }, values('x', 'hello'), { pass: 'a record with "ell"' }],
  [
    'no value contains it',
    { contains: ['ell'] },
    values(null, 'x'),
    { expected: 'a record with "ell"', actual: 'no record with "ell"' },
  ],
  [
    'a value contains it in capitals',
    { contains: ['ell'] },
    values('HELLO'),
    {
      expected: 'a record with "ell"',
      actual: 'no record with "ell"',
      because: '"HELLO" has other capital letters',
    },
  ],
  ['there is nothing to contain it', { contains: ['a'] }, [], { expected: 'a record with "a"', actual: '0 records' }],
  [
    'headers are right',
    { headers: { a: '1', b: '2' } },
    [
      record('x'),
      record('y', {
        headers: [
          ['b', '2'],
          ['a', '1'],
          ['c', '3'],
        ],
      }),
    ],
    { pass: 'a record with headers a=1, b=2' },
  ],
  [
    'headers are spread over two records',
    { headers: { a: '1', b: '2' } },
    [record('x', { headers: [['a', '1']] }), record('y', { headers: [['b', '2']] })],
    {
      expected: 'a record with headers a=1, b=2',
      actual: 'no record with all of them',
      because: 'the headers there are: a=1, b=2',
    },
  ],
  [
    'no record has headers',
    { headers: { a: '1' } },
    values('x'),
    {
      expected: 'a record with headers a=1',
      actual: 'no record with all of them',
      because: 'the records have no headers: the producer was not told to read headers',
      tryNext: `${produce} --reader-property parse.headers=true`,
    },
  ],
  [
    'there is nothing to have headers',
    { headers: { a: '1' } },
    [],
    {
      expected: 'a record with headers a=1',
      actual: '0 records',
      tryNext: `${produce} --reader-property parse.headers=true`,
    },
  ],
  [
    'a key stays in its partition',
    { samePartition: ['alice'] },
    [
      record('1', { key: 'alice', partition: 2 }),
      record('2', { key: 'bob' }),
      record('3', { key: 'alice', partition: 2 }),
    ],
    { pass: '"alice" in partition 2' },
  ],
  [
    'a key is in two partitions',
    { samePartition: ['alice'] },
    [record('1', { key: 'alice', partition: 0 }), record('2', { key: 'alice', partition: 1 })],
    { expected: 'each in one partition: "alice"', actual: '"alice" in partitions 0 and 1' },
  ],
  [
    'a key is nowhere',
    { samePartition: ['alice'] },
    keys('bob'),
    {
      expected: 'each in one partition: "alice"',
      actual: 'no record with key "alice"',
      tryNext: produceKeys,
    },
  ],
  [
    'of three keys two are missing and one is spread',
    { samePartition: ['alice', 'bob', 'carol'] },
    [record('1', { key: 'alice', partition: 0 }), record('2', { key: 'alice', partition: 1 })],
    {
      expected: 'each in one partition: "alice", "bob", "carol"',
      actual: 'no record with key "bob", "carol"; "alice" in partitions 0 and 1',
      tryNext: produceKeys,
    },
  ],
  [
    'two things are wrong: both are told, the first reason is given',
    { count: 2, contains: ['b'] },
    values('a'),
    {
      expected: '2 records, a record with "b"',
      actual: '1 record, no record with "b"',
      because: '1 record short',
      tryNext: produce,
    },
  ],
];

const judge = (wanted: Wanted, records: readonly RecordFacts[] | undefined, partitions = 1, names: string[] = []) =>
  verdictOf(judgeRecords({ subject: 'records', topic: 'rides', ...wanted }, { records, partitions, names }));

describe('records', () => {
  test.each([...counts, ...lists, ...contents])('%s', (_, wanted, records, verdict) => {
    expect(judge(wanted, records)).toEqual(verdict);
  });

  test('several partitions: any order will do', () => {
    expect(judge({ values: ['a', 'b'] }, values('b', 'a'), 3)).toEqual({ pass: 'values "b", "a"' });
    expect(judge({ keys: ['k', 'l'] }, keys('l', 'k'), 3)).toEqual({ pass: 'keys "l", "k"' });
  });

  test('several partitions, as often as wanted', () => {
    expect(judge({ values: ['a', 'a', 'b'] }, values('b', 'a', 'b'), 3)).toEqual({
      expected: 'values "a", "a", "b" in any order',
      actual: 'values "b", "a", "b"',
      because: 'missing: "a"; not expected: "b"',
    });
  });

  test('one of several partitions: order counts', () => {
    expect(judge({ values: ['a', 'b'], partition: 1 }, values('b', 'a'), 3)).toMatchObject({
      because: 'the same ones, in another order',
    });
  });

  describe('of one key', () => {
    const mine = (value: string, partition = 1) => record(value, { key: 'alice', partition });
    const bobs = record('x', { key: 'bob', partition: 0 });

    test('the others do not count', () => {
      expect(judge({ key: 'alice', count: 2, contains: ['b'] }, [bobs, mine('a'), mine('b')], 3)).toEqual({
        pass: '2 records, a record with "b"',
      });
    });

    test('in one partition: order counts', () => {
      const wanted = { key: 'alice', values: ['a', 'b'] };
      expect(judge(wanted, [bobs, mine('a'), mine('b')], 3)).toEqual({ pass: 'values "a", "b"' });
      expect(judge(wanted, [bobs, mine('b'), mine('a')], 3)).toEqual({
        expected: 'values "a", "b"',
        actual: 'values "b", "a"',
        because: 'the same ones, in another order',
      });
    });

    test('over several partitions there is no order', () => {
      expect(judge({ key: 'alice', values: ['a', 'b'] }, [mine('b', 0), mine('a', 1)], 3)).toEqual({
        pass: 'values "b", "a"',
      });
    });

    test('nobody sent it: the keys there are', () => {
      expect(judge({ key: 'alice', values: ['a'] }, [bobs, record('y', { key: null })], 3)).toEqual({
        expected: 'values "a"',
        actual: '0 records',
        because: 'the keys there are: "bob", no key',
        tryNext: produceKeys,
      });
    });

    test('nothing has a key: the producer was not told to read keys', () => {
      expect(judge({ key: 'alice', count: 1 }, values('alice:1'), 3)).toEqual({
        expected: '1 record',
        actual: '0 records',
        because: 'the key is part of the value, as in "alice:1": the producer was not told to read keys',
        tryNext: produceKeys,
      });
    });

    test('nothing was sent at all', () => {
      expect(judge({ key: 'alice', count: 1 }, [], 3)).toEqual({
        expected: '1 record',
        actual: '0 records',
        because: '1 record short',
        tryNext: produceKeys,
      });
      expect(judge({ key: 'alice', count: 0 }, [bobs], 3)).toEqual({ pass: '0 records' });
    });
  });

  test('no such topic: what was wanted of its records is told, and a similar name', () => {
    expect(judge({ count: 3 }, undefined, 0, ['ride'])).toEqual({
      expected: '3 records',
      actual: 'no such topic',
      because: 'there is a topic ride, without the s',
      tryNext: `kafka-topics.sh ${b} --create --topic rides`,
    });
  });

  test('long lists and long values are cut', () => {
    const many = Array.from({ length: 40 }, (_, index) => `value number ${index}`);
    expect(judge({ values: many }, values(...many))).toEqual({
      pass: 'values "value number 0", "value number 1", "value number 2", ... (40 in all)',
    });
    const long = 'x'.repeat(100);
    expect(judge({ values: [long] }, values(long))).toEqual({ pass: `values "${'x'.repeat(57)}..."` });
  });

  test('line ends and control characters stay on one line', () => {
    expect(judge({ contains: ['\n\u001b'] }, values('a\n\u001b[31m'))).toEqual({ pass: 'a record with "\\n\\u001b"' });
  });
});
