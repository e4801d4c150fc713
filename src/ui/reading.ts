import { bodySection } from './content/lesson.ts';
import { planOf } from './plan.ts';
import { countRows } from './scroll.ts';
import { isUntried } from './stuck.ts';
import { isBusy, isDone, mainAction, stepOnScreen } from './view.ts';
import type { ViewState } from './view-state.ts';

/** More rows below a window than this are not told apart. */
const most = 999;

/**
 * The step's text goes on below the window, and Enter turns the page before it does what it is for: leads on from a step that
 * is only read, performs commands that stand further down, looks at an exercise whose task was not read. What was seen once, or
 * tried, was read.
 */
export function hasMoreToRead(state: ViewState): boolean {
  const step = stepOnScreen(state)?.step;
  // A line that comes below the panes and takes a row of the text must not make another key of the one about to be pressed.
  if (!step || isDone(state) || isBusy(state) || state.isRead) return false;
  if (step.kind === 'reading') return rowsBelow(state, undefined) > 0;
  const action = mainAction(state);
  if ((action !== 'run' && action !== 'check') || !isUntried(state)) return false;
  const lastCommand = step.body.findLastIndex((segment) => segment.kind === 'code' && segment.role === 'run');
  return rowsBelow(state, lastCommand < 0 ? step.body.length - 1 : lastCommand) > 0;
}

/** Rows of the lesson's pane below its window, as far as a segment of the step's body; undefined: to the end. */
function rowsBelow(state: ViewState, segment: number | undefined): number {
  const pane = planOf(state).panes.find(({ id }) => id === 'lesson');
  if (!pane) return 0;
  const end = segment === undefined ? -1 : pane.content.findIndex(({ id }) => id === bodySection(segment));
  const after = end < 0 ? 0 : countRows(pane.content.slice(end + 1), pane.width, most);
  return pane.window.below - after;
}
