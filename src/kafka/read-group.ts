import assignerProtocol from 'kafkajs/src/consumer/assignerProtocol.js';
import type { GroupFacts } from '../check/facts.ts';
import type { BrokerPool } from './broker-pool.ts';
import { groupBy } from './group-by.ts';
import { throwForErrorCode } from './protocol-errors.ts';
import { readOffsets } from './read-offsets.ts';
import {
  type DescribedGroup,
  describeGroup,
  fetchCommittedOffsets,
  findGroupCoordinator,
  isolation,
  latest,
  listGroups,
} from './requests.ts';

/** Names of all groups, asked of every broker: each lists those it coordinates. */
export async function readGroupNames(pool: BrokerPool): Promise<readonly string[]> {
  const { brokers } = await pool.metadata([]);
  const answers = await Promise.all(brokers.map(({ nodeId }) => pool.node(nodeId, listGroups())));
  for (const { errorCode } of answers) throwForErrorCode(errorCode);
  return answers.flatMap(({ groups }) => groups.map(({ groupId }) => groupId)).sort();
}

/**
 * undefined where there is no such group. A group of the newer protocol (KIP-848, share, streams) is listed but is
 * described as `Dead` without members to a client as old as kafkajs; its offsets are right all the same.
 */
export async function readGroup(pool: BrokerPool, name: string): Promise<GroupFacts | undefined> {
  const names = await readGroupNames(pool);
  if (!names.includes(name)) return undefined;
  const found = await pool.any(findGroupCoordinator(name));
  throwForErrorCode(found.errorCode);
  const { nodeId } = found.coordinator;
  const [described, commits] = await Promise.all([
    describeGroupAt(pool, nodeId, name),
    readCommitsAt(pool, nodeId, name),
  ]);
  return described && { ...described, offsets: await withEnds(pool, commits) };
}

/** State and members of a group, asked of its coordinator. undefined where there is no such group. */
export async function describeGroupAt(
  pool: BrokerPool,
  coordinator: number,
  name: string,
): Promise<Omit<GroupFacts, 'offsets'> | undefined> {
  const described = await pool.node(coordinator, describeGroup(name));
  if (!described) return undefined;
  throwForErrorCode(described.errorCode);
  return { group: name, state: described.state, members: membersOf(described) };
}

const membersOf = ({ protocolType, members }: DescribedGroup): GroupFacts['members'] =>
  members.map(({ memberId, clientId, memberAssignment }) => ({
    id: memberId,
    clientId,
    assignment: protocolType === 'consumer' ? decodeAssignment(memberAssignment) : [],
  }));

function decodeAssignment(bytes: Buffer): GroupFacts['members'][number]['assignment'] {
  const decoded = bytes.length > 0 ? assignerProtocol.MemberAssignment.decode(bytes) : null;
  return Object.entries(decoded?.assignment ?? {}).map(([topic, partitions]) => ({ topic, partitions }));
}

type Commit = Omit<GroupFacts['offsets'][number], 'end'>;

/** What a group has committed, asked of its coordinator. */
export async function readCommitsAt(pool: BrokerPool, coordinator: number, group: string): Promise<readonly Commit[]> {
  const answer = await pool.node(coordinator, fetchCommittedOffsets(group));
  throwForErrorCode(answer.errorCode);
  return answer.responses.flatMap(({ topic, partitions }) =>
    partitions
      .filter(({ offset }) => BigInt(offset) >= 0n)
      .map(({ partition, offset }) => ({ topic, partition, committed: BigInt(offset) })),
  );
}

async function withEnds(pool: BrokerPool, commits: readonly Commit[]): Promise<GroupFacts['offsets']> {
  if (commits.length === 0) return [];

  const topics = [...groupBy(commits, ({ topic }) => topic).keys()];
  const { topicMetadata } = await pool.metadata(topics);
  const places = topicMetadata
    .flatMap(({ topic, partitionMetadata }) =>
      partitionMetadata.map(({ partitionId, leader }) => ({ topic, partition: partitionId, leader })),
    )
    .filter(({ topic, partition }) => commits.some((each) => each.topic === topic && each.partition === partition));
  const ends = await readOffsets(pool, places, latest, isolation.uncommitted);
  // A commit for a topic that was deleted since has no end any more.
  return commits.flatMap((commit) => {
    const end = ends.find(({ topic, partition }) => topic === commit.topic && partition === commit.partition);
    return end ? [{ ...commit, end: end.offset }] : [];
  });
}
