import {
  findStep,
  isEdited,
  keyOf,
  missingBefore,
  sameStep,
  standingsOf,
  unperformedBefore,
  wasAhead,
} from '../../course/index.ts';
import type { CourseState, StepKey, StepStanding } from '../../course/types.ts';
import { inPackOrder } from '../../lesson/in-pack-order.ts';
import type { BrokenLesson } from '../../lesson/types.ts';
import { layoutText, lineWidth, padLine } from '../../markdown/index.ts';
import type { Span, StyledLine, Tone } from '../../markdown/types.ts';
import { messages } from '../../messages/index.ts';
import { glyphs } from '../../terminal/glyphs.ts';
import { type ShownLesson, type ShownStep, samePlace, shownLessons, stepOf } from '../map-places.ts';
import { bold, span, spread } from '../spans.ts';
import { courseOf } from '../view.ts';
import type { MapOverlay, ViewState } from '../view-state.ts';
import { type Columns, columnsOf, factsOf, gap, toRight } from './map-columns.ts';

/** A row of the map. `heading`: the number of the row in which its lesson stands. */
export type MapRow = { readonly line: StyledLine; readonly heading: number };

/** The map as rows, and which of them the cursor is on. */
export type MapRows = { readonly rows: readonly MapRow[]; readonly cursor: number };

type Drawing = {
  readonly state: ViewState;
  readonly map: MapOverlay;
  readonly course: CourseState;
  readonly standings: ReadonlyMap<StepKey, StepStanding>;
  readonly columns: Columns;
  readonly width: number;
};

const standingCells = 11;

/** Lessons, and the steps of the one that is unfolded; while something is searched, what matches. */
export function mapRows(state: ViewState, map: MapOverlay, width: number): MapRows {
  const course = courseOf(state);
  const standings = standingsOf(course);
  const columns = columnsOf(state.pack, course, standings, width);
  const drawing: Drawing = { state, map, course, standings, columns, width };
  const shown = new Map(shownLessons(state.pack, map).map((each) => [each.lesson.id, each]));
  const rows: MapRow[] = [];
  let cursor = 0;
  for (const { kind, number, lesson } of inPackOrder(state.pack)) {
    const heading = rows.length;
    if (kind === 'broken') {
      if (!map.search?.text) rows.push({ line: brokenRow(drawing, lesson, number), heading });
      continue;
    }
    const here = shown.get(lesson.id);
    if (!here) continue;
    if (samePlace(map.at, { lesson: lesson.id })) cursor = heading;
    rows.push({ line: lessonRow(drawing, here, number), heading });
    for (const each of here.steps) {
      const place = { lesson: lesson.id, step: each.step.id };
      if (samePlace(map.at, place)) cursor = rows.length;
      rows.push({ line: stepRow(drawing, place, each), heading });
    }
  }
  return { rows, cursor };
}

/** `> + 3  Producer and consumer     2 skipped   you are here   15 min   12/14 steps` */
function lessonRow(
  { state, map, course, standings, columns }: Drawing,
  shown: ShownLesson,
  number: number,
): StyledLine {
  const { lesson } = shown;
  const facts = factsOf(course, standings, lesson);
  // Where its steps are shown, one of them says that it is here.
  const isHere = state.ref?.lesson === lesson.id && shown.steps.length === 0;
  const standing = isHere ? span(messages().ui.map.here, 'accent') : facts.state;
  const behind: Span[] = [
    ...facts.remarks,
    ...(standing ? [standing] : []),
    ...(columns.minutes > 0 ? [span(toRight(facts.minutes, columns.minutes), 'dim')] : []),
    { ...facts.count, text: toRight(facts.count.text, columns.count) },
  ];
  const isChosen = samePlace(map.at, { lesson: lesson.id });
  const isUnfolded = shown.steps.length > 0;
  const isLocked = facts.state?.tone === 'dim';
  const title = isChosen || isUnfolded ? bold(lesson.title) : span(lesson.title, isLocked ? 'dim' : 'plain');
  return spread(
    [
      span(isChosen ? '> ' : '  ', 'accent'),
      span(`${isUnfolded ? '-' : '+'} ${`${number}`.padStart(2)}${' '.repeat(2)}`),
      title,
    ],
    behind.flatMap((each, index) => (index === 0 ? [each] : [span(gap), each])),
    columns.row,
  );
}

/** A lesson with errors in its file. */
function brokenRow({ columns, width }: Drawing, { id, folder }: BrokenLesson, number: number): StyledLine {
  const name = span(`    ${`${number}`.padStart(2)}  ${id ?? folder}`, 'dim');
  return spreadIn([name], [span(`${messages().pack.broken} `, 'bad')], columns.row, width);
}

/** As wide as the table, but for what does not fit into it. */
const spreadIn = (left: StyledLine, right: StyledLine, cells: number, width: number): StyledLine =>
  spread(left, right, Math.min(width, Math.max(cells, lineWidth(left) + 2 + lineWidth(right))));

/** `    > ✓ passed   Create a topic        you are here` */
function stepRow(
  { state, map, course, standings, columns, width }: Drawing,
  ref: { readonly lesson: string; readonly step: string },
  { step, found }: ShownStep,
): StyledLine {
  const say = messages().ui.map;
  const standing = standings.get(keyOf(ref)) ?? 'open';
  const { symbol, word, tone } = lookOfStanding(standing);
  const isChosen = samePlace(map.at, ref);
  const isDone = standing === 'passed' || standing === 'skipped';
  const remarks: Span[] = [
    ...(state.ref && sameStep(state.ref, ref) ? [span(say.here, 'accent')] : []),
    ...(isEdited(course, ref) ? [span(say.edited, 'wait')] : []),
    ...(isDone && wasAhead(course, ref) ? [span(say.openedAhead, 'dim')] : []),
  ];
  return spreadIn(
    [
      span(isChosen ? '    > ' : '      ', 'accent'),
      ...padLine([span(`${symbol} ${word}`, tone)], standingCells),
      isChosen ? bold(step.title) : span(step.title, standing === 'locked' ? 'dim' : 'plain'),
      ...(found === undefined ? [] : [span(`  $ ${found}`, 'dim')]),
    ],
    remarks.flatMap((remark) => [remark, span('  ')]),
    columns.row,
    width,
  );
}

function lookOfStanding(standing: StepStanding): { symbol: string; word: string; tone: Tone } {
  const say = messages().ui.map;
  switch (standing) {
    case 'passed':
      return { symbol: glyphs().good, word: say.passed, tone: 'good' };
    case 'skipped':
      return { symbol: '-', word: say.skipped, tone: 'wait' };
    case 'open':
      return { symbol: ' ', word: say.open, tone: 'accent' };
    case 'ahead':
      return { symbol: '>', word: say.ahead, tone: 'accent' };
    case 'locked':
      return { symbol: ' ', word: say.locked, tone: 'dim' };
  }
}

/** What is missing before the locked step under the cursor, and what it means to open it all the same. */
export function aheadRows(state: ViewState, { at }: MapOverlay, width: number): readonly StyledLine[] {
  const ref = stepOf(at);
  const course = courseOf(state);
  const missing = ref ? missingBefore(course, ref) : [];
  const found = missing[0] && findStep(state.pack, missing[0]);
  if (!ref || !found) return [];
  const say = messages().ui.map;
  const first = { lesson: found.lesson.title, step: found.step.title, count: missing.length };
  const performed = unperformedBefore(course, ref).length;
  return [
    ...layoutText(say.lockedUntil(first), { width, tone: 'wait' }),
    ...layoutText(`${say.aheadMeans} ${performed === 0 ? '' : say.aheadPerforms({ count: performed })}`.trim(), {
      width,
    }),
  ];
}

/** That nothing matches what was typed, and what to do. */
export function nothingFoundRows({ search }: MapOverlay, width: number): readonly StyledLine[] {
  return layoutText(messages().ui.map.nothingFound({ text: search?.text.trim() ?? '' }), { width, tone: 'wait' });
}
