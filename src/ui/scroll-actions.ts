import { pageModes } from './keys/binding.ts';
import { modeOf } from './modes.ts';
import { type PanePlan, planOf, scrollTarget } from './plan.ts';
import { planPage } from './plan-page.ts';
import { hasMoreToRead } from './reading.ts';
import { moveScroll } from './scroll.ts';
import type { Store } from './store.ts';
import type { PaneId } from './view-state.ts';

export type Move = 1 | -1 | 'page-up' | 'page-down' | 'start' | 'end';

/** Scrolls what the arrow keys scroll now: the page where one is open, else a pane. */
export function movePane(store: Store, move: Move): void {
  const state = store.get();
  const isPage = pageModes.includes(modeOf(state));
  const pane = isPage ? planPage(state) : scrollTarget(state);
  if (pane) scrollPane(store, pane, isPage ? 'overlay' : pane.id, move);
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
  if (as === 'lesson' && !hasMoreToRead(store.get())) store.act({ type: 'text-read' });
}

/** A page keeps one line of the one before. */
function rowsOf(move: Move, height: number): number | 'start' | 'end' {
  if (move === 'page-up') return -Math.max(1, height - 1);
  if (move === 'page-down') return Math.max(1, height - 1);
  return move;
}
