import { describe, expect, it } from 'vitest';
import { noNames } from '../../../src/command/complete/types.ts';
import { passedAway, withNames } from '../../../src/live/passed-away.ts';
import { group, partition, snapshot, topic } from './support.ts';

const connect = (...names: readonly string[]) => ({
  connect: { value: { worker: '127.0.0.1:8083', connectors: names.map((name) => ({ name, tasks: [] })) } },
});
const before = snapshot({ topics: [topic('orders', partition(0))] }, connect('source'));
const between = snapshot(
  { topics: [topic('orders', partition(0)), topic('lost', partition(0))], groups: [group('readers')] },
  connect('source', 'sink'),
);

describe('what came and went between two snapshots', () => {
  it('is what neither of them has', () => {
    const seen = withNames(withNames(noNames, before), between);
    expect(passedAway(seen, before, before)).toEqual([
      { kind: 'topic-gone', topic: 'lost' },
      { kind: 'group-gone', group: 'readers' },
      { kind: 'connector-gone', connector: 'sink' },
    ]);
    expect(passedAway(seen, before, between)).toEqual([]);
    // What was there before is a change between the two.
    expect(passedAway(withNames(noNames, between), between, before)).toEqual([]);
  });

  it('is nothing as long as nobody answers', () => {
    const seen = withNames(noNames, between);
    const { kafka, connect: worker } = between;
    const lost = { ...between, kafka: { ...kafka, asOf: 1 }, connect: { ...worker, asOf: 1 } } as typeof between;
    expect(passedAway(withNames(seen, lost), before, lost)).toEqual([]);
    expect(passedAway(seen, before, { owned: [], ...(kafka && { kafka }) })).toEqual([]);
  });
});
