import { lineWidth } from '../markdown/index.ts';
import type { StyledLine } from '../markdown/types.ts';
import { messages } from '../messages/index.ts';
import { keymap } from './keymap.ts';
import type { Binding } from './keys/binding.ts';
import { isTyping, modeOf } from './modes.ts';
import { bold, span } from './spans.ts';
import { isBusy, stepOnScreen } from './view.ts';
import type { ViewState } from './view-state.ts';

const gap = '   ';

/** One key and what it does. */
const item = (name: string, label: string): StyledLine => [bold(name), span(` ${label}`)];

/** The keys that count now. A hint is shown whole or not at all; help, quit, and the way out of a page are always there. */
export function footerLine(state: ViewState, width: number): StyledLine {
  const mode = modeOf(state);
  const inForce = keymap.filter(({ modes }) => modes.includes(mode));
  const items = ranked(inForce, state).flatMap((binding) =>
    itemOf(binding, state).map((line) => ({ line, isWayOut: binding.action === 'leave' })),
  );
  const end = tail(state);
  const needed = (line: StyledLine): number => lineWidth(line) + gap.length;
  const wayOut = items.filter(({ isWayOut }) => isWayOut).reduce((sum, { line }) => sum + needed(line), 0);
  const room = width - 1 - lineWidth(join(end)) - wayOut;
  const kept: StyledLine[] = [];
  let used = 0;
  for (const { line, isWayOut } of items) {
    if (!isWayOut && used + needed(line) > room) continue;
    kept.push(line);
    if (!isWayOut) used += needed(line);
  }
  return [span(' '), ...join([...kept, ...end])];
}

/** The keymap's order; on a board one looks around first, for what is to be changed is not known yet. */
function ranked(bindings: readonly Binding[], state: ViewState): readonly Binding[] {
  const edit = bindings.find(({ action }) => action === 'edit');
  const live = bindings.find(({ action }) => action === 'live');
  if (!edit || !live || !stepOnScreen(state)?.step.board) return bindings;
  const others = bindings.filter((binding) => binding !== edit && binding !== live);
  return others.flatMap((binding) => (binding.action === 'lessons' ? [binding, live, edit] : [binding]));
}

function itemOf(binding: Binding, state: ViewState): StyledLine[] {
  const label = binding.label?.(state);
  return label === undefined ? [] : [item(binding.name(), label)];
}

function tail(state: ViewState): StyledLine[] {
  const { keys, labels } = messages().ui;
  const mode = modeOf(state);
  const quit = mode === 'keys' && !isBusy(state) && state.size.columns >= 100 ? keys.quitOrInterrupt : 'q';
  const end = [item('?', labels.help), item(quit, labels.quit)];
  if (mode === 'small') return [item('q', labels.quit)];
  // While a line is typed these keys are letters; Esc makes them keys again.
  const [help = [], ...rest] = end;
  return isTyping(mode) ? [[bold(keys.escape), span(` ${labels.thenKeys} `), ...help], ...rest] : end;
}

const join = (items: readonly StyledLine[]): StyledLine =>
  items.flatMap((each, index) => (index === 0 ? each : [span(gap), ...each]));
