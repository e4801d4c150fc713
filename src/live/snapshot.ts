import type { ConnectorFacts } from '../check/connect-facts.ts';
import type { GroupFacts, PartitionFacts, RecordFacts } from '../check/facts.ts';

/** What the live view shows of a cluster. Plain data; `kafka/` and `connect/` supply it. */

/** silent: it takes connections, or none, and says nothing in time */
export type BrokerState = 'up' | 'down' | 'silent';
export type LiveBroker = { readonly id: number; readonly state: BrokerState };

export type LivePartition = PartitionFacts & {
  /** the first offset there is, and the one that comes next; undefined: its leader has never said */
  readonly low?: bigint;
  readonly high?: bigint;
};

export type LiveTopic = { readonly name: string; readonly partitions: readonly LivePartition[] };

export type LiveGroup = Omit<GroupFacts, 'offsets'> & {
  readonly offsets: readonly {
    readonly topic: string;
    readonly partition: number;
    readonly committed: bigint;
    readonly lag?: bigint;
  }[];
  /** the broker that knows the group does not answer: this is how it stood */
  readonly isOld?: true;
};

export type LiveRecord = Omit<RecordFacts, 'headers'> & { readonly topic: string };

export type LiveKafka = {
  readonly clusterId: string;
  readonly brokers: readonly LiveBroker[];
  /** by name; without Kafka's own */
  readonly topics: readonly LiveTopic[];
  /** names of Kafka's own topics, and those of Kafka Connect */
  readonly internal: readonly string[];
  readonly groups: readonly LiveGroup[];
  /** the last ones of the lesson's topics, oldest first */
  readonly records: readonly LiveRecord[];
  /** topics whose records are compressed in a way that is not decoded here */
  readonly unreadable: readonly string[];
};

/** What was read, now or, where that fails, the last time it could be read. */
export type Seen<T> = {
  readonly value: T;
  /** when it was last so, in milliseconds; undefined: it is so now */
  readonly asOf?: number;
};

export type LiveConnect = {
  /** `host:port` of the worker */
  readonly worker: string;
  readonly connectors: readonly ConnectorFacts[];
};

export type Snapshot = {
  /** topics of the lesson on the screen */
  readonly owned: readonly string[];
  /** undefined: none runs that has been seen */
  readonly kafka?: Seen<LiveKafka>;
  /** undefined: the lesson has none, or it has not been seen */
  readonly connect?: Seen<LiveConnect>;
};
