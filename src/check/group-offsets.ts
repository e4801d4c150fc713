import type { AssertionOf } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import type { Aspect } from './aspect.ts';
import type { GroupFacts } from './facts.ts';
import { describeGroup } from './tool-commands.ts';

type Wanted = NonNullable<AssertionOf<'group'>['offsets']>;

/** Committed offsets: a number is the sum over a topic's partitions, an object tells them by partition. */
export function groupOffsets(group: GroupFacts, wanted: Wanted): readonly Aspect[] {
  return Object.entries(wanted).flatMap(([topic, offsets]) => {
    const mine = group.offsets.filter((each) => each.topic === topic);
    if (typeof offsets === 'number') return [compare({ group, topic, wanted: offsets, found: sumOf(mine) })];
    return Object.entries(offsets).map(([partition, offset]) => {
      const found = mine.find((each) => String(each.partition) === partition)?.committed;
      return compare({ group, topic, partition, wanted: offset, found });
    });
  });
}

const sumOf = (offsets: GroupFacts['offsets']): bigint | undefined =>
  offsets.length === 0 ? undefined : offsets.reduce((sum, { committed }) => sum + committed, 0n);

function compare(given: {
  readonly group: GroupFacts;
  readonly topic: string;
  readonly partition?: string;
  readonly wanted: number;
  readonly found: bigint | undefined;
}): Aspect {
  const say = messages().check;
  const { topic, wanted, found } = given;
  const place = { topic, ...(given.partition !== undefined && { partition: given.partition }) };
  return {
    ok: found === BigInt(wanted),
    expected: say.offset({ ...place, offset: String(wanted) }),
    actual: found === undefined ? say.noCommits : say.offset({ ...place, offset: String(found) }),
    // Where nobody consumes, nothing will be committed later.
    because:
      ofPartition(given.group, topic) ??
      (given.group.members.length > 0 && (found ?? -1n) < BigInt(wanted) ? say.commitsLater : undefined),
    tryNext: describeGroup(given.group.group),
  };
}

/** `mailbox-0` is how Kafka's logs write a partition; here it is the name of a topic that the group has never read. */
function ofPartition({ offsets }: GroupFacts, name: string): string | undefined {
  const [, topic, partition] = /^(.+)-(\d+)$/.exec(name) ?? [];
  if (topic === undefined || partition === undefined) return undefined;
  const isMeant = offsets.some((each) => each.topic === topic) && !offsets.some((each) => each.topic === name);
  return isMeant ? messages().check.topicLikePartition({ name, topic, partition }) : undefined;
}
