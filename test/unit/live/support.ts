import type { LiveGroup, LiveKafka, LivePartition, LiveTopic, Snapshot } from '../../../src/live/snapshot.ts';

/** Things of a cluster as a test wants them; the rest is as in a healthy one of three brokers. */
export const partition = (number: number, parts: Partial<LivePartition> = {}): LivePartition => ({
  partition: number,
  leader: 1,
  replicas: [1, 2, 3],
  isr: [1, 2, 3],
  low: 0n,
  high: 0n,
  ...parts,
});

export const topic = (name: string, ...partitions: readonly LivePartition[]): LiveTopic => ({ name, partitions });

export const group = (name: string, parts: Partial<LiveGroup> = {}): LiveGroup => ({
  group: name,
  state: 'Stable',
  members: [],
  offsets: [],
  ...parts,
});

export const member = (id: string, clientId: string, topicName: string, ...partitions: readonly number[]) => ({
  id,
  clientId,
  assignment: partitions.length === 0 ? [] : [{ topic: topicName, partitions }],
});

export const kafka = (parts: Partial<LiveKafka> = {}): LiveKafka => ({
  clusterId: 'cluster-1',
  brokers: [1, 2, 3].map((id) => ({ id, state: 'up' as const })),
  topics: [],
  internal: [],
  groups: [],
  records: [],
  unreadable: [],
  ...parts,
});

export const snapshot = (parts: Partial<LiveKafka> = {}, more: Partial<Snapshot> = {}): Snapshot => ({
  owned: ['orders'],
  kafka: { value: kafka(parts) },
  ...more,
});
