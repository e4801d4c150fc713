import { messages } from '../messages/index.ts';
import type { Aspect } from './aspect.ts';
import type { GroupFacts, TopicFacts } from './facts.ts';
import { generatedInstead, hiddenMembers, rebalancing } from './group-state.ts';
import { createTopic, describeGroup } from './tool-commands.ts';

type Given = {
  readonly group: GroupFacts;
  /** the topic by name, and what it is; undefined where there is no such topic */
  readonly name: string;
  readonly topic: TopicFacts | undefined;
  /** names of all groups; looked at only where the group has no members */
  readonly names: readonly string[];
};

/** Every partition of the topic is held by exactly one member of the group. */
export function assignedFully({ group, name, topic, names }: Given): Aspect {
  const say = messages().check;
  if (!topic) {
    return {
      ok: false,
      expected: say.allHeldByOne({ topic: name }),
      actual: say.noTopic({ topic: name }),
      tryNext: createTopic({ topic: name }),
    };
  }
  const held = topic.partitions.map((each) => ({ ...each, holders: holders(group, name, each.partition) }));
  const of = held.length;
  const count = held.filter(({ holders }) => holders === 1).length;
  return {
    ok: count === of,
    expected: say.heldByOne({ topic: name, count: of, of }),
    actual: say.heldByOne({ topic: name, count, of }),
    because: noMembers(group, names) ?? rebalancing(group) ?? whichPartitions(group, name, held),
    tryNext: describeGroup(group.group),
  };
}

const holders = ({ members }: GroupFacts, topic: string, partition: number): number =>
  members.filter(({ assignment }) =>
    assignment.some((each) => each.topic === topic && each.partitions.includes(partition)),
  ).length;

function noMembers(group: GroupFacts, names: readonly string[]): string | undefined {
  if (group.members.length > 0) return undefined;
  const say = messages().check;
  return hiddenMembers(group) ?? generatedInstead(names) ?? say.groupEmpty({ name: group.group });
}

type Held = TopicFacts['partitions'][number] & { readonly holders: number };

function whichPartitions(group: GroupFacts, topic: string, held: readonly Held[]): string | undefined {
  const say = messages().check;
  const twice = held.find(({ holders }) => holders > 1);
  if (twice) return say.heldBySeveral({ topic, partition: twice.partition, members: twice.holders });
  const free = held.filter(({ holders }) => holders === 0);
  const leaderless = free.find(({ leader }) => leader < 0);
  if (leaderless) return say.noLeaderOf({ topic, partition: leaderless.partition });
  const others = new Set(group.members.flatMap(({ assignment }) => assignment.map((each) => each.topic)));
  if (free.length === held.length && others.size > 0 && !others.has(topic)) {
    return say.readsOthers({ topics: [...others] });
  }
  return say.heldByNobody({ topic, partitions: free.map(({ partition }) => partition) });
}
