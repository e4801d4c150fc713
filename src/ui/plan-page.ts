import { helpContent } from './content/help.ts';
import { liveContent } from './content/live.ts';
import type { PanePlan } from './plan.ts';
import { cutWindow } from './scroll.ts';
import type { ViewState } from './view-state.ts';

/** The window of a page that is scrolled: the help, or the live view. */
export function planPage(state: ViewState): PanePlan {
  const content = state.overlay.kind === 'live' ? liveContent(state.live) : helpContent(state);
  const scroll = state.scroll['overlay'] ?? { at: 'top' as const };
  const box = overlayBox(state);
  return {
    ...box,
    id: 'lesson',
    content,
    scroll,
    follows: false,
    window: cutWindow(content, scroll, box.width, box.height),
  };
}

/** The room of an overlay, between the two rules. */
export const overlayBox = ({ size }: ViewState) => ({ x: 1, y: 2, width: size.columns - 2, height: size.rows - 5 });
