import { describe, expect, it } from 'vitest';
import { settleKafka, settleLost } from '../../../src/live/settle.ts';
import { group, kafka, partition, topic } from './support.ts';

describe('what is known after a look', () => {
  it('counts a broker that is no longer named as down', () => {
    const former = kafka();
    const { brokers } = settleKafka(former, kafka({ brokers: [{ id: 1, state: 'up' }] })).value;
    expect(brokers).toEqual([
      { id: 1, state: 'up' },
      { id: 2, state: 'down' },
      { id: 3, state: 'down' },
    ]);
  });

  it('knows a broker by the copies it holds, though it was never seen', () => {
    const look = kafka({
      brokers: [{ id: 1, state: 'up' }],
      topics: [topic('orders', partition(0, { replicas: [1, 3] }))],
    });
    expect(settleKafka(undefined, look).value.brokers).toEqual([
      { id: 1, state: 'up' },
      { id: 3, state: 'down' },
    ]);
  });

  it('keeps the offsets that a dead leader told last', () => {
    const { low: _, high: __, ...silent } = partition(0);
    const former = kafka({ topics: [topic('orders', partition(0, { low: 2n, high: 7n }))] });
    const { topics } = settleKafka(former, kafka({ topics: [topic('orders', silent)] })).value;
    expect(topics[0]?.partitions[0]).toMatchObject({ low: 2n, high: 7n });
  });

  it('keeps a group whose coordinator is dead, and says that it is old', () => {
    const former = kafka({ groups: [group('readers')] });
    const lost = kafka({ brokers: [{ id: 1, state: 'up' }] });
    expect(settleKafka(former, lost).value.groups).toEqual([{ ...group('readers'), isOld: true }]);
    expect(settleKafka(former, kafka()).value.groups).toEqual([]);
  });

  it('tells how far a group is behind, and never less than nothing', () => {
    const at = (committed: bigint) => ({ topic: 'orders', partition: 0, committed });
    const look = (committed: bigint) =>
      kafka({
        topics: [topic('orders', partition(0, { high: 5n }))],
        groups: [group('g', { offsets: [at(committed)] })],
      });
    expect(settleKafka(undefined, look(3n)).value.groups[0]?.offsets).toEqual([{ ...at(3n), lag: 2n }]);
    expect(settleKafka(undefined, look(6n)).value.groups[0]?.offsets).toEqual([{ ...at(6n), lag: 0n }]);
    const gone = kafka({ groups: [group('g', { offsets: [at(3n)] })] });
    expect(settleKafka(undefined, gone).value.groups[0]?.offsets).toEqual([at(3n)]);
  });

  it('forgets another cluster', () => {
    const other = kafka({ clusterId: 'other', groups: [group('readers')] });
    const look = kafka({ brokers: [{ id: 1, state: 'up' }] });
    expect(settleKafka(other, look).value).toEqual(look);
  });

  it('keeps everything but the brokers where none answers', () => {
    const former = { value: kafka({ topics: [topic('orders', partition(0))] }) };
    expect(settleLost(former, 'down', 1_000)).toEqual({
      value: { ...former.value, brokers: [1, 2, 3].map((id) => ({ id, state: 'down' })) },
      asOf: 1_000,
    });
  });
});
