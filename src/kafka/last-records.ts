import { Unreadable } from '../check/unreadable.ts';
import type { LivePartition, LiveRecord, LiveTopic } from '../live/snapshot.ts';
import type { BrokerPool } from './broker-pool.ts';
import { groupBy } from './group-by.ts';
import { fetchRecords, isolation } from './requests.ts';
import { visibleRecords } from './visible-records.ts';

/** How many records of a topic are kept, and how much of a partition is read for them: a broker sends at least one batch. */
const kept = 8;
const bytesPerPartition = 64 * 1024;

type Tail = {
  /** where the topic's partitions began and ended when it was read */
  readonly of: string;
  readonly records: readonly LiveRecord[];
  readonly unreadable: boolean;
};

/** Reads the last records of topics; a topic that has not moved since is not read again. */
export function lastRecords(pool: BrokerPool) {
  const tails = new Map<string, Tail>();

  const refresh = async (topic: LiveTopic): Promise<void> => {
    const of = topic.partitions.map(({ low, high }) => `${low}-${high}`).join();
    if (tails.get(topic.name)?.of === of) return;
    try {
      tails.set(topic.name, { of, records: await readTail(pool, topic), unreadable: false });
    } catch (error) {
      // A leader is moving: the next look reads again. What was there is still what was written last, as far as is known.
      if (!(error instanceof Unreadable) || error.reason.kind !== 'compression') return;
      tails.set(topic.name, { of, records: [], unreadable: true });
    }
  };

  return async (topics: readonly LiveTopic[]) => {
    await Promise.all(topics.map(refresh));
    const names = new Set(topics.map(({ name }) => name));
    for (const name of tails.keys()) if (!names.has(name)) tails.delete(name);
    return {
      records: newest([...tails.values()].flatMap(({ records }) => records)),
      unreadable: [...tails].flatMap(([name, { unreadable }]) => (unreadable ? [name] : [])).sort(),
    };
  };
}

async function readTail(pool: BrokerPool, { name, partitions }: LiveTopic): Promise<readonly LiveRecord[]> {
  const places = partitions.flatMap((each) => startOf(each) ?? []);
  const parts = await Promise.all(
    [...groupBy(places, ({ leader }) => leader)].map(([leader, mine]) =>
      pool.node(leader, fetchRecords(name, mine, isolation.uncommitted, bytesPerPartition)),
    ),
  );
  const records = parts.flat().flatMap((part) => {
    const from = places.find(({ partition }) => partition === part.partition)?.offset ?? 0n;
    // A batch comes as a whole, also the part of it before what was asked for.
    return visibleRecords(part).filter(({ offset }) => offset >= from);
  });
  return newest(records.map(({ headers: _, ...record }) => ({ topic: name, ...record })));
}

function startOf({ partition, leader, low, high }: LivePartition) {
  if (low === undefined || high === undefined || high <= low || leader < 0) return undefined;
  const offset = high - low > kept ? high - BigInt(kept) : low;
  return { partition, leader, offset };
}

/** The last ones, oldest first. Within a partition the offset tells the order, whatever the clocks say. */
const newest = (records: readonly LiveRecord[]): readonly LiveRecord[] =>
  [...records]
    .sort((a, b) => a.timestamp - b.timestamp || a.partition - b.partition || (a.offset < b.offset ? -1 : 1))
    .slice(-kept);
