import { isGeneratedGroup } from '../../check/own-names.ts';
import { noNames } from '../../command/complete/types.ts';
import { type Change, changes } from '../../live/changes.ts';
import { passedAway } from '../../live/passed-away.ts';
import type { LiveGroup, LiveKafka, LiveTopic, Snapshot } from '../../live/snapshot.ts';
import { layoutText } from '../../markdown/index.ts';
import type { StyledLine, Tone } from '../../markdown/types.ts';
import { type Messages, messages } from '../../messages/index.ts';
import type { Content, Section } from '../scroll.ts';
import { span } from '../spans.ts';
import { clockTime } from '../time.ts';
import type { LiveView, ViewState } from '../view-state.ts';
import { topicRows } from './live-lanes.ts';
import { markCells, marked } from './live-marks.ts';
import { brokerRows, connectRows, goneRow, groupRows, recordRows } from './live-parts.ts';
import { rowsSection } from './run.ts';

type Services = ViewState['services'];
type Known = {
  readonly in: Messages;
  readonly aloud: boolean;
  readonly services: Services | undefined;
  readonly content: Content;
};
const contents = new WeakMap<LiveView, Known>();

/**
 * How Kafka looks, with what changed since the step began marked. What matters to the lesson comes first. aloud: nothing is
 * drawn.
 */
export function liveContent(
  live: LiveView,
  { aloud = false, services }: { readonly aloud?: boolean; readonly services?: Services } = {},
): Content {
  // The screen is drawn every second while something runs; Kafka mostly stays as it is.
  const known = contents.get(live);
  if (known?.in === messages() && known.aloud === aloud && known.services === services) return known.content;
  const content = makeContent(live, { aloud, services: services ?? {} }).map(laidOutOnce);
  contents.set(live, { in: messages(), aloud, services, content });
  return content;
}

function laidOutOnce(section: Section): Section {
  let last: { readonly width: number; readonly rows: readonly StyledLine[] } | undefined;
  return rowsSection(section.id, (width) => {
    if (last?.width !== width) last = { width, rows: section.rows(0, width) };
    return last.rows;
  });
}

type Look = { readonly snapshot: Snapshot; readonly before: LiveKafka | undefined; readonly told: readonly Change[] };

function makeContent(
  { snapshot, baseline, names = noNames }: LiveView,
  { aloud, services }: { readonly aloud: boolean; readonly services: Services },
): Content {
  const say = messages().live;
  if (!snapshot) return [textSection('state', say.looking, 'dim')];
  const { kafka, connect } = snapshot;
  const before = baseline ?? snapshot;
  const told = [...changes(before, snapshot), ...passedAway(names, before, snapshot)].filter(
    (change) => !isOfLeftGroup(change, kafka?.value),
  );
  const look: Look = { snapshot, before: before.kafka?.value, told };
  const isStarting = services.connect?.state === 'starting';
  return separate([
    ...stateSections(kafka, services),
    ...(kafka ? kafkaSections(kafka.value, look, aloud) : []),
    ...(connect ? [rowsSection('connect', (width) => connectRows(connect, { told, width, isStarting }))] : []),
    ...(kafka ? lastSections(kafka.value, look, aloud) : []),
    ...(told.length > 0 ? [textSection('legend', say.legend, 'dim')] : []),
  ]);
}

/** Why nothing is to be seen, or nothing new. */
function stateSections(kafka: Snapshot['kafka'], services: Services): readonly Section[] {
  const say = messages().live;
  if (kafka && kafka.asOf === undefined) return [];
  const service = (['broker', 'cluster', 'museum'] as const).find((each) => services[each]?.state === 'starting');
  if (!kafka) return [textSection('state', service ? say.comes({ service }) : say.nothing, service ? 'wait' : 'dim')];
  const time = clockTime(kafka.asOf ?? 0);
  return [textSection('state', service ? say.comesBack({ service, time }) : `! ${say.lost({ time })}`, 'wait')];
}

function kafkaSections(kafka: LiveKafka, { snapshot: { owned }, told }: Look, aloud: boolean): readonly Section[] {
  const { brokers } = kafka;
  const noTopics = told.some(({ kind }) => kind === 'topic-gone')
    ? messages().live.noTopicsLeft
    : messages().live.noTopics;
  const shown = kafka.topics.filter(({ name }) => owned.includes(name) || isTold(told, name));
  const topics = (width: number): readonly StyledLine[] => [
    ...shown.flatMap((topic) => topicRows(topic, { brokers, told, width, aloud })),
    ...goneRows(told, 'topic-gone', width),
    ...(kafka.topics.length === 0 ? [marked(' ', [span(noTopics, 'dim')], width)] : []),
  ];
  return [rowsSection('brokers', (width) => brokerRows(kafka, { told, width, aloud })), rowsSection('topics', topics)];
}

function lastSections(kafka: LiveKafka, look: Look, aloud: boolean): readonly Section[] {
  const { before, told } = look;
  const groups = kafka.groups.filter((group) => !isFoldedGroup(group, look));
  const former = (name: string): LiveGroup | undefined => before?.groups.find(({ group }) => group === name);
  return [
    rowsSection('groups', (width) => [
      ...groups.flatMap((group) => groupRows(group, { before: former(group.group), told, width, aloud })),
      ...goneRows(told, 'group-gone', width),
    ]),
    rowsSection('records', (width) => recordRows(kafka, { before, width })),
    ...foldedSections(kafka, look),
  ];
}

/** By name only: what other lessons left, and what Kafka keeps for itself. */
function foldedSections({ topics, internal, groups }: LiveKafka, look: Look): readonly Section[] {
  const say = messages().live;
  const { owned } = look.snapshot;
  const { told } = look;
  const others = topics.filter(({ name }) => !owned.includes(name) && !isTold(told, name));
  const left = groups.filter((group) => isFoldedGroup(group, look));
  const lines = [
    ...(others.length > 0 ? [`${say.otherTopics}: ${others.map(nameAndSize).join(', ')}`] : []),
    ...(internal.length > 0 ? [`${say.folded}: ${internal.join(', ')}`] : []),
    ...(left.length > 0 ? [`${say.foldedGroups}: ${left.map(({ group }) => group).join(', ')}`] : []),
  ];
  return lines.length === 0
    ? []
    : [rowsSection('folded', (width) => lines.flatMap((line) => textRows(line, width, 'dim')))];
}

/** A group that reads nothing of the lesson's, and in which nothing happens. */
function isFoldedGroup(of: LiveGroup, { snapshot: { owned }, told }: Look): boolean {
  if (isLeftGroup(of)) return true;
  const read = [...of.offsets, ...of.members.flatMap(({ assignment }) => assignment)];
  const isOwn = read.some(({ topic }) => owned.includes(topic));
  return !isOwn && !told.some((change) => 'group' in change && change.group === of.group);
}

/** The console consumer makes a group of its own for each of its runs, which stays for days: of no use once nobody is in it. */
const isLeftGroup = ({ group, state, members }: LiveGroup): boolean =>
  isGeneratedGroup(group) && state === 'Empty' && members.length === 0;

/** Nor is it of use to be told how it came to that. */
function isOfLeftGroup(change: Change, kafka: LiveKafka | undefined): boolean {
  if (!('group' in change) || !isGeneratedGroup(change.group)) return false;
  const group = kafka?.groups.find((each) => each.group === change.group);
  return !group || isLeftGroup(group);
}

const nameAndSize = ({ name, partitions }: LiveTopic): string => `${name} (${partitions.length})`;

const isTold = (told: readonly Change[], topic: string): boolean =>
  told.some((change) => 'topic' in change && change.topic === topic && !('group' in change));

function goneRows(told: readonly Change[], kind: 'topic-gone' | 'group-gone', width: number): readonly StyledLine[] {
  const names = told.flatMap((change) => {
    if (change.kind !== kind) return [];
    return 'group' in change ? [`${messages().live.group} ${change.group}`] : 'topic' in change ? [change.topic] : [];
  });
  return names.map((name) => goneRow(name, width));
}

const textRows = (text: string, width: number, tone: Tone): readonly StyledLine[] =>
  layoutText(text, { width: width - markCells, tone }).map((line) => marked(' ', line, width));

const textSection = (id: string, text: string, tone: Tone): Section =>
  rowsSection(id, (width) => textRows(text, width, tone));

/** An empty line between the parts that have something to show. */
function separate(sections: readonly Section[]): Content {
  const shown = sections.filter((section) => section.rows(0, 80).length > 0);
  return shown.flatMap((section, index) =>
    index === 0 ? [section] : [rowsSection(`gap-${section.id}`, () => [[]]), section],
  );
}
