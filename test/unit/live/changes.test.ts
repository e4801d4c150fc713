import { describe, expect, it } from 'vitest';
import { changes } from '../../../src/live/changes.ts';
import type { LiveKafka } from '../../../src/live/snapshot.ts';
import { group, member, partition, snapshot, topic } from './support.ts';

const between = (before: Partial<LiveKafka>, now: Partial<LiveKafka>) => changes(snapshot(before), snapshot(now));

describe('what changed between two snapshots', () => {
  it('is nothing where they are alike', () => {
    const parts = { topics: [topic('orders', partition(0, { high: 5n }))], groups: [group('readers')] };
    expect(between(parts, parts)).toEqual([]);
  });

  it('is a new topic with what is in it already, and one that is gone', () => {
    expect(
      between({ topics: [topic('old', partition(0))] }, { topics: [topic('orders', partition(0, { high: 2n }))] }),
    ).toEqual([
      { kind: 'topic-new', topic: 'orders' },
      { kind: 'written', topic: 'orders', partition: 0, count: 2n },
      { kind: 'topic-gone', topic: 'old' },
    ]);
  });

  it('is partitions that were added to a topic', () => {
    const now = { topics: [topic('orders', partition(0), partition(1))] };
    expect(between({ topics: [topic('orders', partition(0))] }, now)).toEqual([
      { kind: 'partition-new', topic: 'orders', partition: 1 },
    ]);
  });

  it('is records, written and deleted', () => {
    const now = { topics: [topic('orders', partition(0, { low: 3n, high: 9n }))] };
    expect(between({ topics: [topic('orders', partition(0, { high: 4n }))] }, now)).toEqual([
      { kind: 'written', topic: 'orders', partition: 0, count: 5n },
      { kind: 'removed', topic: 'orders', partition: 0, count: 3n },
    ]);
  });

  it('is a broker that died, its leadership and its copies', () => {
    const now: Partial<LiveKafka> = {
      brokers: [
        { id: 1, state: 'down' },
        { id: 2, state: 'up' },
        { id: 3, state: 'up' },
      ],
      topics: [topic('orders', partition(0, { leader: 2, isr: [2, 3] }))],
    };
    expect(between({ topics: [topic('orders', partition(0))] }, now)).toEqual([
      { kind: 'broker', id: 1, from: 'up', to: 'down' },
      { kind: 'leader', topic: 'orders', partition: 0, from: 1 },
      { kind: 'isr', topic: 'orders', partition: 0, lost: [1], back: [] },
    ]);
    expect(between(now, { topics: [topic('orders', partition(0, { leader: 2 }))] })).toContainEqual({
      kind: 'isr',
      topic: 'orders',
      partition: 0,
      lost: [],
      back: [1],
    });
  });

  it('is a group that appeared, members that came, went and were given something else', () => {
    const one = group('readers', { members: [member('a-1', 'a', 'orders', 0, 1)] });
    const two = group('readers', { members: [member('a-1', 'a', 'orders', 0), member('b-1', 'b', 'orders', 1)] });
    const none = group('readers', { state: 'Empty' });
    expect(between({}, { groups: [one] })).toEqual([{ kind: 'group-new', group: 'readers' }]);
    expect(between({ groups: [one] }, { groups: [two] })).toEqual([
      { kind: 'member-assignment', group: 'readers', member: 'a-1' },
      { kind: 'member-new', group: 'readers', member: 'b-1' },
    ]);
    expect(between({ groups: [one] }, { groups: [none] })).toEqual([
      { kind: 'group-state', group: 'readers', from: 'Stable' },
      { kind: 'member-gone', group: 'readers', member: 'a-1' },
    ]);
    expect(between({ groups: [one] }, {})).toEqual([{ kind: 'group-gone', group: 'readers' }]);
  });

  it('is what a group has committed', () => {
    const at = (committed: bigint) => group('readers', { offsets: [{ topic: 'orders', partition: 0, committed }] });
    expect(between({ groups: [at(1n)] }, { groups: [at(4n)] })).toEqual([
      { kind: 'committed', group: 'readers', topic: 'orders', partition: 0 },
    ]);
  });

  it('is connectors that came, went and stand otherwise', () => {
    const of = (state: string, names: readonly string[]) =>
      snapshot(
        {},
        {
          connect: {
            value: { worker: '127.0.0.1:8083', connectors: names.map((name) => ({ name, state, tasks: [] })) },
          },
        },
      );
    expect(changes(of('RUNNING', ['a', 'b']), of('FAILED', ['b', 'c']))).toEqual([
      { kind: 'connector-state', connector: 'b', from: 'RUNNING' },
      { kind: 'connector-new', connector: 'c' },
      { kind: 'connector-gone', connector: 'a' },
    ]);
  });

  it('is not told of two clusters, nor where one side was never seen', () => {
    expect(between({ clusterId: 'other', topics: [topic('a', partition(0))] }, {})).toEqual([]);
    expect(changes({ owned: [] }, snapshot({ topics: [topic('orders', partition(0))] }))).toEqual([]);
  });

  it('does not take offsets for records that were never told before', () => {
    const { low: _, high: __, ...unknown } = partition(0);
    expect(
      between({ topics: [topic('orders', unknown)] }, { topics: [topic('orders', partition(0, { high: 7n }))] }),
    ).toEqual([]);
  });
});
