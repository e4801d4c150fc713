import { allSteps, stepStanding } from '../../course/index.ts';
import { layoutText } from '../../markdown/index.ts';
import type { StyledLine } from '../../markdown/types.ts';
import { messages } from '../../messages/index.ts';
import { bold } from '../spans.ts';
import { courseOf } from '../view.ts';
import type { ViewState } from '../view-state.ts';

/** The last page of the course. */
export function finishedRows(state: ViewState, width: number): readonly StyledLine[] {
  const say = messages().ui.finished;
  const course = courseOf(state);
  const standings = allSteps(state.pack).map((ref) => stepStanding(course, ref));
  const passed = standings.filter((standing) => standing === 'passed').length;
  const skipped = standings.filter((standing) => standing === 'skipped').length;
  const left = standings.length - passed - skipped;
  const text = (line: string): readonly StyledLine[] => layoutText(line, { width });
  return [
    [left === 0 ? bold(say.title, 'good') : bold(say.lastStep)],
    [],
    ...text(say.passed({ count: passed, total: standings.length })),
    ...(left === 0 ? [] : text(say.left({ count: left }))),
    ...(skipped === 0 ? [] : text(say.skipped({ count: skipped }))),
    [],
    ...text(say.again),
  ];
}
