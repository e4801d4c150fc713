import protocol from 'kafkajs/src/protocol/requests/index.js';
import { type Call, request, same, type VersionRanges } from './call.ts';
import { decodeFetch, type FetchedPartition } from './fetch-response.ts';

/** The requests a reader makes, with the answers as plain data. Field names are those of the Kafka protocol guide. */

export const apiVersions = (): Call<VersionRanges> => ({
  ...request('ApiVersions', {}, (answer: { apiVersions: readonly { apiKey: number; maxVersion: number }[] }) => {
    return new Map(answer.apiVersions.map(({ apiKey, maxVersion }) => [apiKey, maxVersion]));
  }),
  version: 1,
});

export type Metadata = {
  readonly brokers: readonly { readonly nodeId: number; readonly host: string; readonly port: number }[];
  readonly clusterId: string;
  readonly topicMetadata: readonly {
    readonly topicErrorCode: number;
    readonly topic: string;
    readonly isInternal: boolean;
    readonly partitionMetadata: readonly {
      readonly partitionErrorCode: number;
      readonly partitionId: number;
      readonly leader: number;
      readonly replicas: readonly number[];
      readonly isr: readonly number[];
    }[];
  }[];
};

/** An empty list asks for all topics. Never makes a topic. */
export const metadata = (topics: readonly string[]): Call<Metadata> =>
  request('Metadata', { topics, allowAutoTopicCreation: false }, same<Metadata>);

export const isolation = { uncommitted: 0, committed: 1 } as const;
export type Isolation = (typeof isolation)[keyof typeof isolation];

export const earliest = '-2';
export const latest = '-1';

export type TopicPartitions = { readonly topic: string; readonly partitions: readonly number[] };
export type ListedOffset = {
  readonly topic: string;
  readonly partition: number;
  readonly errorCode: number;
  readonly offset: bigint;
};

/** With isolation committed, `latest` is the last stable offset; else the high watermark. */
export const listOffsets = (
  wanted: readonly TopicPartitions[],
  at: typeof earliest | typeof latest,
  isolationLevel: Isolation,
): Call<readonly ListedOffset[]> => {
  type Partition = { partition: number; errorCode: number; offset: string };
  type Answer = { responses: readonly { topic: string; partitions: readonly Partition[] }[] };
  const topics = wanted.map(({ topic, partitions }) => ({
    topic,
    partitions: partitions.map((partition) => ({ partition, timestamp: at })),
  }));
  return request('ListOffsets', { isolationLevel, topics }, ({ responses }: Answer) =>
    responses.flatMap(({ topic, partitions }) =>
      partitions.map(({ partition, errorCode, offset }) => ({ topic, partition, errorCode, offset: BigInt(offset) })),
    ),
  );
};

const fetchWaitMs = 100;
const fetchBytes = 4 * 1024 * 1024;
const fetchBytesPerPartition = 1024 * 1024;

/** Version 11 is the highest kafkajs encodes; brokers from 2.3 on speak it. The answer is decoded by fetch-response.ts. */
export const fetchRecords = (
  topic: string,
  from: readonly { readonly partition: number; readonly offset: bigint }[],
  isolationLevel: Isolation,
  bytesPerPartition = fetchBytesPerPartition,
): Call<readonly FetchedPartition[]> => {
  const partitions = from.map(({ partition, offset }) => ({
    partition,
    fetchOffset: String(offset),
    maxBytes: bytesPerPartition,
  }));
  const payload = {
    maxWaitTime: fetchWaitMs,
    minBytes: 1,
    maxBytes: fetchBytes,
    isolationLevel,
    topics: [{ topic, partitions }],
  };
  return {
    api: 'Fetch',
    version: 11,
    build: (version) => ({
      request: protocol.requests.Fetch.protocol({ version })(payload).request,
      response: { decode: decodeFetch },
    }),
    read: (decoded) => (decoded as Awaited<ReturnType<typeof decodeFetch>>).partitions,
  };
};

export type Coordinator = { readonly errorCode: number; readonly coordinator: { readonly nodeId: number } };

/** Makes `__consumer_offsets` if the cluster has none yet: ask only about groups that are listed. */
export const findGroupCoordinator = (groupId: string): Call<Coordinator> =>
  request('GroupCoordinator', { groupId }, same<Coordinator>);

export type ListedGroups = {
  readonly errorCode: number;
  readonly groups: readonly { readonly groupId: string; readonly protocolType: string }[];
};

/** The groups one broker coordinates. */
export const listGroups = (): Call<ListedGroups> => request('ListGroups', {}, same<ListedGroups>);

export type DescribedGroup = {
  readonly errorCode: number;
  readonly state: string;
  readonly protocolType: string;
  readonly members: readonly {
    readonly memberId: string;
    readonly clientId: string;
    readonly memberAssignment: Buffer;
  }[];
};

export const describeGroup = (groupId: string): Call<DescribedGroup | undefined> =>
  request(
    'DescribeGroups',
    { groupIds: [groupId] },
    (answer: { groups: readonly DescribedGroup[] }) => answer.groups[0],
  );

export type CommittedOffsets = {
  readonly errorCode: number;
  readonly responses: readonly {
    readonly topic: string;
    /** offset -1: nothing committed */
    readonly partitions: readonly { readonly partition: number; readonly offset: string; readonly errorCode: number }[];
  }[];
};

/** All offsets the group has committed. */
export const fetchCommittedOffsets = (groupId: string): Call<CommittedOffsets> =>
  request('OffsetFetch', { groupId, topics: [] }, same<CommittedOffsets>);

export type DescribedConfig = {
  readonly errorCode: number;
  readonly configEntries: readonly { readonly configName: string; readonly configValue: string | null }[];
};

const topicResource = 2;

export const describeTopicConfig = (topic: string): Call<DescribedConfig | undefined> =>
  request(
    'DescribeConfigs',
    { resources: [{ type: topicResource, name: topic }] },
    (answer: { resources: readonly DescribedConfig[] }) => answer.resources[0],
  );

const deleteTimeoutMs = 5000;

export type DeletedTopics = {
  readonly topicErrors: readonly { readonly topic: string; readonly errorCode: number }[];
};

/** Any broker passes it on to the controller. Answered when the topics are marked; they go a moment later. */
export const deleteTopics = (topics: readonly string[]): Call<DeletedTopics> =>
  request('DeleteTopics', { topics, timeout: deleteTimeoutMs }, same<DeletedTopics>);

/** To be asked of the group's coordinator; a group with members is not deleted. */
export const deleteGroup = (groupId: string): Call<object> => request('DeleteGroups', [groupId], same<object>);
