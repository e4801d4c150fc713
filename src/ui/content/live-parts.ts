import type { ConnectorFacts } from '../../check/connect-facts.ts';
import type { Change } from '../../live/changes.ts';
import type { BrokerState, LiveConnect, LiveGroup, LiveKafka, LiveRecord, Seen } from '../../live/snapshot.ts';
import { textWidth } from '../../markdown/cells.ts';
import { cleanInline } from '../../markdown/clean.ts';
import { cutLine, plainText } from '../../markdown/index.ts';
import type { Span, StyledLine } from '../../markdown/types.ts';
import { messages } from '../../messages/index.ts';
import { glyphs } from '../../terminal/glyphs.ts';
import { bold, span } from '../spans.ts';
import { clockTime } from '../time.ts';
import { marked, markedRows, markOf, together } from './live-marks.ts';

/** aloud: in words, nothing is drawn */
type Told = { readonly told: readonly Change[]; readonly width: number; readonly aloud?: boolean | undefined };

/** `brokers  ✓ 1  ✓ 2  ✗ 3 down` */
export function brokerRows({ brokers }: LiveKafka, { told, width, aloud }: Told): readonly StyledLine[] {
  const mine = told.filter(({ kind }) => kind === 'broker');
  if (aloud) {
    const words = brokers.map(({ id, state }) => messages().live.aloud.broker({ id, state }));
    return [marked(markOf(mine), [span(words.join(', '))], width)];
  }
  const each = brokers.flatMap(({ id, state }) => [span('  '), stateSpan(String(id), state)]);
  return markedRows(markOf(mine), [bold(messages().live.brokers), ...each], { width });
}

function stateSpan(name: string, state: BrokerState): Span {
  const say = messages().live;
  switch (state) {
    case 'up':
      return span(together(`${glyphs().good} ${name}`), 'good');
    case 'down':
      return span(together(`${glyphs().bad} ${name} ${say.down}`), 'bad');
    case 'silent':
      return span(together(`? ${name} ${say.silent}`), 'wait');
  }
}

/** A group with its state, then who holds which partitions, how far behind each is, and who of `before` left. */
export function groupRows(
  group: LiveGroup,
  { before, told, width, aloud }: Told & { readonly before: LiveGroup | undefined },
): readonly StyledLine[] {
  const say = messages().live;
  const mine = told.filter((change) => 'group' in change && change.group === group.group);
  const isNew = mine.some(({ kind }) => kind === 'group-new');
  const known = group.offsets.flatMap(({ lag }) => (lag === undefined ? [] : [lag]));
  // Of the newer protocol a client as old as ours hears that it is dead, though it is listed.
  const count = group.members.length;
  const was = before && before.members.length !== count ? `, ${say.wasMembers({ count: before.members.length })}` : '';
  const state = group.state === 'Dead' ? [say.otherProtocol] : [group.state, `${say.members({ count })}${was}`];
  const words = [
    ...state,
    ...(known.length > 0 ? [say.lag({ count: known.reduce((sum, lag) => sum + lag, 0n) })] : []),
  ];
  const head = [
    bold(`${say.group} ${clean(group.group)}`),
    span(`  ${words.map(together).join('  ')}`, group.isOld ? 'dim' : undefined),
    ...(group.isOld ? [span(`  ${say.oldGroup}`, 'dim')] : []),
  ];
  const held = group.members.flatMap(({ assignment }) => placesOf(assignment));
  const free = group.offsets.filter(({ topic, partition }) => !held.includes(`${topic} ${partition}`));
  const left = (before?.members ?? []).filter(({ id }) =>
    mine.some((change) => change.kind === 'member-gone' && change.member === id),
  );
  return [
    ...markedRows(isNew ? '+' : markOf(mine.filter(({ kind }) => kind !== 'member-new')), head, { width }),
    ...group.members.flatMap((member) => {
      const changed = mine.filter((change) => 'member' in change && change.member === member.id);
      const parts = member.assignment.flatMap(({ topic, partitions }) => lagText(group, { topic, partitions, aloud }));
      const holds = parts.length > 0 ? span(parts.join('; ')) : span(say.waits, 'dim');
      return markedRows(markOf(changed), [span(`${memberName(member)}  `, 'dim'), holds], { width, indent: 2 });
    }),
    ...left.map((member) => goneRow(`  ${memberName(member)}`, width)),
    ...freeRows(group, free, { width, aloud }),
  ];
}

function freeRows(
  group: LiveGroup,
  free: LiveGroup['offsets'],
  { width, aloud }: Pick<Told, 'width' | 'aloud'>,
): readonly StyledLine[] {
  if (free.length === 0 || group.state === 'Dead') return [];
  const topics = [...new Set(free.map(({ topic }) => topic))];
  const parts = topics.map((topic) =>
    lagText(group, {
      topic,
      partitions: free.filter((each) => each.topic === topic).map(({ partition }) => partition),
      aloud,
    }),
  );
  return markedRows(' ', [span(`${messages().live.nobody}  ${parts.join('; ')}`, 'dim')], { width, indent: 2 });
}

const placesOf = (assignment: LiveGroup['members'][number]['assignment']): readonly string[] =>
  assignment.flatMap(({ topic, partitions }) => partitions.map((partition) => `${topic} ${partition}`));

/** `orders 0, 1 (lag 3)` */
function lagText(
  { offsets }: LiveGroup,
  {
    topic,
    partitions,
    aloud,
  }: { readonly topic: string; readonly partitions: readonly number[]; readonly aloud: boolean | undefined },
): string {
  const each = partitions.map((partition) => {
    const lag = offsets.find((offset) => offset.topic === topic && offset.partition === partition)?.lag ?? 0n;
    return together(lag > 0n ? `${partition} (${messages().live.lag({ count: lag })})` : String(partition));
  });
  return aloud ? messages().live.aloud.held({ topic, partitions: each }) : `${together(`${topic} `)}${each.join(', ')}`;
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

/** What was there and is gone. */
export const goneRow = (name: string, width: number): StyledLine =>
  marked('-', [span(`${name}  `, 'dim'), span(messages().live.gone, 'accent')], width);

/** The worker, then its connectors with their tasks, and those that are gone. */
export function connectRows(
  seen: Seen<LiveConnect>,
  { told, width, isStarting }: Told & { readonly isStarting: boolean },
): readonly StyledLine[] {
  const say = messages().live;
  const { connectors } = seen.value;
  const gone = told.flatMap((change) => (change.kind === 'connector-gone' ? [change.connector] : []));
  const noneSaid = gone.length > 0 ? say.noConnectorsLeft : say.noConnectors;
  const none = connectors.length === 0 ? [span(`  ${noneSaid}`, 'dim')] : [];
  return [
    ...markedRows(' ', [bold(say.connect), ...workerSpans(seen, isStarting), ...none], { width }),
    ...connectors.flatMap((connector) => {
      const mine = told.filter((change) => 'connector' in change && change.connector === connector.name);
      return connectorRows(connector, { told: mine, width, isOld: seen.asOf !== undefined });
    }),
    ...gone.map((name) => goneRow(`  ${clean(name)}`, width)),
  ];
}

function workerSpans({ value: { worker }, asOf }: Seen<LiveConnect>, isStarting: boolean): StyledLine {
  const say = messages().live;
  if (asOf === undefined) return [span(`  ${together(`${glyphs().good} ${worker}`)}`, 'good')];
  const asOfThen = span(` ${say.asOf({ time: clockTime(asOf) })}`, 'dim');
  if (isStarting) return [span(`  ${together(`${worker} ${say.starting}`)},`, 'wait'), asOfThen];
  return [span(`  ${together(`${glyphs().bad} ${worker}`)} ${say.noAnswer},`, 'bad'), asOfThen];
}

/** Rows of an error; its beginning says what is wrong. */
const mostOfTrace = 4;

/** isOld: the worker does not say so now. */
function connectorRows(
  { name, state, trace, tasks }: ConnectorFacts,
  { told, width, isOld }: Told & { readonly isOld: boolean },
): readonly StyledLine[] {
  const say = messages().live;
  const head = [
    span(`${clean(name)}  `),
    state === undefined ? span(say.starting, 'wait') : taskSpan(state),
    ...tasks.flatMap((task) => [span(`  ${together(`${say.task({ id: task.id })} `)}`, 'dim'), taskSpan(task.state)]),
  ];
  const why = trace ?? tasks.find((task) => task.trace !== undefined)?.trace;
  return [
    ...markedRows(markOf(told), isOld ? head.map(({ text }) => span(text, 'dim')) : head, { width, indent: 2 }),
    ...(why === undefined ? [] : markedRows(' ', [span(clean(why), 'dim')], { width, indent: 4, most: mostOfTrace })),
  ];
}

function taskSpan(state: string): Span {
  if (state === 'RUNNING') return span(together(`${glyphs().good} ${state}`), 'good');
  if (state === 'FAILED') return span(together(`${glyphs().bad} ${state}`), 'bad');
  // Paused, stopped, on its way: neither good nor bad. A `-` would say that it is gone.
  return span(together(`= ${clean(state)}`), 'wait');
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
