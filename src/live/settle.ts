import type { BrokerState, LiveGroup, LiveKafka, LivePartition, LiveTopic, Seen } from './snapshot.ts';

/** What is known after a look: brokers that are no longer named, offsets and groups that nobody told are as they were. */
export function settleKafka(former: LiveKafka | undefined, look: LiveKafka): Seen<LiveKafka> {
  const before = former?.clusterId === look.clusterId ? former : undefined;
  const brokers = brokersAfter(before, look);
  const isWhole = brokers.every(({ state }) => state === 'up');
  const topics = look.topics.map((topic) => topicAfter(before, topic));
  const ends = endsOf(topics);
  const told = new Set(look.groups.map(({ group }) => group));
  const missed = isWhole ? [] : (before?.groups ?? []).filter(({ group }) => !told.has(group));
  const groups = [...look.groups, ...missed.map((group): LiveGroup => ({ ...group, isOld: true }))];
  return {
    value: {
      ...look,
      brokers,
      topics,
      groups: groups.map((group) => withLag(group, ends)).sort((a, b) => (a.group < b.group ? -1 : 1)),
    },
  };
}

/** What is known after a look that no broker answered. */
export function settleLost(former: Seen<LiveKafka>, state: BrokerState, lastRead: number): Seen<LiveKafka> {
  const { value } = former;
  return { value: { ...value, brokers: value.brokers.map(({ id }) => ({ id, state })) }, asOf: lastRead };
}

/** Also a broker that holds a copy is one, though nobody has seen it yet. */
function brokersAfter(before: LiveKafka | undefined, look: LiveKafka): LiveKafka['brokers'] {
  const states = new Map<number, BrokerState>((before?.brokers ?? []).map(({ id }) => [id, 'down']));
  for (const { partitions } of look.topics) {
    for (const { replicas } of partitions) for (const id of replicas) states.set(id, 'down');
  }
  for (const { id, state } of look.brokers) states.set(id, state);
  return [...states].map(([id, state]) => ({ id, state })).sort((a, b) => a.id - b.id);
}

function topicAfter(before: LiveKafka | undefined, topic: LiveTopic): LiveTopic {
  const former = before?.topics.find(({ name }) => name === topic.name);
  return { ...topic, partitions: topic.partitions.map((each) => partitionAfter(former, each)) };
}

function partitionAfter(former: LiveTopic | undefined, now: LivePartition): LivePartition {
  const known = former?.partitions.find(({ partition }) => partition === now.partition);
  const low = now.low ?? known?.low;
  const high = now.high ?? known?.high;
  return { ...now, ...(low !== undefined && { low }), ...(high !== undefined && { high }) };
}

const placeName = (topic: string, partition: number): string => `${topic} ${partition}`;

const endsOf = (topics: readonly LiveTopic[]): ReadonlyMap<string, bigint> =>
  new Map(
    topics.flatMap(({ name, partitions }) =>
      partitions.flatMap(({ partition, high }) => (high === undefined ? [] : [[placeName(name, partition), high]])),
    ),
  );

function withLag(group: LiveGroup, ends: ReadonlyMap<string, bigint>): LiveGroup {
  const offsets = group.offsets.map(({ topic, partition, committed }) => {
    const end = ends.get(placeName(topic, partition));
    return { topic, partition, committed, ...(end !== undefined && { lag: end > committed ? end - committed : 0n }) };
  });
  return { ...group, offsets };
}
