import { planOf } from './plan.ts';
import { isBusy, isDone, stepOnScreen } from './view.ts';
import type { ViewState } from './view-state.ts';

/** A step that is only to be read goes on below the window: Enter turns the page before it leads to the next step. */
export function hasMoreToRead(state: ViewState): boolean {
  if (stepOnScreen(state)?.step.kind !== 'reading' || isDone(state) || isBusy(state)) return false;
  return planOf(state).panes.some(({ id, window }) => id === 'lesson' && window.below > 0);
}
