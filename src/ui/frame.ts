import { cutLine, lineWidth, padLine } from '../markdown/index.ts';
import type { StyledLine } from '../markdown/types.ts';
import { glyphs } from '../terminal/glyphs.ts';
import { footerLine } from './footer.ts';
import { headerLine } from './header.ts';
import { isQuestion, modeOf } from './modes.ts';
import { drawOverlay, tooSmallRows } from './overlay.ts';
import { type PanePlan, type Plan, planOf } from './plan.ts';
import { commandPlaceholder, inputPlaceholder, promptLine } from './prompt.ts';
import { belowMarker, paneTitle, ruleLine } from './rule.ts';
import { span } from './spans.ts';
import { suggestedLine } from './suggested-line.ts';
import { liveInteractive } from './view.ts';
import type { ViewState } from './view-state.ts';

/** One screen: its rows from the top, none wider than the terminal, and where the cursor is shown, if at all. */
export type Frame = {
  readonly rows: readonly StyledLine[];
  readonly cursor?: { readonly x: number; readonly y: number };
};

/** Draws the view. Pure: the same state gives the same frame. */
export function drawFrame(state: ViewState): Frame {
  const { columns } = state.size;
  const mode = modeOf(state);
  if (mode === 'small') return fitted(state, smallRows(state));
  const footer = footerLine(state, columns);
  if (mode === 'keys' || mode === 'command' || mode === 'input' || isQuestion(mode)) return drawStep(state, footer);
  const { rows, prompt } = drawOverlay(state, headerLine(state, columns), footer);
  return { ...fitted(state, rows), ...(prompt !== undefined && { cursor: { x: prompt, y: rows.length - 2 } }) };
}

/** What a terminal is too small for, and, where there is a row for it, how to leave. */
function smallRows(state: ViewState): readonly StyledLine[] {
  const { columns, rows } = state.size;
  const asked = tooSmallRows(state);
  return rows < 4 ? asked : [...asked.slice(0, rows - 2), footerLine(state, columns)];
}

function drawStep(state: ViewState, footer: StyledLine): Frame {
  const { columns } = state.size;
  const plan = planOf(state);
  const { layout } = plan;
  const body =
    layout.left === undefined
      ? columnRows(state, plan.panes, columns, plan)
      : sideBySide(columnRows(state, plan.panes.slice(0, 1), layout.left, plan), state, plan, layout.left);
  const prompt =
    state.focus === 'command'
      ? promptLine(' $', state.command, columns, commandPlaceholder(suggestedLine(state)))
      : undefined;
  const rows = [headerLine(state, columns), ...body, ...plan.strip, ...(prompt ? [prompt.line] : []), footer];
  const frame = fitted(state, rows);
  if (prompt && state.overlay.kind === 'none') return { ...frame, cursor: { x: prompt.cursor, y: rows.length - 2 } };
  const cursor = inputCursor(state, plan);
  return cursor ? { ...frame, cursor } : frame;
}

/** The panes of a column with their rules, and the rule that closes it. */
function columnRows(state: ViewState, panes: readonly PanePlan[], width: number, plan: Plan): StyledLine[] {
  const several = plan.panes.length > 1;
  const rows = panes.flatMap((pane, index) => {
    const above = panes[index - 1];
    const left = above ? belowMarker(state, above) : [];
    const rule = ruleLine(left, paneTitle(state, pane, { several, left, width }), width);
    return [rule, ...paneRows(state, pane, width)];
  });
  const last = panes.at(-1);
  return [...rows, ruleLine(last ? belowMarker(state, last) : [], [], width)];
}

/** A pane's rows: as many as it is high, with the line that is being typed at its foot. */
function paneRows(state: ViewState, pane: PanePlan, width: number): StyledLine[] {
  const input = pane.id === 'work' && liveInteractive(state) ? [inputLine(state, pane).line] : [];
  const rows = pane.window.rows.map(
    (row): StyledLine => (row.length === 0 ? row : cutLine([span(' '), ...row], width)),
  );
  const blank = Array.from({ length: Math.max(0, pane.height - rows.length) }, (): StyledLine => []);
  // The line being typed stands right under the output, like in a terminal.
  return [...rows, ...input, ...blank];
}

const inputLine = (state: ViewState, pane: PanePlan) =>
  promptLine(' >', state.input, pane.width, state.focus === 'input' ? '' : inputPlaceholder());

function inputCursor(state: ViewState, plan: Plan): Frame['cursor'] {
  const pane = plan.panes.find(({ id }) => id === 'work');
  if (!pane || modeOf(state) !== 'input' || !liveInteractive(state)) return undefined;
  return { x: pane.x - 1 + inputLine(state, pane).cursor, y: pane.y + pane.window.rows.length };
}

function sideBySide(left: readonly StyledLine[], state: ViewState, plan: Plan, width: number): StyledLine[] {
  const right = columnRows(state, plan.panes.slice(1), plan.layout.columns - width - 1, plan);
  return left.map((row, index) => {
    const place = index === 0 ? 'top' : index === left.length - 1 ? 'bottom' : 'between';
    const beside = right[index] ?? [];
    return [...padLine(row, width), span(joint(lineWidth(row) === width ? row : [], beside, place), 'dim'), ...beside];
  });
}

/** What stands between two columns: a line, joined to the rules that meet it. A thematic break of the lesson is no rule: it ends before. */
function joint(left: StyledLine, right: StyledLine, place: 'top' | 'between' | 'bottom'): string {
  const { horizontal, vertical, topJoint, bottomJoint, leftJoint, rightJoint, crossJoint } = glyphs();
  const isLeft = left.at(-1)?.text.endsWith(horizontal) ?? false;
  const isRight = right[0]?.text.startsWith(horizontal) ?? false;
  if (place === 'top') return topJoint;
  if (place === 'bottom') return bottomJoint;
  if (isLeft && isRight) return crossJoint;
  return isLeft ? leftJoint : isRight ? rightJoint : vertical;
}

/** Never higher than the screen, never wider: whatever went wrong above, the terminal stays whole. */
function fitted({ size }: ViewState, rows: readonly StyledLine[]): Frame {
  return { rows: rows.slice(0, size.rows - 1).map((row) => cutLine(row, size.columns)) };
}
