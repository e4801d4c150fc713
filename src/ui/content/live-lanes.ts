import type { Change } from '../../live/changes.ts';
import type { LiveBroker, LivePartition, LiveTopic } from '../../live/snapshot.ts';
import { layoutText, lineWidth, padLine } from '../../markdown/index.ts';
import type { Span, StyledLine } from '../../markdown/types.ts';
import { messages } from '../../messages/index.ts';
import { glyphs } from '../../terminal/glyphs.ts';
import { bold, span } from '../spans.ts';
import { type Marked, markCells, marked, markedRows, markOf } from './live-marks.ts';

/** More lanes of one topic than this say nothing more. */
const mostLanes = 12;
const widestBar = 24;
const narrowestBar = 4;

type Lane = {
  readonly id: string;
  readonly of: LivePartition;
  /** what changed */
  readonly notes: readonly string[];
  readonly range: StyledLine;
  readonly leader: StyledLine;
  readonly rest: StyledLine;
  readonly mark: Marked;
};

/** A topic: its name, and a lane for each partition, as long as its log is beside the others. */
export function topicRows(
  topic: LiveTopic,
  {
    brokers,
    told,
    width,
    aloud,
  }: {
    readonly brokers: readonly LiveBroker[];
    readonly told: readonly Change[];
    readonly width: number;
    readonly aloud: boolean;
  },
): readonly StyledLine[] {
  const say = messages().live;
  const { name, partitions } = topic;
  const mine = told.filter((change) => 'topic' in change && change.topic === name && !('group' in change));
  const isNew = mine.some(({ kind }) => kind === 'topic-new');
  const copies = Math.max(0, ...partitions.map(({ replicas }) => replicas.length));
  const head = [
    bold(name),
    ...(isNew ? [span(`  ${say.isNew}`, 'accent')] : []),
    span(`  ${say.partitions({ count: partitions.length, copies })}`, 'dim'),
  ];
  const isUp = (id: number): boolean => brokers.find((broker) => broker.id === id)?.state === 'up';
  const lanes = partitions.slice(0, mostLanes).map((each) => laneOf(each, mine, isUp));
  const more = partitions.length - lanes.length;
  return [
    ...markedRows(isNew ? '+' : mine.length > 0 ? '*' : ' ', head, { width }),
    ...(aloud ? lanes.flatMap((lane) => sayLane(lane, isUp, width)) : drawLanes(lanes, width)),
    ...(more > 0 ? [marked(' ', [span(`  ${say.morePartitions({ count: more })}`, 'dim')], width)] : []),
  ];
}

function laneOf(partition: LivePartition, told: readonly Change[], isUp: (id: number) => boolean): Lane {
  const mine = told.filter((change) => 'partition' in change && change.partition === partition.partition);
  const notes = mine.flatMap((change) => noteOf(change) ?? []);
  return {
    id: String(partition.partition),
    of: partition,
    notes,
    range: [rangeOf(partition)],
    leader: leaderOf(partition, isUp),
    rest: [...copiesOf(partition, isUp), ...(notes.length > 0 ? [span(`  ${notes.join(', ')}`, 'accent')] : [])],
    mark: markOf(mine),
  };
}

/** `partition 0, offsets 0 to 3, leader broker 1, in sync: 1` */
function sayLane({ of, notes, mark }: Lane, isUp: (id: number) => boolean, width: number): readonly StyledLine[] {
  const { partition, low, high, leader, replicas, isr } = of;
  const say = messages().live;
  const { aloud } = say;
  const isKnown = low !== undefined && high !== undefined;
  const inSync = replicas.filter((id) => isr.includes(id) && isUp(id));
  const others = replicas.filter((id) => !inSync.includes(id));
  const parts = [
    aloud.partition({ partition }),
    isKnown ? (high > low ? aloud.offsets({ first: low, last: high - 1n }) : say.empty) : aloud.offsetsUnknown,
    leader < 0 ? say.noLeader : aloud.leader({ leader, isUp: isUp(leader) }),
    ...(inSync.length > 0 ? [aloud.inSync({ brokers: inSync.join(', ') })] : []),
    ...(others.length > 0 ? [aloud.notInSync({ brokers: others.join(', ') })] : []),
    ...notes,
  ];
  return layoutText(`  ${parts.join(', ')}`, { width: width - markCells }).map((line, row) =>
    marked(row === 0 ? mark : ' ', line, width),
  );
}

function drawLanes(lanes: readonly Lane[], width: number): readonly StyledLine[] {
  const widest = (of: (lane: Lane) => StyledLine): number => Math.max(0, ...lanes.map((lane) => lineWidth(of(lane))));
  const [ids, ranges, leaders] = [
    widest(({ id }) => [span(id)]),
    widest(({ range }) => range),
    widest(({ leader }) => leader),
  ];
  const fixed = 2 + ids + 1 + ranges + 2 + leaders + 2 + widest(({ rest }) => rest);
  const bar = Math.min(widestBar, width - fixed - 1);
  const longest = lanes.reduce((most, { of }) => (of.high !== undefined && of.high > most ? of.high : most), 1n);
  return lanes.flatMap(({ id, of, range, leader, rest, mark }) => {
    const start = [span(`${id.padStart(ids)} `, 'dim')];
    const log = bar < narrowestBar ? [] : padLine(barOf(of, longest, bar), bar + 1);
    const line = [...start, ...log, ...padLine(range, ranges + 2), ...padLine(leader, leaders + 2), ...rest];
    return markedRows(mark, line, { width });
  });
}

/** `..|====>`: records that were deleted, the log from its first offset, and where the next record goes. */
function barOf({ low = 0n, high = 0n }: LivePartition, longest: bigint, cells: number): StyledLine {
  const room = BigInt(cells - 2);
  const scaled = (offset: bigint): number => Number((offset * room + longest - 1n) / longest);
  const before = Math.min(scaled(low), Number(room));
  return [span('.'.repeat(before), 'dim'), span(`|${'='.repeat(Math.max(0, scaled(high) - before))}>`, 'code')];
}

function rangeOf({ low, high }: LivePartition): Span {
  const say = messages().live;
  if (low === undefined || high === undefined) return span(say.unknown, 'dim');
  return high > low ? span(`${low}..${high - 1n}`) : span(say.empty, 'dim');
}

function leaderOf({ leader }: LivePartition, isUp: (id: number) => boolean): StyledLine {
  const say = messages().live;
  if (leader < 0) return [span(`${glyphs().bad} ${say.noLeader}`, 'bad')];
  return isUp(leader) ? [span(`${say.leader} ${leader}`)] : [span(`${say.leader} ${glyphs().bad}${leader}`, 'bad')];
}

/** One mark a copy: it is in sync and its broker lives, or not. */
function copiesOf({ replicas, isr }: LivePartition, isUp: (id: number) => boolean): StyledLine {
  const copies = replicas.map((id) =>
    isr.includes(id) && isUp(id) ? span(` ${glyphs().good}${id}`, 'good') : span(` ${glyphs().bad}${id}`, 'bad'),
  );
  return [span(messages().live.isr, 'dim'), ...copies];
}

function noteOf(change: Change): string | undefined {
  const say = messages().live;
  switch (change.kind) {
    case 'partition-new':
      return say.isNew;
    case 'written':
      return `+${change.count}`;
    case 'removed':
      return say.removed({ count: change.count });
    case 'leader':
      return change.from < 0 ? undefined : say.wasLed({ by: change.from });
    default:
      return undefined;
  }
}
