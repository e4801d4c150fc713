import type { AssertionOf } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import { type Aspect, combine, when } from './aspect.ts';
import type { ClusterReader, GroupFacts, TopicFacts } from './facts.ts';
import { assignedFully } from './group-assigned.ts';
import { groupOffsets } from './group-offsets.ts';
import { generatedInstead, hiddenMembers } from './group-state.ts';
import { isGeneratedGroup } from './own-names.ts';
import type { CheckResult } from './result.ts';
import { similarSentence } from './similar-name.ts';
import { describeGroup } from './tool-commands.ts';

type GroupAssertion = AssertionOf<'group'>;

export type GroupEvidence = {
  readonly group: GroupFacts | undefined;
  /** names of all groups; looked at only if this one is missing, or has no members to assign partitions to */
  readonly names: readonly string[];
  /** those that are to be assigned, as far as they exist */
  readonly topics?: readonly TopicFacts[];
};

export async function checkGroup(assertion: GroupAssertion, cluster: ClusterReader): Promise<CheckResult> {
  const group = await cluster.group(assertion.group);
  const assigned = assertion.assigned ?? [];
  const found = await Promise.all(assigned.map((name) => cluster.topic(name)));
  const topics = found.filter((topic) => topic !== undefined);
  const nobody = group === undefined || (assigned.length > 0 && group.members.length === 0);
  const names = nobody ? await cluster.groupNames() : [];
  return judgeGroup(assertion, { group, names, topics });
}

export function judgeGroup(assertion: GroupAssertion, { group, names, topics = [] }: GroupEvidence): CheckResult {
  const say = messages().check;
  if (assertion.exists === false) {
    return combine([{ ok: !group, expected: say.noSuchGroup, actual: group ? say.exists : say.noSuchGroup }]);
  }
  const there = group ?? { group: assertion.group, state: '', members: [], offsets: [] };
  const aspects = [
    { ok: true, expected: say.exists, actual: say.exists },
    ...when(assertion.state, (wanted) => state(there, wanted)),
    ...when(assertion.members, (wanted) => members(there, wanted)),
    ...when(assertion.idle, (wanted) => idle(there, wanted)),
    ...(assertion.assigned ?? []).map((name) =>
      assignedFully({ group: there, name, topic: topics.find((topic) => topic.name === name), names }),
    ),
    ...when(assertion.lag, (wanted) => lag(there, wanted)),
    ...groupOffsets(there, assertion.offsets ?? {}),
  ];
  return group ? combine(aspects) : combine([missing(assertion.group, names, aspects)]);
}

function missing(name: string, names: readonly string[], aspects: readonly Aspect[]): Aspect {
  const say = messages().check;
  const known = names.filter((each) => !isGeneratedGroup(each));
  return {
    ok: false,
    expected: aspects.map(({ expected }) => expected).join(', '),
    actual: say.noSuchGroup,
    because: similarSentence('group', name, known) ?? generatedInstead(names),
  };
}

function state(group: GroupFacts, wanted: string): Aspect {
  const say = messages().check;
  return {
    ok: group.state.toLowerCase() === wanted.toLowerCase(),
    expected: say.groupState({ state: wanted }),
    actual: say.groupState({ state: group.state }),
    because: hiddenMembers(group),
    tryNext: describeGroup(group.group),
  };
}

function members(group: GroupFacts, wanted: number): Aspect {
  const say = messages().check;
  return {
    ok: group.members.length === wanted,
    expected: say.members({ count: wanted }),
    actual: say.members({ count: group.members.length }),
    because: hiddenMembers(group),
    tryNext: describeGroup(group.group),
  };
}

function idle(group: GroupFacts, wanted: number): Aspect {
  const say = messages().check;
  const count = group.members.filter(({ assignment }) =>
    assignment.every(({ partitions }) => partitions.length === 0),
  ).length;
  return {
    ok: count === wanted,
    expected: say.idleMembers({ count: wanted }),
    actual: say.idleMembers({ count }),
    because: hiddenMembers(group),
    tryNext: describeGroup(group.group),
  };
}

/** What is left to read, over the partitions with a commit. Nothing committed is no lag of 0. */
function lag({ group, members, offsets }: GroupFacts, wanted: number): Aspect {
  const say = messages().check;
  const sum = offsets.reduce((total, { committed, end }) => total + (end > committed ? end - committed : 0n), 0n);
  const none = offsets.length === 0;
  return {
    ok: !none && sum === BigInt(wanted),
    expected: say.lag({ count: String(wanted) }),
    actual: none ? say.noCommits : say.lag({ count: String(sum) }),
    because: members.length > 0 && (none || sum > BigInt(wanted)) ? say.commitsLater : undefined,
    tryNext: describeGroup(group),
  };
}
