import type { LiveNames } from '../command/complete/types.ts';
import type { Change } from './changes.ts';
import { namesOf } from './names-of.ts';
import type { Snapshot } from './snapshot.ts';

/** Adds the names of what is there now to those that were seen since. */
export function withNames(seen: LiveNames, now: Snapshot): LiveNames {
  const names = namesOf(now);
  const both = <T>(a: readonly T[], b: readonly T[]): readonly T[] => [...new Set([...a, ...b])];
  return {
    topics: both(seen.topics, names.topics),
    groups: both(seen.groups, names.groups),
    connectors: both(seen.connectors, names.connectors),
    brokers: both(seen.brokers, names.brokers),
  };
}

/** What came after the one snapshot and was gone before the other, so that neither has it. */
export function passedAway(seen: LiveNames, before: Snapshot, now: Snapshot): readonly Change[] {
  const known = [before, now].map(({ kafka, connect }) =>
    namesOf({ ...(kafka && { kafka: { value: kafka.value } }), ...(connect && { connect: { value: connect.value } }) }),
  );
  const passed = (of: 'topics' | 'groups' | 'connectors'): readonly string[] =>
    seen[of].filter((name) => !known.some((names) => names[of].includes(name)));
  return [
    ...passed('topics').map((topic): Change => ({ kind: 'topic-gone', topic })),
    ...passed('groups').map((group): Change => ({ kind: 'group-gone', group })),
    ...(now.connect ? passed('connectors') : []).map((connector): Change => ({ kind: 'connector-gone', connector })),
  ];
}
