import { courseProgress } from '../course/index.ts';
import { layoutText } from '../markdown/index.ts';
import type { StyledLine } from '../markdown/types.ts';
import { messages } from '../messages/index.ts';
import { copyRows } from './content/copy.ts';
import { finishedRows } from './content/finished.ts';
import { lockedRows, mapRows } from './content/map.ts';
import { overlayBox, planPage } from './plan-page.ts';
import { ruleLine } from './rule.ts';
import { bold, span } from './spans.ts';
import { courseOf } from './view.ts';
import type { ViewState } from './view-state.ts';

/** A page over the step: help, map, copy, the end of the course. */
export function drawOverlay(state: ViewState, header: StyledLine, footer: StyledLine): readonly StyledLine[] {
  const { overlay, size } = state;
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
    case 'map':
      return page(mapPage(state, overlay.cursor, overlay.refused), state, header, footer);
    case 'copy': {
      const rows = copyRows(overlay.text, size.columns);
      return [...fill(rows, size.rows - 2), footer];
    }
    case 'finished': {
      const rows = [[], ...finishedRows(state, overlayBox(state).width)];
      return page({ title: '', rows, below: 0 }, state, header, footer);
    }
    case 'none':
    case 'skip':
      return [];
  }
}

type Page = { readonly title: string; readonly rows: readonly StyledLine[]; readonly below: number };

function page({ title, rows, below }: Page, state: ViewState, header: StyledLine, footer: StyledLine): StyledLine[] {
  const { columns } = state.size;
  const { panes } = messages().ui;
  const { height } = overlayBox(state);
  const marker = below === 0 ? [] : [span(`${panes.more({ count: below })}: `), bold(panes.down)];
  return [
    header,
    ruleLine([], title === '' ? [] : [span(title, 'dim')], columns),
    ...fill(
      rows.map((row): StyledLine => (row.length === 0 ? row : [span(' '), ...row])),
      height,
    ),
    ruleLine(marker, [], columns),
    footer,
  ];
}

const fill = (rows: readonly StyledLine[], height: number): StyledLine[] =>
  Array.from({ length: Math.max(0, height) }, (_, index) => rows[index] ?? []);

/** The map, scrolled so that the cursor stands near its middle. */
function mapPage(state: ViewState, cursor: number, refused: boolean): Page {
  const { width, height } = overlayBox(state);
  const { rows, cursor: at } = mapRows(state, cursor, width);
  const locked = refused ? lockedRows(state, cursor, width) : [];
  const room = height - locked.length;
  const top = Math.max(0, Math.min(at - Math.floor(room / 2), rows.length - room));
  const { done, total } = courseProgress(courseOf(state));
  return {
    title: `${messages().ui.map.title} ${messages().ui.map.done({ done, total })}`,
    rows: [...fill(rows.slice(top, top + room), room), ...locked],
    below: Math.max(0, rows.length - top - room),
  };
}

/** All there is room for in a terminal that is too small. */
export function tooSmallRows({ size }: ViewState): readonly StyledLine[] {
  const say = messages().ui.panes;
  const width = Math.max(1, size.columns);
  return [...layoutText(say.tooSmall(size), { width }), ...layoutText(say.tooSmallWhy, { width, tone: 'dim' })];
}
