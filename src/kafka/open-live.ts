import { isConnectTopic } from '../check/own-names.ts';
import type { LiveReader, NoAnswer, OpenLive } from '../live/look.ts';
import type { LiveGroup, LiveKafka, LiveTopic } from '../live/snapshot.ts';
import { type BrokerPool, brokerPool } from './broker-pool.ts';
import { dialProblem } from './dial-problem.ts';
import { groupBy } from './group-by.ts';
import { lastRecords } from './last-records.ts';
import { describeGroupAt, readCommitsAt } from './read-group.ts';
import { type LedPartition, readOffsets } from './read-offsets.ts';
import { earliest, isolation, latest, listGroups } from './requests.ts';

/** How long an answer may take before a broker counts as silent, in milliseconds. */
const answerMs = 800;

/** A reader for the live view: one connection a broker, no consumer group. Does not dial yet. */
export const openLive: OpenLive = async ({ brokers, onLost }): Promise<LiveReader> => {
  const pool = brokerPool({ brokers, label: brokers.join(), requestTimeoutMs: answerMs, onLost });
  const tails = lastRecords(pool);
  return {
    look: (owned) => lookAt(pool, tails, owned).catch(stateAfter),
    close: pool.close,
  };
};

async function lookAt(
  pool: BrokerPool,
  tails: ReturnType<typeof lastRecords>,
  owned: readonly string[],
): Promise<LiveKafka> {
  const { clusterId, brokers: met, topicMetadata } = await pool.metadata([]);
  // Kafka calls its own topics internal by itself.
  const isOwn = (name: string, isInternal: boolean) => isInternal || isConnectTopic(name);
  const shown = topicMetadata.filter(({ topic, isInternal }) => !isOwn(topic, isInternal));
  const internal = topicMetadata.filter(({ topic, isInternal }) => isOwn(topic, isInternal));
  const [listed, topics] = await Promise.all([
    Promise.all(met.map(({ nodeId }) => listAt(pool, nodeId))),
    withOffsets(pool, shown.map(toTopic).sort(byName)),
  ]);
  const [groups, last] = await Promise.all([
    Promise.all(listed.flatMap(({ id, groups: mine }) => mine.map((name) => groupAt(pool, id, name)))),
    tails(topics.filter(({ name }) => owned.includes(name))),
  ]);
  return {
    clusterId,
    brokers: listed.map(({ id, state }) => ({ id, state })),
    topics,
    internal: internal.map(({ topic }) => topic).sort(),
    groups: groups.filter((group) => group !== undefined),
    ...last,
  };
}

const byName = (a: LiveTopic, b: LiveTopic): number => (a.name < b.name ? -1 : 1);

/** How a broker that could not be asked stands. */
const stateAfter = (error: unknown): NoAnswer => (dialProblem(error) === 'silent' ? 'silent' : 'down');

/** The groups a broker coordinates: asking for them also tells whether it lives. */
async function listAt(pool: BrokerPool, id: number) {
  try {
    const answer = await pool.node(id, listGroups());
    // A Connect worker is a group too, but not one of consumers.
    const names = answer.groups.filter(({ protocolType }) => protocolType !== 'connect').map(({ groupId }) => groupId);
    return { id, state: 'up' as const, groups: names };
  } catch (error) {
    return { id, state: stateAfter(error), groups: [] };
  }
}

type Met = {
  readonly topic: string;
  readonly partitionMetadata: readonly {
    readonly partitionId: number;
    readonly leader: number;
    readonly replicas: readonly number[];
    readonly isr: readonly number[];
  }[];
};

const toTopic = ({ topic, partitionMetadata }: Met): LiveTopic => ({
  name: topic,
  partitions: partitionMetadata
    .map(({ partitionId, leader, replicas, isr }) => ({ partition: partitionId, leader, replicas, isr }))
    .sort((a, b) => a.partition - b.partition),
});

/** A leader that does not answer leaves its partitions without offsets, the others keep theirs. */
async function withOffsets(pool: BrokerPool, topics: readonly LiveTopic[]): Promise<readonly LiveTopic[]> {
  const places = topics.flatMap(({ name, partitions }) =>
    partitions.map(({ partition, leader }) => ({ topic: name, partition, leader })),
  );
  const led = groupBy(
    places.filter(({ leader }) => leader >= 0),
    ({ leader }) => leader,
  );
  const known = new Map((await Promise.all([...led.values()].map((mine) => rangesOf(pool, mine)))).flat());
  return topics.map(({ name, partitions }) => ({
    name,
    partitions: partitions.map((each) => ({ ...each, ...known.get(`${name} ${each.partition}`) })),
  }));
}

async function rangesOf(pool: BrokerPool, places: readonly LedPartition[]) {
  try {
    const [starts, ends] = await Promise.all([
      readOffsets(pool, places, earliest, isolation.uncommitted),
      readOffsets(pool, places, latest, isolation.uncommitted),
    ]);
    const endOf = new Map(ends.map(({ topic, partition, offset }) => [`${topic} ${partition}`, offset]));
    return starts.map(({ topic, partition, offset }) => {
      const place = `${topic} ${partition}`;
      return [place, { low: offset, high: endOf.get(place) ?? offset }] as const;
    });
  } catch {
    return [];
  }
}

type Member = LiveGroup['members'][number];

const byMember = (a: Member, b: Member): number => (a.clientId + a.id < b.clientId + b.id ? -1 : 1);

type Place = { readonly topic: string; readonly partition: number };

const byPlace = (a: Place, b: Place): number =>
  a.topic === b.topic ? a.partition - b.partition : a.topic < b.topic ? -1 : 1;

/** undefined: it is gone, or its coordinator cannot say. */
async function groupAt(pool: BrokerPool, coordinator: number, name: string): Promise<LiveGroup | undefined> {
  try {
    const [described, committed] = await Promise.all([
      describeGroupAt(pool, coordinator, name),
      readCommitsAt(pool, coordinator, name),
    ]);
    return (
      described && {
        ...described,
        members: [...described.members].sort(byMember),
        offsets: [...committed].sort(byPlace),
      }
    );
  } catch {
    return undefined;
  }
}
