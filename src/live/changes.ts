import type { BrokerState, LiveGroup, LiveKafka, LivePartition, LiveTopic, Snapshot } from './snapshot.ts';

/** One difference between two snapshots. */
export type Change =
  | { readonly kind: 'broker'; readonly id: number; readonly from?: BrokerState; readonly to: BrokerState }
  | { readonly kind: 'topic-new' | 'topic-gone'; readonly topic: string }
  | ({ readonly topic: string; readonly partition: number } & PartitionChange)
  | ({ readonly group: string } & GroupChange)
  | { readonly kind: 'connector-new' | 'connector-gone'; readonly connector: string }
  | { readonly kind: 'connector-state'; readonly connector: string; readonly from?: string };

type PartitionChange =
  | { readonly kind: 'partition-new' }
  | { readonly kind: 'leader'; readonly from: number }
  /** brokers whose copies fell behind, and those that caught up */
  | { readonly kind: 'isr'; readonly lost: readonly number[]; readonly back: readonly number[] }
  | { readonly kind: 'written'; readonly count: bigint }
  /** records at the beginning are gone */
  | { readonly kind: 'removed'; readonly count: bigint };

type GroupChange =
  | { readonly kind: 'group-new' | 'group-gone' }
  | { readonly kind: 'group-state'; readonly from: string }
  | { readonly kind: 'member-new' | 'member-gone' | 'member-assignment'; readonly member: string }
  | { readonly kind: 'committed'; readonly topic: string; readonly partition: number };

/** What is different now. Snapshots of two clusters have nothing in common, so nothing is said of them. */
export function changes(before: Snapshot, now: Snapshot): readonly Change[] {
  return [...kafkaChanges(before.kafka?.value, now.kafka?.value), ...connectChanges(before, now)];
}

function kafkaChanges(before: LiveKafka | undefined, now: LiveKafka | undefined): readonly Change[] {
  if (!before || !now || before.clusterId !== now.clusterId) return [];
  const brokers = now.brokers.flatMap(({ id, state }): Change[] => {
    const from = before.brokers.find((each) => each.id === id)?.state;
    return from === state ? [] : [{ kind: 'broker', id, to: state, ...(from !== undefined && { from }) }];
  });
  return [
    ...brokers,
    ...now.topics.flatMap((topic) => topicChanges(find(before.topics, 'name', topic.name), topic)),
    ...gone(before.topics, now.topics, 'name').map(({ name }): Change => ({ kind: 'topic-gone', topic: name })),
    ...now.groups.flatMap((group) => groupChanges(find(before.groups, 'group', group.group), group)),
    ...gone(before.groups, now.groups, 'group').map(({ group }): Change => ({ kind: 'group-gone', group })),
  ];
}

function topicChanges(before: LiveTopic | undefined, { name: topic, partitions }: LiveTopic): readonly Change[] {
  const inside = partitions.flatMap((now): Change[] => {
    const { partition } = now;
    const former = before && find(before.partitions, 'partition', partition);
    return partitionChanges(before && former, now, before !== undefined).map((each) => ({ topic, partition, ...each }));
  });
  return before ? inside : [{ kind: 'topic-new', topic }, ...inside];
}

function partitionChanges(
  before: LivePartition | undefined,
  now: LivePartition,
  inKnownTopic: boolean,
): readonly PartitionChange[] {
  const [low, high] = [before ? before.low : 0n, before ? before.high : 0n];
  const written = now.high !== undefined && high !== undefined ? now.high - high : 0n;
  const removed = now.low !== undefined && low !== undefined ? now.low - low : 0n;
  const moved: readonly PartitionChange[] = [
    ...(written > 0n ? [{ kind: 'written', count: written } as const] : []),
    ...(removed > 0n ? [{ kind: 'removed', count: removed } as const] : []),
  ];
  if (!before) return inKnownTopic ? [{ kind: 'partition-new' }, ...moved] : moved;
  const lost = before.isr.filter((id) => !now.isr.includes(id));
  const back = now.isr.filter((id) => !before.isr.includes(id));
  return [
    ...(before.leader === now.leader ? [] : [{ kind: 'leader', from: before.leader } as const]),
    ...(lost.length + back.length > 0 ? [{ kind: 'isr', lost, back } as const] : []),
    ...moved,
  ];
}

function groupChanges(before: LiveGroup | undefined, now: LiveGroup): readonly Change[] {
  const { group } = now;
  const say = (change: GroupChange): Change => ({ group, ...change });
  if (!before) return [say({ kind: 'group-new' })];
  const members = now.members.flatMap((member): Change[] => {
    const former = find(before.members, 'id', member.id);
    if (!former) return [say({ kind: 'member-new', member: member.id })];
    const isSame = JSON.stringify(former.assignment) === JSON.stringify(member.assignment);
    return isSame ? [] : [say({ kind: 'member-assignment', member: member.id })];
  });
  const left = gone(before.members, now.members, 'id').map(({ id }) => say({ kind: 'member-gone', member: id }));
  const commits = now.offsets.flatMap(({ topic, partition, committed }): Change[] => {
    const former = before.offsets.find((each) => each.topic === topic && each.partition === partition);
    return former?.committed === committed ? [] : [say({ kind: 'committed', topic, partition })];
  });
  const state = before.state === now.state ? [] : [say({ kind: 'group-state', from: before.state })];
  return [...state, ...members, ...left, ...commits];
}

function connectChanges({ connect: before }: Snapshot, { connect: now }: Snapshot): readonly Change[] {
  if (!before || !now) return [];
  const [former, present] = [before.value.connectors, now.value.connectors];
  const told = present.flatMap((connector): Change[] => {
    const { name } = connector;
    const known = find(former, 'name', name);
    if (!known) return [{ kind: 'connector-new', connector: name }];
    if (JSON.stringify(known) === JSON.stringify(connector)) return [];
    return [
      { kind: 'connector-state', connector: name, ...(known.state !== connector.state && { from: known.state ?? '' }) },
    ];
  });
  return [
    ...told,
    ...gone(former, present, 'name').map(({ name }): Change => ({ kind: 'connector-gone', connector: name })),
  ];
}

const find = <T, K extends keyof T>(all: readonly T[], key: K, value: T[K]): T | undefined =>
  all.find((each) => each[key] === value);

const gone = <T, K extends keyof T>(before: readonly T[], now: readonly T[], key: K): readonly T[] =>
  before.filter((each) => find(now, key, each[key]) === undefined);
