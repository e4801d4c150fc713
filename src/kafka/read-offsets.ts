import { Unreadable } from '../check/unreadable.ts';
import { messages } from '../messages/index.ts';
import type { BrokerPool } from './broker-pool.ts';
import { groupBy } from './group-by.ts';
import { throwForErrorCode } from './protocol-errors.ts';
import { type earliest, type Isolation, type ListedOffset, type latest, listOffsets } from './requests.ts';

export type LedPartition = { readonly topic: string; readonly partition: number; readonly leader: number };

/** Start or end offsets of partitions, each asked of its leader. Throws Unreadable (not-ready) for one without a leader. */
export async function readOffsets(
  pool: BrokerPool,
  places: readonly LedPartition[],
  at: typeof earliest | typeof latest,
  level: Isolation,
): Promise<readonly ListedOffset[]> {
  const leaderless = places.find(({ leader }) => leader < 0);
  if (leaderless) {
    const detail = messages().check.detailNoLeader(leaderless);
    throw new Unreadable({ kind: 'not-ready', detail });
  }
  const byLeader = groupBy(places, ({ leader }) => leader);
  const answers = await Promise.all(
    [...byLeader].map(([leader, mine]) => pool.node(leader, listOffsets(byTopic(mine), at, level))),
  );
  const offsets = answers.flat();
  for (const { errorCode } of offsets) throwForErrorCode(errorCode);
  return offsets;
}

const byTopic = (places: readonly LedPartition[]) =>
  [...groupBy(places, ({ topic }) => topic)].map(([topic, mine]) => ({
    topic,
    partitions: mine.map(({ partition }) => partition),
  }));
