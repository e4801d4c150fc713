import { planHelp, scrollTarget } from './plan.ts';
import { moveScroll } from './scroll.ts';
import type { Store } from './store.ts';

export type Move = 1 | -1 | 'page-up' | 'page-down' | 'start' | 'end';

/** Scrolls what the arrow keys scroll now: the help where it is open, else a pane. */
export function movePane(store: Store, move: Move): void {
  const state = store.get();
  const isHelp = state.overlay.kind === 'help';
  const pane = isHelp ? planHelp(state) : scrollTarget(state);
  if (!pane) return;
  const { content, scroll, width, height, follows } = pane;
  const scrolled = moveScroll(content, scroll, rowsOf(move, height), { width, height, follows });
  store.act({ type: 'scrolled', pane: isHelp ? 'overlay' : pane.id, scroll: scrolled });
}

/** A page keeps one line of the one before. */
function rowsOf(move: Move, height: number): number | 'start' | 'end' {
  if (move === 'page-up') return -Math.max(1, height - 1);
  if (move === 'page-down') return Math.max(1, height - 1);
  return move;
}
