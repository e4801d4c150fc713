import type { Panel } from '../../lesson/types.ts';
import { layoutText, padLine } from '../../markdown/index.ts';
import type { StyledLine, Tone } from '../../markdown/types.ts';
import { messages } from '../../messages/index.ts';
import type { PanelState } from '../../session/events.ts';
import { bold, indentLines, span } from '../spans.ts';
import { stepOnScreen } from '../view.ts';
import type { ViewState } from '../view-state.ts';
import { detail, details } from './checks.ts';

type Mark = { readonly symbol: string; readonly word: string; readonly tone: Tone };

function markOf(state: PanelState | undefined): Mark {
  const say = messages().ui.board;
  switch (state) {
    case 'mended':
      return { symbol: '✓', word: say.mended, tone: 'good' };
    case 'broken':
      return { symbol: '✗', word: say.broken, tone: 'bad' };
    case 'blocked':
      return { symbol: '!', word: say.blocked, tone: 'wait' };
    case undefined:
      return { symbol: '-', word: say.unknown, tone: 'dim' };
  }
}

/** Cells of `✓ mended  `: the title begins behind them. */
const markCells = 10;
/** What belongs to a panel stands under the word of its mark. */
const indent = 2;

/** A panel: how it stands; while it is broken also what is seen, what is missing, and what was done wrong. */
export function panelRows(state: ViewState, panel: Panel, width: number): readonly StyledLine[] {
  const standing = state.panels[panel.id];
  const { symbol, word, tone } = markOf(standing);
  const title = layoutText(panel.title, { width: Math.max(10, width - markCells) });
  const head = title.map((line, index) => [
    ...padLine(index === 0 ? [span(`${symbol} ${word}`, tone)] : [], markCells),
    ...(index === 0 ? [bold(panel.title)] : line),
  ]);
  if (standing === 'mended') return head;
  const inner = Math.max(10, width - indent);
  const symptom = layoutText(panel.symptom, { width: inner, tone: 'dim' });
  return [...head, ...indentLines([...symptom, ...reasonRows(state, panel, inner)], indent)];
}

/** The first of its checks that does not hold, and the mistake that is recognised. */
function reasonRows(state: ViewState, panel: Panel, width: number): readonly StyledLine[] {
  const { id } = panel;
  const standing = state.panels[id];
  const first = state.checks.find((check) => check.panel === id && isReason(check.state.status, standing));
  const brief = state.panelMistakes[id] !== undefined;
  const told = first ? details(first.state, brief, first.label) : [];
  return [...told.flatMap(([name, text]) => detail(name, text, width)), ...panelMistakeRows(state, panel, width)];
}

/** What the lesson's author knows of the mistake that was made in a panel. */
export function panelMistakeRows(state: ViewState, { id }: Panel, width: number): readonly StyledLine[] {
  const mistake = state.panelMistakes[id];
  if (!mistake) return [];
  const say = messages().ui.checks;
  const { say: text, tryNext } = mistake;
  return [...detail(say.because, text, width), ...(tryNext === undefined ? [] : detail(say.tryNext, tryNext, width))];
}

const isReason = (status: string, standing: PanelState | undefined): boolean =>
  standing === 'blocked' ? status === 'blocked' : status === 'fail' || status === 'error';

/** So many of its panels are mended. */
export function countMended(state: ViewState): { readonly mended: number; readonly total: number } | undefined {
  const board = stepOnScreen(state)?.step.board;
  if (!board) return undefined;
  return { mended: board.filter(({ id }) => state.panels[id] === 'mended').length, total: board.length };
}
