import { describe, expect, test } from 'vitest';
import type { RecordBatch } from '../../../src/kafka/record-batches.ts';
import { visibleRecords } from '../../../src/kafka/visible-records.ts';

const batch = (first: number, producerId: string, values: readonly string[]): RecordBatch => ({
  lastOffset: BigInt(first + values.length - 1),
  producerId,
  transactional: producerId !== '-1',
  control: undefined,
  records: values.map((value, index) => ({
    offset: BigInt(first + index),
    key: null,
    value,
    headers: [],
    timestamp: 0,
  })),
});
const marker = (offset: number, producerId: string, control: 'abort' | 'other'): RecordBatch => ({
  ...batch(offset, producerId, ['']),
  control,
  records: [],
});
const aborted = (producerId: string, firstOffset: number) => ({ producerId, firstOffset: BigInt(firstOffset) });

const seen = (batches: readonly RecordBatch[], transactions: readonly ReturnType<typeof aborted>[]) =>
  visibleRecords({ partition: 0, batches, aborted: transactions }).map(({ value }) => value);

describe('visible records', () => {
  test('without transactions: all of them, with their partition', () => {
    const records = visibleRecords({ partition: 4, aborted: [], batches: [batch(0, '-1', ['a', 'b'])] });
    expect(records.map(({ partition, value }) => [partition, value])).toEqual([
      [4, 'a'],
      [4, 'b'],
    ]);
  });

  test('control records never', () => {
    expect(seen([batch(0, '7', ['a']), marker(1, '7', 'other')], [])).toEqual(['a']);
  });

  test('an aborted transaction ends at its marker', () => {
    const log = [batch(0, '7', ['a']), marker(1, '7', 'abort'), batch(2, '7', ['b']), marker(3, '7', 'other')];
    expect(seen(log, [aborted('7', 0)])).toEqual(['b']);
  });

  test('one that begins later does not reach back', () => {
    const log = [batch(0, '7', ['a']), marker(1, '7', 'other'), batch(2, '7', ['b']), marker(3, '7', 'abort')];
    expect(seen(log, [aborted('7', 2)])).toEqual(['a']);
  });

  test('records of others in between stay', () => {
    const log = [batch(0, '7', ['a']), batch(1, '8', ['b']), batch(2, '-1', ['c']), marker(3, '7', 'abort')];
    expect(seen(log, [aborted('7', 0)])).toEqual(['b', 'c']);
  });

  test('two aborted side by side, listed in any order', () => {
    const log = [
      batch(0, '7', ['a']),
      batch(1, '8', ['b']),
      marker(2, '7', 'abort'),
      batch(3, '8', ['c']),
      marker(4, '8', 'abort'),
      batch(5, '8', ['d']),
    ];
    expect(seen(log, [aborted('8', 1), aborted('7', 0)])).toEqual(['d']);
  });

  test('without a list of aborted ones (read_uncommitted) they are all there', () => {
    expect(seen([batch(0, '7', ['a']), marker(1, '7', 'abort')], [])).toEqual(['a']);
  });
});
