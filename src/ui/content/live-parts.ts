import type { ConnectorFacts } from '../../check/connect-facts.ts';
import type { Change } from '../../live/changes.ts';
import type { BrokerState, LiveConnect, LiveGroup, LiveKafka, LiveRecord, Seen } from '../../live/snapshot.ts';
import { textWidth } from '../../markdown/cells.ts';
import { cleanInline } from '../../markdown/clean.ts';
import { cutLine, plainText } from '../../markdown/index.ts';
import type { Span, StyledLine } from '../../markdown/types.ts';
import { messages } from '../../messages/index.ts';
import { bold, span } from '../spans.ts';
import { clockTime } from '../time.ts';
import { marked, markOf } from './live-marks.ts';

type Told = { readonly told: readonly Change[]; readonly width: number };

/** `brokers  ✓ 1  ✓ 2  ✗ 3 down` */
export function brokerRows({ brokers }: LiveKafka, { told, width }: Told): readonly StyledLine[] {
  const mine = told.filter(({ kind }) => kind === 'broker');
  const each = brokers.flatMap(({ id, state }) => [span('  '), stateSpan(String(id), state)]);
  return [marked(markOf(mine), [bold(messages().live.brokers), ...each], width)];
}

function stateSpan(name: string, state: BrokerState): Span {
  const say = messages().live;
  switch (state) {
    case 'up':
      return span(`✓ ${name}`, 'good');
    case 'down':
      return span(`✗ ${name} ${say.down}`, 'bad');
    case 'silent':
      return span(`? ${name} ${say.silent}`, 'wait');
  }
}

/** A group with its state, then who holds which partitions, and how far behind each is. */
export function groupRows(group: LiveGroup, { told, width }: Told): readonly StyledLine[] {
  const say = messages().live;
  const mine = told.filter((change) => 'group' in change && change.group === group.group);
  const isNew = mine.some(({ kind }) => kind === 'group-new');
  const known = group.offsets.flatMap(({ lag }) => (lag === undefined ? [] : [lag]));
  // Of the newer protocol a client as old as ours hears that it is dead, though it is listed.
  const state =
    group.state === 'Dead' ? [say.otherProtocol] : [group.state, say.members({ count: group.members.length })];
  const words = [
    ...state,
    ...(known.length > 0 ? [say.lag({ count: known.reduce((sum, lag) => sum + lag, 0n) })] : []),
    ...(group.isOld ? [say.oldGroup] : []),
  ];
  const head = [
    bold(`${say.group} ${clean(group.group)}`),
    span(`  ${words.join('  ')}`, group.isOld ? 'dim' : undefined),
  ];
  const held = group.members.flatMap(({ assignment }) => placesOf(assignment));
  const free = group.offsets.filter(({ topic, partition }) => !held.includes(`${topic} ${partition}`));
  return [
    marked(isNew ? '+' : markOf(mine.filter(({ kind }) => kind !== 'member-new')), head, width),
    ...group.members.map((member) => {
      const changed = mine.filter((change) => 'member' in change && change.member === member.id);
      const parts = member.assignment.flatMap(({ topic, partitions }) => lagText(group, topic, partitions));
      const holds = parts.length > 0 ? span(parts.join('; ')) : span(say.waits, 'dim');
      return marked(markOf(changed), [span(`  ${memberName(member)}  `, 'dim'), holds], width);
    }),
    ...freeRows(group, free, width),
  ];
}

function freeRows(group: LiveGroup, free: LiveGroup['offsets'], width: number): readonly StyledLine[] {
  if (free.length === 0 || group.state === 'Dead') return [];
  const topics = [...new Set(free.map(({ topic }) => topic))];
  const parts = topics.map((topic) =>
    lagText(
      group,
      topic,
      free.filter((each) => each.topic === topic).map(({ partition }) => partition),
    ),
  );
  return [marked(' ', [span(`  ${messages().live.nobody}  ${parts.join('; ')}`, 'dim')], width)];
}

const placesOf = (assignment: LiveGroup['members'][number]['assignment']): readonly string[] =>
  assignment.flatMap(({ topic, partitions }) => partitions.map((partition) => `${topic} ${partition}`));

/** `orders 0, 1 (lag 3)` */
function lagText({ offsets }: LiveGroup, topic: string, partitions: readonly number[]): string {
  const each = partitions.map((partition) => {
    const lag = offsets.find((offset) => offset.topic === topic && offset.partition === partition)?.lag ?? 0n;
    return lag > 0n ? `${partition} (${messages().live.lag({ count: lag })})` : String(partition);
  });
  return `${topic} ${each.join(', ')}`;
}

const longestName = 20;

/**
 * Members of one program share its name; the beginning of what Kafka added tells them apart. What they hold is to be seen behind
 * a long name, too.
 */
function memberName({ id, clientId }: LiveGroup['members'][number]): string {
  const added = id.startsWith(`${clientId}-`) ? id.slice(clientId.length + 1) : id;
  const name = plainText([cutLine([span(clean(clientId))], longestName)]);
  return `${name} ${clean(added.slice(0, 4))}`;
}

/** The worker, then its connectors with their tasks. */
export function connectRows({ value, asOf }: Seen<LiveConnect>, { told, width }: Told): readonly StyledLine[] {
  const say = messages().live;
  const { worker, connectors } = value;
  const answer =
    asOf === undefined
      ? span(`  ✓ ${worker}`, 'good')
      : span(`  ✗ ${worker} ${say.noAnswer({ time: clockTime(asOf) })}`, 'bad');
  const none = connectors.length === 0 ? [span(`  ${say.noConnectors}`, 'dim')] : [];
  return [
    marked(' ', [bold(say.connect), answer, ...none], width),
    ...connectors.flatMap((connector) => {
      const mine = told.filter((change) => 'connector' in change && change.connector === connector.name);
      return connectorRows(connector, { told: mine, width });
    }),
  ];
}

function connectorRows({ name, state, trace, tasks }: ConnectorFacts, { told, width }: Told): readonly StyledLine[] {
  const say = messages().live;
  const head = [
    span(`  ${clean(name)}  `),
    state === undefined ? span(say.starting, 'wait') : taskSpan(state),
    ...tasks.flatMap((task) => [span(`  ${say.task({ id: task.id })} `, 'dim'), taskSpan(task.state)]),
  ];
  const why = trace ?? tasks.find((task) => task.trace !== undefined)?.trace;
  return [
    marked(markOf(told), head, width),
    ...(why === undefined ? [] : [marked(' ', [span(`    ${clean(why)}`, 'dim')], width)]),
  ];
}

function taskSpan(state: string): Span {
  if (state === 'RUNNING') return span(`✓ ${state}`, 'good');
  return state === 'FAILED' ? span(`✗ ${state}`, 'bad') : span(`- ${clean(state)}`, 'wait');
}

/** `orders-0 @11  alice  espresso` */
export function recordRows(
  { records, unreadable }: LiveKafka,
  { before, width }: { readonly before: LiveKafka | undefined; readonly width: number },
): readonly StyledLine[] {
  const say = messages().live;
  const places = records.map(({ topic, partition, offset }) => `${topic}-${partition} @${offset}`);
  const widest = Math.max(0, ...places.map(textWidth));
  const lines = records.map((record, index) => {
    const place = `  ${(places[index] ?? '').padEnd(widest)}  `;
    const key = record.key === null ? span(say.noKey, 'dim') : span(clean(record.key), 'code');
    const value = record.value === null ? span(say.noValue, 'dim') : span(clean(record.value));
    return marked(isAfter(record, before) ? '+' : ' ', [span(place, 'dim'), key, span('  '), value], width);
  });
  const dark = unreadable.map((topic) => marked(' ', [span(`  ${say.compressed({ topic })}`, 'dim')], width));
  return lines.length + dark.length === 0 ? [] : [marked(' ', [bold(say.records)], width), ...lines, ...dark];
}

/** It was written since. */
function isAfter({ topic, partition, offset }: LiveRecord, before: LiveKafka | undefined): boolean {
  if (!before) return false;
  const known = before.topics
    .find(({ name }) => name === topic)
    ?.partitions.find((each) => each.partition === partition);
  return offset >= (known?.high ?? 0n);
}

/** No more of a text than any screen shows: a record may be a megabyte. */
const longest = 400;

/** One line without anything that moves the cursor. */
const clean = (text: string): string => cleanInline(text.slice(0, longest));
