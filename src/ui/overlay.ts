import { layoutText } from '../markdown/index.ts';
import type { StyledLine } from '../markdown/types.ts';
import { messages } from '../messages/index.ts';
import { copyNoteRows } from './content/copy.ts';
import { finishedRows } from './content/finished.ts';
import { type MapPage, mapPage } from './map-page.ts';
import { overlayBox, planPage } from './plan-page.ts';
import { ruleLine } from './rule.ts';
import { bold, span } from './spans.ts';
import { stepOnScreen } from './view.ts';
import type { ViewState } from './view-state.ts';

/** A page over the step: help, map, copy, the end of the course. `prompt`: the cell of the cursor in the row above the footer. */
export function drawOverlay(
  state: ViewState,
  header: StyledLine,
  footer: StyledLine,
): { readonly rows: readonly StyledLine[]; readonly prompt?: number } {
  const { overlay } = state;
  const say = messages().ui;
  switch (overlay.kind) {
    case 'help': {
      const { window } = planPage(state);
      return page({ title: say.help.title, rows: window.rows, below: window.below }, state, header, footer);
    }
    case 'live': {
      const { window } = planPage(state);
      return page({ title: messages().live.title, rows: window.rows, below: window.below }, state, header, footer);
    }
    case 'solution': {
      const { window } = planPage(state);
      const title = say.solution.title({ step: stepOnScreen(state)?.step.title ?? '' });
      return page({ title, rows: window.rows, below: window.below }, state, header, footer);
    }
    case 'map':
      return page(mapPage(state, overlay), state, header, footer);
    case 'copy': {
      const { window, height } = planPage(state);
      return { rows: [...fill(window.rows, height), ...copyFoot(state, window.below), footer] };
    }
    case 'finished': {
      const rows = [[], ...finishedRows(state, overlayBox(state).width)];
      return page({ title: '', rows, below: 0 }, state, header, footer);
    }
    case 'none':
    case 'skip':
    case 'solution-ask':
      return { rows: [] };
  }
}

type Page = Pick<MapPage, 'title' | 'rows' | 'below' | 'prompt'>;

function page({ title, rows, below, prompt }: Page, state: ViewState, header: StyledLine, footer: StyledLine) {
  const { columns } = state.size;
  const { height } = overlayBox(state);
  return {
    rows: [
      header,
      ruleLine([], title === '' ? [] : [span(title, 'dim')], columns),
      ...fill(
        rows.map((row): StyledLine => (row.length === 0 ? row : [span(' '), ...row])),
        height - (prompt ? 1 : 0),
      ),
      ruleLine(moreMarker(below), [], columns),
      ...(prompt ? [prompt.line] : []),
      footer,
    ],
    ...(prompt && { prompt: prompt.cursor }),
  };
}

function moreMarker(below: number): StyledLine {
  const { panes } = messages().ui;
  return below === 0 ? [] : [span(`${panes.more({ count: below })}: `), bold(panes.down)];
}

/** Where there is more of the command, that is said in the place of the empty row above the note. */
const copyFoot = ({ size }: ViewState, below: number): readonly StyledLine[] => [
  below === 0 ? [] : [span(' '), ...moreMarker(below)],
  ...copyNoteRows(size.columns),
];

const fill = (rows: readonly StyledLine[], height: number): StyledLine[] =>
  Array.from({ length: Math.max(0, height) }, (_, index) => rows[index] ?? []);

/** All there is room for in a terminal that is too small. */
export function tooSmallRows({ size }: ViewState): readonly StyledLine[] {
  const say = messages().ui.panes;
  const width = Math.max(1, size.columns);
  return [...layoutText(say.tooSmall(size), { width }), ...layoutText(say.tooSmallWhy, { width, tone: 'dim' })];
}
