import type {
  BackgroundFacts,
  ClusterReader,
  Facts,
  GroupFacts,
  RecordFacts,
  RunFacts,
  TopicFacts,
} from '../../../../src/check/facts.ts';
import type { CheckResult } from '../../../../src/check/result.ts';

/** Plain data for verdicts. Everything is as small as it can be and healthy, unless a test says otherwise. */

type Partition = Partial<TopicFacts['partitions'][number]>;

export function topic(name: string, partitions: number | readonly Partition[] = 1, internal = false): TopicFacts {
  const given = typeof partitions === 'number' ? Array.from({ length: partitions }, () => ({})) : partitions;
  return {
    name,
    internal,
    partitions: given.map((each, index) => ({ partition: index, leader: 1, replicas: [1], isr: [1], ...each })),
  };
}

export const record = (value: string | null, more: Partial<RecordFacts> = {}): RecordFacts => ({
  partition: 0,
  offset: 0n,
  key: null,
  value,
  headers: [],
  timestamp: 0,
  ...more,
});

export const group = (more: Partial<GroupFacts> = {}): GroupFacts => ({
  group: 'readers',
  state: 'Stable',
  members: [],
  offsets: [],
  ...more,
});

export const run = (lines: readonly string[], more: Partial<RunFacts> = {}): RunFacts => ({
  line: 'kafka-topics.sh --list',
  exit: 0,
  timedOut: false,
  output: lines.map((text) => ({ stream: 'stdout', text })),
  ...more,
});

export const background = (lines: readonly string[], running = true): BackgroundFacts => ({
  id: 'consumer',
  running,
  output: lines.map((text) => ({ stream: 'stdout', text })),
});

export const unforeseen = async (): Promise<never> => {
  throw new Error('the test did not foresee this');
};

/** A cluster of these parts; whatever a test did not foresee throws. */
export function cluster(parts: Partial<ClusterReader>): ClusterReader {
  return {
    topicNames: unforeseen,
    topic: unforeseen,
    topicConfig: unforeseen,
    records: unforeseen,
    group: unforeseen,
    groupNames: unforeseen,
    brokers: unforeseen,
    silentBrokers: unforeseen,
    clusterId: unforeseen,
    close: async () => {},
    ...parts,
  };
}

export const factsOf = (reader: Partial<ClusterReader>, more: Partial<Facts> = {}): Facts => ({
  cluster: async () => cluster(reader),
  client: async () => ({ kind: 'no-answer', why: 'refused' }),
  connect: unforeseen,
  sql: unforeseen,
  runs: [],
  background: () => undefined,
  readFile: async () => undefined,
  batch: unforeseen,
  ...more,
});

/** What a table row says of a verdict: only what it names is compared. */
export type Verdict =
  | { readonly pass: string }
  | { readonly expected: string; readonly actual: string; readonly because?: string; readonly tryNext?: string };

export const verdictOf = (result: CheckResult): Verdict | CheckResult => {
  if (result.status === 'pass') return { pass: result.actual };
  if (result.status !== 'fail') return result;
  const { status: _, ...rest } = result;
  return rest;
};
