import type { RecordFacts } from '../check/facts.ts';
import { Unreadable } from '../check/unreadable.ts';
import { messages } from '../messages/index.ts';
import type { BrokerPool } from './broker-pool.ts';
import { groupBy } from './group-by.ts';
import { throwForErrorCode } from './protocol-errors.ts';
import { readOffsets } from './read-offsets.ts';
import { readTopic } from './read-topic.ts';
import { earliest, fetchRecords, type Isolation, isolation, latest } from './requests.ts';
import { visibleRecords } from './visible-records.ts';

const maxRecords = 100_000;
const maxBytes = 50 * 1024 * 1024;
/** answers in a row that bring nothing although the log goes on: then somebody else changed it */
const maxEmptyAnswers = 5;

type Budget = { records: number; bytes: number };
type Range = { readonly partition: number; next: bigint; readonly end: bigint };

/**
 * Reads a topic from its start to where it ends now, without a consumer group: no member, no offsets, no three seconds
 * of rebalance. undefined: no such topic. Throws Unreadable for unknown compression, for more than 100,000 records or
 * 50 MB, and while a partition has no leader.
 */
export async function readRecords(
  pool: BrokerPool,
  name: string,
  options: { readonly committedOnly: boolean; readonly partition?: number },
): Promise<readonly RecordFacts[] | undefined> {
  const topic = await readTopic(pool, name);
  if (!topic) return undefined;
  const level = options.committedOnly ? isolation.committed : isolation.uncommitted;
  const wanted = topic.partitions.filter(
    ({ partition }) => options.partition === undefined || partition === options.partition,
  );
  const places = wanted.map(({ partition, leader }) => ({ topic: name, partition, leader }));
  const [starts, ends] = await Promise.all([
    readOffsets(pool, places, earliest, level),
    readOffsets(pool, places, latest, level),
  ]);
  const endOf = new Map(ends.map(({ partition, offset }) => [partition, offset]));
  const ranges = starts.map(({ partition, offset }) => ({
    partition,
    next: offset,
    end: endOf.get(partition) ?? offset,
  }));

  const budget: Budget = { records: maxRecords, bytes: maxBytes };
  const byLeader = groupBy(ranges, ({ partition }) => leaderOf(wanted, partition));
  const parts = await Promise.all(
    [...byLeader].map(([leader, mine]) => readRanges(pool, { topic: name, leader, ranges: mine, level, budget })),
  );
  return parts.flat().sort((a, b) => a.partition - b.partition || (a.offset < b.offset ? -1 : 1));
}

const leaderOf = (partitions: readonly { partition: number; leader: number }[], wanted: number): number =>
  partitions.find(({ partition }) => partition === wanted)?.leader ?? -1;

type Reading = {
  readonly topic: string;
  readonly leader: number;
  readonly ranges: readonly Range[];
  readonly level: Isolation;
  readonly budget: Budget;
};

async function readRanges(pool: BrokerPool, { topic, leader, ranges, level, budget }: Reading): Promise<RecordFacts[]> {
  const records: RecordFacts[] = [];
  let unfinished = ranges.filter(({ next, end }) => next < end);
  let empty = 0;
  while (unfinished.length > 0) {
    const from = unfinished.map(({ partition, next }) => ({ partition, offset: next }));
    const answer = await pool.node(leader, fetchRecords(topic, from, level));
    let moved = false;
    for (const part of answer) {
      throwForErrorCode(part.errorCode);
      const range = unfinished.find(({ partition }) => partition === part.partition);
      const last = part.batches.at(-1);
      if (!range || !last) continue;
      const start = range.next;
      const visible = visibleRecords(part).filter(({ offset }) => offset >= start && offset < range.end);
      spend(budget, visible.length, part.bytes);
      for (const record of visible) records.push(record);
      // The batch's last offset, not the last record's: compaction leaves holes.
      range.next = last.lastOffset + 1n;
      moved ||= range.next > start;
    }
    empty = moved ? 0 : empty + 1;
    if (empty >= maxEmptyAnswers) throw new Unreadable({ kind: 'not-ready', detail: messages().check.detailShortLog });
    // Those that got nothing come first: an answer is cut off at a size.
    unfinished = [...unfinished].sort((a, b) => (a.next < b.next ? -1 : 1)).filter(({ next, end }) => next < end);
  }
  return records;
}

function spend(budget: Budget, records: number, bytes: number): void {
  budget.records -= records;
  budget.bytes -= bytes;
  if (budget.records < 0 || budget.bytes < 0) throw new Unreadable({ kind: 'too-much', maxRecords, maxBytes });
}
