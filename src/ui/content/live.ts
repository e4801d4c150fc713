import { isGeneratedGroup } from '../../check/own-names.ts';
import { type Change, changes } from '../../live/changes.ts';
import type { LiveGroup, LiveKafka, LiveTopic, Snapshot } from '../../live/snapshot.ts';
import { layoutText } from '../../markdown/index.ts';
import type { StyledLine, Tone } from '../../markdown/types.ts';
import { type Messages, messages } from '../../messages/index.ts';
import type { Content, Section } from '../scroll.ts';
import { span } from '../spans.ts';
import { clockTime } from '../time.ts';
import type { LiveView } from '../view-state.ts';
import { topicRows } from './live-lanes.ts';
import { markCells, marked } from './live-marks.ts';
import { brokerRows, connectRows, groupRows, recordRows } from './live-parts.ts';
import { rowsSection } from './run.ts';

const contents = new WeakMap<LiveView, { readonly in: Messages; readonly content: Content }>();

/** How Kafka looks, with what changed since the step began marked. What matters to the lesson comes first. */
export function liveContent(live: LiveView): Content {
  // The screen is drawn every second while something runs; Kafka mostly stays as it is.
  const known = contents.get(live);
  if (known?.in === messages()) return known.content;
  const content = makeContent(live).map(laidOutOnce);
  contents.set(live, { in: messages(), content });
  return content;
}

function laidOutOnce(section: Section): Section {
  let last: { readonly width: number; readonly rows: readonly StyledLine[] } | undefined;
  return rowsSection(section.id, (width) => {
    if (last?.width !== width) last = { width, rows: section.rows(0, width) };
    return last.rows;
  });
}

function makeContent({ snapshot, baseline }: LiveView): Content {
  const say = messages().live;
  if (!snapshot) return [textSection('state', say.looking, 'dim')];
  const told = changes(baseline ?? snapshot, snapshot);
  const { kafka, connect } = snapshot;
  return separate([
    ...(kafka?.asOf === undefined
      ? []
      : [textSection('state', `! ${say.lost({ time: clockTime(kafka.asOf) })}`, 'wait')]),
    ...(kafka ? kafkaSections(kafka.value, snapshot, told) : [textSection('state', say.nothing, 'dim')]),
    ...(connect
      ? [rowsSection('connect', (width) => [...connectRows(connect, { told, width }), ...goneConnectors(told, width)])]
      : []),
    ...(kafka ? lastSections(kafka.value, baseline) : []),
    ...(kafka ? foldedSections(kafka.value, snapshot, told) : []),
    ...(told.length > 0 ? [textSection('legend', say.legend, 'dim')] : []),
  ]);
}

function kafkaSections(kafka: LiveKafka, { owned }: Snapshot, told: readonly Change[]): readonly Section[] {
  const { brokers } = kafka;
  const groups = kafka.groups.filter((group) => !isLeftGroup(group, told));
  const shown = kafka.topics.filter(({ name }) => owned.includes(name) || isTold(told, name));
  const topics = (width: number): readonly StyledLine[] => [
    ...shown.flatMap((topic) => topicRows(topic, { brokers, told, width })),
    ...goneRows(told, 'topic-gone', width),
    ...(kafka.topics.length === 0 ? [marked(' ', [span(messages().live.noTopics, 'dim')], width)] : []),
  ];
  return [
    rowsSection('brokers', (width) => brokerRows(kafka, { told, width })),
    rowsSection('topics', topics),
    rowsSection('groups', (width) => [
      ...groups.flatMap((group) => groupRows(group, { told, width })),
      ...goneRows(told, 'group-gone', width),
    ]),
  ];
}

const lastSections = (kafka: LiveKafka, baseline: Snapshot | undefined): readonly Section[] => [
  rowsSection('records', (width) => recordRows(kafka, { before: baseline?.kafka?.value, width })),
];

/** By name only: what other lessons left, and what Kafka keeps for itself. */
function foldedSections(
  { topics, internal, groups }: LiveKafka,
  { owned }: Snapshot,
  told: readonly Change[],
): readonly Section[] {
  const say = messages().live;
  const others = topics.filter(({ name }) => !owned.includes(name) && !isTold(told, name));
  const left = groups.filter((group) => isLeftGroup(group, told));
  const lines = [
    ...(others.length > 0 ? [`${say.otherTopics}: ${others.map(nameAndSize).join(', ')}`] : []),
    ...(internal.length > 0 ? [`${say.folded}: ${internal.join(', ')}`] : []),
    ...(left.length > 0 ? [`${say.foldedGroups}: ${left.map(({ group }) => group).join(', ')}`] : []),
  ];
  return lines.length === 0
    ? []
    : [rowsSection('folded', (width) => lines.flatMap((line) => textRows(line, width, 'dim')))];
}

/** The console consumer makes a group of its own for each of its runs, which stays for days: of no use once nobody is in it. */
const isLeftGroup = ({ group, state, members }: LiveGroup, told: readonly Change[]): boolean =>
  isGeneratedGroup(group) &&
  state === 'Empty' &&
  members.length === 0 &&
  !told.some((change) => 'group' in change && change.group === group);

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

const goneConnectors = (told: readonly Change[], width: number): readonly StyledLine[] =>
  told.flatMap((change) => (change.kind === 'connector-gone' ? [goneRow(`  ${change.connector}`, width)] : []));

const goneRow = (name: string, width: number): StyledLine =>
  marked('-', [span(`${name}  `, 'dim'), span(messages().live.gone, 'accent')], width);

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
