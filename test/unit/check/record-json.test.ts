import { expect, test } from 'vitest';
import { judgeRecords } from '../../../src/check/records.ts';
import type { AssertionOf } from '../../../src/lesson/types.ts';
import { record, type Verdict, verdictOf } from './support/facts.ts';

const change = (op: string, before: object | null, after: object | null) =>
  record(JSON.stringify({ schema: {}, payload: { op, before, after } }), { key: '{"id":1}' });
const made = change('c', null, { id: 1, name: '김' });
const renamed = change('u', { id: 1, name: '김' }, { id: 1, name: 'kim' });
const removed = change('d', { id: 1, name: 'kim' }, null);
const grave = record(null, { key: '{"id":1}' });

test.each<[string, Omit<AssertionOf<'records'>, 'subject' | 'topic'>, readonly ReturnType<typeof record>[], Verdict]>([
  [
    'one record holds all of it',
    { json: { '/payload/op': 'u', '/payload/before/name': '김', '/payload/after/id': 1 } },
    [made, renamed],
    { pass: 'a record in which /payload/op is "u", /payload/before/name is "김", /payload/after/id is 1' },
  ],
  [
    'null is a value',
    { json: { '/payload/op': 'd', '/payload/after': null } },
    [made, removed, grave],
    { pass: 'a record in which /payload/op is "d", /payload/after is null' },
  ],
  [
    'each holds a part, none all: the nearest one is told',
    { json: { '/payload/op': 'u', '/payload/after/name': 'Kim' } },
    [made, record('no json'), renamed, grave],
    {
      expected: 'a record in which /payload/op is "u", /payload/after/name is "Kim"',
      actual: 'no record with all of this',
      because: 'in the nearest one /payload/after/name is "kim"',
    },
  ],
  [
    'no JSON at all',
    { json: { '/op': 'u' } },
    [record('plain')],
    {
      expected: 'a record in which /op is "u"',
      actual: 'no record with all of this',
      because: 'in the nearest one not valid JSON',
    },
  ],
  [
    'nothing to read, as without a schema',
    { json: { '/payload/op': 'u' } },
    [record('{"op":"u"}')],
    {
      expected: 'a record in which /payload/op is "u"',
      actual: 'no record with all of this',
      because: 'in the nearest one nothing at /payload/op',
    },
  ],
  [
    'only tombstones',
    { json: { '/op': 'u' } },
    [grave],
    { expected: 'a record in which /op is "u"', actual: '0 records' },
  ],
  ['a tombstone', { tombstones: 1 }, [removed, grave], { pass: '1 record without a value' }],
  ['none, as wanted', { tombstones: 0 }, [removed], { pass: '0 records without a value' }],
  [
    'none yet',
    { tombstones: 1 },
    [removed],
    { expected: '1 record without a value', actual: '0 records without a value' },
  ],
  [
    'more than wanted',
    { tombstones: 1 },
    [grave, record(null)],
    {
      expected: '1 record without a value',
      actual: '2 records without a value',
      because: 'their keys: {"id":1}, no key',
    },
  ],
])('%s', (_, more, records, verdict) => {
  const assertion = { subject: 'records', topic: 'shop.shop.users', ...more } as const;
  expect(verdictOf(judgeRecords(assertion, { records, partitions: 1, names: [] }))).toEqual(verdict);
});
