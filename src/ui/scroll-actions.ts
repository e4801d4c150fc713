import { type PanePlan, planOf, scrollTarget } from './plan.ts';
import { planHelp } from './plan-help.ts';
import { moveScroll } from './scroll.ts';
import type { Store } from './store.ts';
import type { PaneId } from './view-state.ts';

export type Move = 1 | -1 | 'page-up' | 'page-down' | 'start' | 'end';

/** Scrolls what the arrow keys scroll now: the help where it is open, else a pane. */
export function movePane(store: Store, move: Move): void {
  const state = store.get();
  const isHelp = state.overlay.kind === 'help';
  const pane = isHelp ? planHelp(state) : scrollTarget(state);
  if (pane) scrollPane(store, pane, isHelp ? 'overlay' : pane.id, move);
}

/** Enter on a text that goes on below: its next page. */
export function readOn(store: Store): void {
  const lesson = planOf(store.get()).panes.find(({ id }) => id === 'lesson');
  if (lesson) scrollPane(store, lesson, 'lesson', 'page-down');
}

function scrollPane(store: Store, pane: PanePlan, as: PaneId | 'overlay', move: Move): void {
  const { content, scroll, width, height, follows } = pane;
  store.act({
    type: 'scrolled',
    pane: as,
    scroll: moveScroll(content, scroll, rowsOf(move, height), { width, height, follows }),
  });
}

/** A page keeps one line of the one before. */
function rowsOf(move: Move, height: number): number | 'start' | 'end' {
  if (move === 'page-up') return -Math.max(1, height - 1);
  if (move === 'page-down') return Math.max(1, height - 1);
  return move;
}
