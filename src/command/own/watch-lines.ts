import type { GroupFacts, PartitionFacts, TopicFacts } from '../../check/facts.ts';
import { padText, textWidth } from '../../markdown/cells.ts';
import { messages } from '../../messages/index.ts';

/** A topic as a pane shows it: a line a partition, with its leader and who is in sync. undefined: there is no such topic. */
export function topicLines(name: string, topic: TopicFacts | undefined): readonly string[] {
  const say = messages().own;
  if (!topic) return [say.noTopic({ name })];
  return topic.partitions.map(partitionLine);
}

function partitionLine({ partition, leader, replicas, isr }: PartitionFacts): string {
  const say = messages().own;
  const out = replicas.filter((id) => !isr.includes(id));
  const lead = leader < 0 ? say.noLeader : say.leader({ id: leader });
  const parts = [say.partition({ partition }), lead, say.inSync({ ids: isr })];
  return [...parts, ...(out.length === 0 ? [] : [say.outOfSync({ ids: out })])].join('  ');
}

/** A consumer group: a line a member, with the partitions it holds. undefined: there is no such group. */
export function groupLines(name: string, group: GroupFacts | undefined): readonly string[] {
  const say = messages().own;
  if (!group) return [say.noGroup({ name })];
  if (group.members.length === 0) return [say.emptyGroup({ state: group.state })];
  const names = memberNames(group.members);
  const width = Math.max(...names.map(textWidth));
  const members = group.members
    .map(({ assignment }, index) => ({ called: names[index] ?? '', held: held(assignment) }))
    .sort((a, b) => a.called.localeCompare(b.called));
  return [
    say.groupHead({ state: group.state, members: group.members.length }),
    ...members.map((member) => `  ${padText(member.called, width)}  ${member.held}`),
  ];
}

type Members = GroupFacts['members'];

/** By the client id where that tells them apart, else with the first letters of what Kafka adds to it. */
function memberNames(members: Members): readonly string[] {
  const ids = members.map(({ clientId }) => clientId);
  return members.map(({ id, clientId }) => {
    if (ids.filter((each) => each === clientId).length === 1) return clientId;
    return `${clientId} ${id.slice(clientId.length + 1, clientId.length + 5)}`;
  });
}

function held(assignment: Members[number]['assignment']): string {
  const say = messages().own;
  const parts = assignment
    .filter(({ partitions }) => partitions.length > 0)
    .map(({ topic, partitions }) => `${topic} ${[...partitions].sort((a, b) => a - b).join(', ')}`);
  return parts.length === 0 ? say.nothingHeld : parts.join('; ');
}
