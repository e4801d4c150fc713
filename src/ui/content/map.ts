import {
  allSteps,
  findStep,
  isEdited,
  lessonProgress,
  missingBefore,
  sameStep,
  stepStanding,
} from '../../course/index.ts';
import type { StepRef, StepStanding } from '../../course/types.ts';
import { inPackOrder } from '../../lesson/in-pack-order.ts';
import type { BrokenLesson, Lesson } from '../../lesson/types.ts';
import { layoutText, padLine } from '../../markdown/index.ts';
import type { StyledLine, Tone } from '../../markdown/types.ts';
import { messages } from '../../messages/index.ts';
import { bold, span, spread } from '../spans.ts';
import { courseOf } from '../view.ts';
import type { ViewState } from '../view-state.ts';

/** The map as rows, and which of them the cursor is on. */
export type MapRows = { readonly rows: readonly StyledLine[]; readonly cursor: number };

const standingCells = 11;

/** All lessons with their steps. `cursor` counts steps through the whole course. */
export function mapRows(state: ViewState, cursor: number, width: number): MapRows {
  const steps = allSteps(state.pack);
  const chosen = steps[cursor];
  const rows: StyledLine[] = [];
  let at = 0;
  for (const { kind, number, lesson } of inPackOrder(state.pack)) {
    if (number > 1) rows.push([]);
    if (kind === 'broken') {
      rows.push(brokenRow(lesson, number, width));
      continue;
    }
    rows.push(lessonRow(state, lesson, number, width));
    for (const step of lesson.steps) {
      const ref = { lesson: lesson.id, step: step.id };
      const isHere = chosen !== undefined && sameStep(ref, chosen);
      if (isHere) at = rows.length;
      rows.push(stepRow(state, ref, step.title, isHere));
    }
  }
  return { rows, cursor: at };
}

function lessonRow(state: ViewState, lesson: Lesson, number: number, width: number): StyledLine {
  const say = messages().ui.map;
  const { done, total } = lessonProgress(courseOf(state), lesson.id);
  const count = span(say.done({ done, total }), done === total ? 'good' : 'plain');
  return spread(
    [span(` ${number}  `), bold(lesson.title)],
    [span(`${say.minutes({ minutes: lesson.minutes })}   `, 'dim'), count, span(' ')],
    width,
  );
}

/** A lesson with errors in its file. */
function brokenRow({ id, folder }: BrokenLesson, number: number, width: number): StyledLine {
  return spread([span(` ${number}  ${id ?? folder}`, 'dim')], [span(`${messages().pack.broken} `, 'bad')], width);
}

function stepRow(state: ViewState, ref: StepRef, title: string, isHere: boolean): StyledLine {
  const standing = stepStanding(courseOf(state), ref);
  const { symbol, word, tone } = lookOfStanding(standing);
  const text = isHere ? bold(title) : span(title, standing === 'locked' ? 'dim' : 'plain');
  const edited = isEdited(courseOf(state), ref) ? [span(`  ${messages().ui.map.edited}`, 'wait')] : [];
  const mark = padLine([span(`${symbol} ${word}`, tone)], standingCells);
  return [span(isHere ? '  > ' : '    ', 'accent'), ...mark, text, ...edited];
}

function lookOfStanding(standing: StepStanding): { symbol: string; word: string; tone: Tone } {
  const say = messages().ui.map;
  switch (standing) {
    case 'passed':
      return { symbol: '✓', word: say.passed, tone: 'good' };
    case 'skipped':
      return { symbol: '-', word: say.skipped, tone: 'wait' };
    case 'open':
      return { symbol: ' ', word: say.open, tone: 'accent' };
    case 'locked':
      return { symbol: ' ', word: say.locked, tone: 'dim' };
  }
}

/** What has to be done before a locked step. */
export function lockedRows(state: ViewState, cursor: number, width: number): readonly StyledLine[] {
  const ref = allSteps(state.pack)[cursor];
  const missing = ref && missingBefore(courseOf(state), ref)[0];
  const found = missing && findStep(state.pack, missing);
  if (!found) return [];
  const text = messages().ui.map.lockedUntil({ lesson: found.lesson.title, step: found.step.title });
  return layoutText(text, { width, tone: 'wait' });
}
