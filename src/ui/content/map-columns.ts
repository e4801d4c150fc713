import { isEdited, keyOf, lessonProgress, stepsOf } from '../../course/index.ts';
import type { CourseState, StepKey, StepStanding } from '../../course/types.ts';
import type { Lesson, Pack } from '../../lesson/types.ts';
import { lineWidth, textWidth } from '../../markdown/index.ts';
import type { Span } from '../../markdown/types.ts';
import { messages } from '../../messages/index.ts';
import { glyphs } from '../../terminal/glyphs.ts';
import { span } from '../spans.ts';

/** What the row of a lesson tells behind its title. */
export type LessonFacts = {
  readonly remarks: readonly Span[];
  readonly state?: Span;
  readonly minutes: string;
  readonly count: Span;
};

/** Cells of what stands in columns behind the titles, and of a whole row: on a wide screen no wider than it has to be. */
export type Columns = { readonly minutes: number; readonly count: number; readonly row: number };

/** Marks and number before the title of a lesson: `> + 12  `. */
const titleStart = 8;
/** From this width on there is room for how long a lesson takes. */
const roomyCells = 90;
export const gap = '   ';

/** `text` at the right end of a column. */
export const toRight = (text: string, cells: number): string => ' '.repeat(Math.max(0, cells - textWidth(text))) + text;

export function factsOf(
  course: CourseState,
  standings: ReadonlyMap<StepKey, StepStanding>,
  lesson: Lesson,
): LessonFacts {
  const say = messages().ui.map;
  const { done, total } = lessonProgress(course, lesson.id);
  const steps = stepsOf(lesson);
  const all = steps.map((step) => standings.get(keyOf(step)));
  const skipped = all.filter((standing) => standing === 'skipped').length;
  const edited = steps.filter((step) => isEdited(course, step)).length;
  const isOpen = all.some((standing) => standing === 'open' || standing === 'ahead');
  const isDone = done === total;
  return {
    remarks: [
      ...(skipped > 0 ? [span(say.skippedCount({ count: skipped }), 'wait')] : []),
      ...(edited > 0 ? [span(say.editedCount({ count: edited }), 'wait')] : []),
    ],
    ...(isOpen && { state: span(say.open, 'accent') }),
    ...(!isOpen && !isDone && { state: span(say.locked, 'dim') }),
    minutes: say.minutes({ minutes: lesson.minutes }),
    count: span(`${isDone ? `${glyphs().good} ` : ''}${say.done({ done, total })} `, isDone ? 'good' : 'plain'),
  };
}

/** Of all lessons, whatever is unfolded or found now, so that nothing moves while one walks through the map. */
export function columnsOf(
  { lessons }: Pack,
  course: CourseState,
  standings: ReadonlyMap<StepKey, StepStanding>,
  width: number,
): Columns {
  const { here, open, locked } = messages().ui.map;
  const all = lessons.map((lesson) => ({ lesson, facts: factsOf(course, standings, lesson) }));
  const widest = (cells: readonly number[]): number => Math.max(0, ...cells);
  const minutes = width < roomyCells ? 0 : widest(all.map(({ facts }) => textWidth(facts.minutes)));
  const count = widest(all.map(({ facts }) => textWidth(facts.count.text)));
  const state = widest([here, open, locked].map(textWidth));
  const behind = [state, ...(minutes > 0 ? [minutes] : []), count].reduce((sum, cells) => sum + gap.length + cells, 0);
  const row = all.map(
    ({ lesson, facts }) =>
      titleStart +
      textWidth(lesson.title) +
      facts.remarks.reduce((sum, remark) => sum + gap.length + lineWidth([remark]), 0) +
      behind,
  );
  return { minutes, count, row: Math.min(width, widest(row)) };
}
