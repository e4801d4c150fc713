import type { Panel } from '../../lesson/types.ts';
import { cutLine, layoutText, padLine, textWidth } from '../../markdown/index.ts';
import type { StyledLine, Tone } from '../../markdown/types.ts';
import { messages } from '../../messages/index.ts';
import type { PanelState } from '../../session/events.ts';
import { glyphs } from '../../terminal/glyphs.ts';
import { bold, indentLines, span } from '../spans.ts';
import { stepOnScreen } from '../view.ts';
import type { CheckView, ViewState } from '../view-state.ts';
import { detail, details } from './checks.ts';

type Mark = { readonly symbol: string; readonly word: string; readonly tone: Tone };

function markOf(state: PanelState | undefined): Mark {
  const say = messages().ui.board;
  switch (state) {
    case 'mended':
      return { symbol: glyphs().good, word: say.mended, tone: 'good' };
    case 'broken':
      return { symbol: glyphs().bad, word: say.broken, tone: 'bad' };
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

/** A panel: how it stands, and while it is not mended what is seen of it. What is missing is for the learner to find out. */
export function panelRows(state: ViewState, panel: Panel, width: number): readonly StyledLine[] {
  const head = headRows(state, panel, width);
  if (state.panels[panel.id] === 'mended') return head;
  const symptom = layoutText(panel.symptom, { width: Math.max(10, width - indent), tone: 'dim' });
  return [...head, ...indentLines(symptom, indent)];
}

/** The how manieth of the board it is: by its number a panel is found again in the line that stays. */
const numberOf = (state: ViewState, id: string): number =>
  (stepOnScreen(state)?.step.board?.findIndex((panel) => panel.id === id) ?? -1) + 1;

function headRows(state: ViewState, { id, title }: Panel, width: number): readonly StyledLine[] {
  const { symbol, word, tone } = markOf(state.panels[id]);
  return layoutText(`${numberOf(state, id)}. ${title}`, { width: Math.max(10, width - markCells) }).map(
    (line, index) => [...padLine(index === 0 ? [span(`${symbol} ${word}`, tone)] : [], markCells), ...line],
  );
}

/**
 * What came of a repair: what is missing now and was not so at first, and the mistake that is
 * recognised. Nothing for a panel that is as it was.
 */
export function repairRows(state: ViewState, panel: Panel, width: number): readonly StyledLine[] {
  const { id } = panel;
  const standing = state.panels[id];
  if (standing === undefined) return [];
  // Mended since the program was started: that is worth a line under the command that did it.
  if (standing === 'mended') return state.panelsChanged[id] ? headRows(state, panel, width) : [];
  const wrong = state.checks.filter((check) => check.panel === id && isReason(check.state.status, standing));
  const changed = wrong.find((check) => !wasSo(check, state.panelsFirst[id] ?? []));
  const inner = Math.max(10, width - indent);
  // Who is told what went wrong need not be told the answer as well.
  const isTold = state.panelMistakes[id] !== undefined;
  const missing = changed && !isTold ? details(changed.state, false, changed.label) : [];
  const rows = [
    ...missing.flatMap(([name, text]) => detail(name, text, inner)),
    ...panelMistakeRows(state, panel, inner),
  ];
  return rows.length === 0 ? [] : [...headRows(state, panel, width), ...indentLines(rows, indent)];
}

const isReason = (status: string, standing: PanelState): boolean =>
  standing === 'blocked' ? status === 'blocked' : status === 'fail' || status === 'error';

const wasSo = ({ state }: CheckView, found: readonly string[]): boolean =>
  state.status === 'fail' && found.includes(state.actual);

/** What the lesson's author knows of the mistake that was made in a panel. */
export function panelMistakeRows(state: ViewState, { id }: Panel, width: number): readonly StyledLine[] {
  const mistake = state.panelMistakes[id];
  if (!mistake) return [];
  const say = messages().ui.checks;
  const { say: text, tryNext } = mistake;
  return [...detail(say.because, text, width), ...(tryNext === undefined ? [] : detail(say.tryNext, tryNext, width))];
}

const gap = '  ';
/** cells of a panel's name in the line of all */
const longestName = 26;

/** So many of its panels are mended. */
export function countMended(state: ViewState): { readonly mended: number; readonly total: number } | undefined {
  const board = stepOnScreen(state)?.step.board;
  if (!board) return undefined;
  return { mended: board.filter(({ id }) => state.panels[id] === 'mended').length, total: board.length };
}

/** All panels in one line, which stays where it is: `mended 1/4  ✓ 1. Two cour~  ✗ 2. No invoi~`. */
export function boardStrip(state: ViewState, width: number): readonly StyledLine[] {
  const board = stepOnScreen(state)?.step.board;
  const count = countMended(state);
  if (!board || !count || Object.keys(state.panels).length === 0) return [];
  const head = messages().ui.board.count(count);
  const room = Math.floor((width - textWidth(head)) / board.length) - gap.length;
  const marks = board.flatMap(({ id, title }) => {
    const { symbol, tone } = markOf(state.panels[id]);
    const name = span(`${symbol} ${numberOf(state, id)}. ${title}`, tone);
    return [span(gap), ...cutLine([name], Math.min(room, longestName))];
  });
  return [[bold(head), ...marks]];
}
