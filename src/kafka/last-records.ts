import { Unreadable } from '../check/unreadable.ts';
import type { LivePartition, LiveRecord, LiveTopic } from '../live/snapshot.ts';
import type { BrokerPool } from './broker-pool.ts';
import { groupBy } from './group-by.ts';
import { fetchRecords, isolation } from './requests.ts';
import { visibleRecords } from './visible-records.ts';

/** How many records are kept, and how much of a partition is read for them: a broker sends at least one batch. */
const kept = 8;
const bytesPerPartition = 64 * 1024;

/** The end of a partition, as it was read when its log lay between these offsets. */
type Tail = {
  readonly low: bigint;
  readonly high: bigint;
  readonly records: readonly LiveRecord[];
  readonly unreadable?: true;
};

type Place = Pick<Tail, 'low' | 'high'> & { readonly partition: number; readonly leader: number };

/** Reads the last records of topics; a partition that has not moved since is not read again. */
export function lastRecords(pool: BrokerPool) {
  const tails = new Map<string, Tail>();

  const refresh = async ({ name, partitions }: LiveTopic): Promise<void> => {
    const moved = partitions
      .flatMap((each) => placeOf(each) ?? [])
      .filter((place) => {
        const known = tails.get(tailName(name, place.partition));
        return known?.low !== place.low || known.high !== place.high;
      });
    for (const { partition, low, high } of moved.filter((place) => place.high <= place.low)) {
      tails.set(tailName(name, partition), { low, high, records: [] });
    }
    const filled = moved.filter((place) => place.high > place.low && place.leader >= 0);
    const led = groupBy(filled, ({ leader }) => leader);
    await Promise.all([...led].map(([leader, places]) => readAt(name, leader, places)));
  };

  const readAt = async (topic: string, leader: number, places: readonly Place[]): Promise<void> => {
    const from = places.map(({ partition, low, high }) => ({ partition, offset: startOf(low, high) }));
    const keep = ({ partition, low, high }: Place, read: Pick<Tail, 'records' | 'unreadable'>): void =>
      void tails.set(tailName(topic, partition), { low, high, ...read });
    try {
      const parts = await pool.node(leader, fetchRecords(topic, from, isolation.uncommitted, bytesPerPartition));
      for (const place of places) {
        const part = parts.find(({ partition }) => partition === place.partition);
        // A batch comes as a whole, also the part of it before what was asked for.
        const start = startOf(place.low, place.high);
        const records = (part ? visibleRecords(part) : []).filter(({ offset }) => offset >= start);
        keep(place, { records: records.map(({ headers: _, ...record }) => ({ topic, ...record })) });
      }
    } catch (error) {
      // A leader is moving: the next look reads again. What was there is still what was written last, as far as is known.
      if (!(error instanceof Unreadable) || error.reason.kind !== 'compression') return;
      for (const place of places) keep(place, { records: [], unreadable: true });
    }
  };

  return async (topics: readonly LiveTopic[]) => {
    await Promise.all(topics.map(refresh));
    const there = new Map(
      topics.flatMap(({ name, partitions }) => partitions.map(({ partition }) => [tailName(name, partition), name])),
    );
    for (const name of tails.keys()) if (!there.has(name)) tails.delete(name);
    const dark = [...tails].flatMap(([name, { unreadable }]) => (unreadable ? [there.get(name) ?? ''] : []));
    return {
      records: newest([...tails.values()].flatMap(({ records }) => records)),
      unreadable: [...new Set(dark)].sort(),
    };
  };
}

const tailName = (topic: string, partition: number): string => `${topic} ${partition}`;

/** undefined: its leader does not say how far it goes. */
const placeOf = ({ partition, leader, low, high }: LivePartition): Place | undefined =>
  low === undefined || high === undefined ? undefined : { partition, leader, low, high };

const startOf = (low: bigint, high: bigint): bigint => (high - low > kept ? high - BigInt(kept) : low);

/** The last ones, oldest first. Within a partition the offset tells the order, whatever the clocks say. */
const newest = (records: readonly LiveRecord[]): readonly LiveRecord[] =>
  [...records]
    .sort((a, b) => a.timestamp - b.timestamp || a.partition - b.partition || (a.offset < b.offset ? -1 : 1))
    .slice(-kept);
