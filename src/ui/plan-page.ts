import { copyNoteRows, copyRows } from './content/copy.ts';
import { helpContent } from './content/help.ts';
import { liveContent } from './content/live.ts';
import { rowsSection } from './content/run.ts';
import { solutionContent } from './content/solution.ts';
import type { PanePlan } from './plan.ts';
import { type Content, cutWindow } from './scroll.ts';
import type { ViewState } from './view-state.ts';

/** The window of a page that is scrolled: the help, the live view, a solution, or a command to be copied. */
export function planPage(state: ViewState): PanePlan {
  const content = contentOf(state);
  const scroll = state.scroll['overlay'] ?? { at: 'top' as const };
  const box = state.overlay.kind === 'copy' ? copyBox(state) : overlayBox(state);
  return {
    ...box,
    id: 'lesson',
    content,
    scroll,
    follows: false,
    window: cutWindow(content, scroll, box.width, box.height),
  };
}

function contentOf(state: ViewState): Content {
  const { overlay } = state;
  switch (overlay.kind) {
    case 'live':
      return liveContent(state.live, state);
    case 'solution':
      return solutionContent(state);
    case 'copy':
      return [rowsSection('copy', (width) => copyRows(overlay.text, width))];
    default:
      return helpContent(state);
  }
}

/** The room of an overlay, between the two rules. */
export const overlayBox = ({ size }: ViewState) => ({ x: 1, y: 2, width: size.columns - 2, height: size.rows - 5 });

/** A command has the whole width, so that nothing else is selected with it; below it stand an empty row, a note and the footer. */
const copyBox = ({ size }: ViewState) => ({
  x: 0,
  y: 0,
  width: size.columns,
  height: size.rows - 3 - copyNoteRows(size.columns).length,
});
