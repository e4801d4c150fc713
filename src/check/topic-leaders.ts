import { messages } from '../messages/index.ts';
import type { Aspect } from './aspect.ts';
import type { PartitionFacts, TopicFacts } from './facts.ts';
import { describeTopic, electPreferredLeaders } from './tool-commands.ts';

type Reason = Pick<Aspect, 'because' | 'tryNext'>;

/** Exactly these brokers lead the topic's partitions. wanted: node ids. */
export function ledBy(topic: TopicFacts, wanted: readonly number[]): Aspect {
  const say = messages().check;
  const found = leadersOf(topic);
  const stranger = topic.partitions.find(({ leader }) => leader >= 0 && !wanted.includes(leader));
  const missing = wanted.find((broker) => !found.includes(broker));
  const leaderless = topic.partitions.some(({ leader }) => leader < 0);
  return {
    ok: !leaderless && stranger === undefined && missing === undefined,
    expected: say.ledBy({ brokers: wanted.toSorted(byNumber) }),
    actual: say.ledBy({ brokers: found }),
    ...(noLeader(topic) ??
      (stranger && whyLed(topic, stranger)) ??
      (missing === undefined ? undefined : whyNotLeading(topic, missing))),
  };
}

/** The leaders lie on so many different brokers. */
export function leadersSpread(topic: TopicFacts, wanted: number): Aspect {
  const say = messages().check;
  const found = leadersOf(topic);
  return {
    ok: found.length === wanted,
    expected: say.leadersOn({ count: wanted }),
    actual: say.leadersOn({ count: found.length }),
    ...(noLeader(topic) ?? whySpread(topic, found.length < wanted)),
  };
}

const byNumber = (a: number, b: number): number => a - b;

const leadersOf = ({ partitions }: TopicFacts): readonly number[] =>
  [...new Set(partitions.map(({ leader }) => leader))].filter((leader) => leader >= 0).toSorted(byNumber);

function noLeader(topic: TopicFacts): Reason | undefined {
  const found = topic.partitions.find(({ leader }) => leader < 0);
  if (!found) return undefined;
  const { partition, replicas } = found;
  return { because: messages().check.noLeader({ partition, replicas }), tryNext: describeTopic(topic.name) };
}

/** The broker that is to lead a partition when all is well: the first of its replicas. */
const preferredOf = ({ replicas, leader }: PartitionFacts): number => replicas[0] ?? leader;

/** Its preferred leader could lead again, and does not: that takes an election. */
const isDisplaced = (partition: PartitionFacts): boolean =>
  partition.leader !== preferredOf(partition) && partition.isr.includes(preferredOf(partition));

function whyLed(topic: TopicFacts, found: PartitionFacts): Reason {
  const say = messages().check;
  const { partition, leader } = found;
  const preferred = preferredOf(found);
  if (isDisplaced(found)) {
    return { because: say.displaced({ partition, leader, preferred }), tryNext: electPreferredLeaders };
  }
  const because =
    leader === preferred ? say.leads({ leader, partition }) : say.preferredNotInSync({ partition, leader, preferred });
  return { because, tryNext: describeTopic(topic.name) };
}

function whyNotLeading(topic: TopicFacts, broker: number): Reason {
  const say = messages().check;
  const meantForIt = topic.partitions.find((each) => preferredOf(each) === broker);
  if (meantForIt) return whyLed(topic, meantForIt);
  const follows = topic.partitions.some(({ replicas }) => replicas.includes(broker));
  return {
    because: follows ? say.onlyFollows({ broker }) : say.holdsNoReplica({ broker }),
    tryNext: describeTopic(topic.name),
  };
}

function whySpread(topic: TopicFacts, tooFew: boolean): Reason {
  const say = messages().check;
  const displaced = topic.partitions.find(isDisplaced);
  if (displaced) return whyLed(topic, displaced);
  const away = topic.partitions.find((each) => each.leader !== preferredOf(each));
  if (tooFew && away) return whyLed(topic, away);
  const because = leadersOf(topic).map((leader) =>
    say.leadsThese({
      leader,
      partitions: topic.partitions.filter((each) => each.leader === leader).map(({ partition }) => partition),
    }),
  );
  return { because: because.join(', '), tryNext: describeTopic(topic.name) };
}
