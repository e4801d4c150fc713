import type { OutputLine } from '../command/types.ts';
import type { DatabaseName, Museum } from '../lesson/types.ts';
import type { BatchEnd } from '../platform/run-batch.ts';
import type { ClientFacts } from './client-facts.ts';
import type { ConnectReader } from './connect-facts.ts';
import type { SqlAnswer } from './sql-facts.ts';

/** What checks look at. `kafka/` and `session/` supply it; verdicts are made of plain data only. */

export type PartitionFacts = {
  readonly partition: number;
  /** node id, -1 if there is none */
  readonly leader: number;
  readonly replicas: readonly number[];
  readonly isr: readonly number[];
};

export type TopicFacts = {
  readonly name: string;
  readonly internal: boolean;
  readonly partitions: readonly PartitionFacts[];
};

export type RecordFacts = {
  readonly partition: number;
  readonly offset: bigint;
  readonly key: string | null;
  readonly value: string | null;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly timestamp: number;
};

export type GroupFacts = {
  readonly group: string;
  /** Stable, Empty, PreparingRebalance, CompletingRebalance, Dead */
  readonly state: string;
  readonly members: readonly {
    readonly id: string;
    readonly clientId: string;
    readonly assignment: readonly { readonly topic: string; readonly partitions: readonly number[] }[];
  }[];
  /** committed offset by topic and partition; a partition without a commit is left out */
  readonly offsets: readonly {
    readonly topic: string;
    readonly partition: number;
    readonly committed: bigint;
    /** high watermark */
    readonly end: bigint;
  }[];
};

export type BrokerFacts = { readonly id: number; readonly host: string; readonly port: number };

/**
 * Reads a cluster; single attempts, no retries: the caller polls.
 * Every method throws `Unreachable` (check/unreachable.ts) when no broker answers.
 */
export interface ClusterReader {
  /** names of all topics, internal ones included */
  topicNames(): Promise<readonly string[]>;
  /** undefined where there is no such topic */
  topic(name: string): Promise<TopicFacts | undefined>;
  /** topic settings as the broker reports them, defaults included */
  topicConfig(name: string): Promise<Readonly<Record<string, string>>>;
  /** All records that can be read now, by partition, then offset; no consumer group is made. undefined: no such topic. */
  records(
    topic: string,
    options: { readonly committedOnly: boolean; readonly partition?: number },
  ): Promise<readonly RecordFacts[] | undefined>;
  /** undefined where there is no such group */
  group(name: string): Promise<GroupFacts | undefined>;
  groupNames(): Promise<readonly string[]>;
  brokers(): Promise<readonly BrokerFacts[]>;
  /** ids of those that the cluster counts as there, and that do not answer */
  silentBrokers(): Promise<readonly number[]>;
  clusterId(): Promise<string>;
  close(): Promise<void>;
}

/** What one command of the step did. */
export type RunFacts = {
  readonly line: string;
  readonly exit: number | undefined;
  readonly timedOut: boolean;
  readonly output: readonly OutputLine[];
};

export type BackgroundFacts = {
  readonly id: string;
  readonly running: boolean;
  readonly output: readonly OutputLine[];
};

export interface Facts {
  /** The cluster of the lesson, or the one that an assertion looks at instead. Throws Unreachable. */
  cluster(at?: Museum): Promise<ClusterReader>;
  /** The Connect worker of the lesson. Throws Unreachable. */
  connect(): Promise<ConnectReader>;
  /** What a database answers to one statement; an error of the server is an answer. Throws Unreachable. */
  sql(at: DatabaseName, statement: string): Promise<SqlAnswer>;
  /** What a client meets that starts at `host:port`. Trouble on its way is an answer, not an error. */
  client(address: string): Promise<ClientFacts>;
  /** commands of this step's last run, in order; empty if it has not run */
  readonly runs: readonly RunFacts[];
  background(id: string): BackgroundFacts | undefined;
  /** a file of the lesson's workspace; undefined where there is none */
  readFile(name: string): Promise<string | undefined>;
  /** Runs a batch file of the lesson's workspace, where that can be done. */
  batch(name: string): Promise<BatchEnd>;
}
