import { messages } from '../messages/index.ts';
import { mainLabel } from './labels.ts';
import { wrapSaid } from './plain-wrap.ts';
import { canSolve } from './stuck.ts';
import { isSingleChoice, liveInteractive, quizOpen, solvedBy, stepOnScreen } from './view.ts';
import type { ViewState } from './view-state.ts';

/** What Enter and the other keys do now, at `width` cells. */
export const keyLine = (state: ViewState, width: number): string => wrapSaid([keysNow(state)], width).join('\n');

function keysNow(state: ViewState): string {
  const { plain } = messages().ui;
  if (liveInteractive(state)) return plain.inputKeys;
  const question = questionKeys(state);
  if (question !== undefined) return question;
  if (quizOpen(state)) return isSingleChoice(state) ? plain.quizKeys.one : plain.quizKeys.some;
  const main = mainLabel(state);
  return main === undefined ? plain.busyKeys : plain.keys({ main });
}

/** What answers the question that is open; undefined where none is. */
export function questionKeys(state: ViewState): string | undefined {
  const { plain } = messages().ui;
  const { overlay } = state;
  const step = stepOnScreen(state)?.step;
  const by = step && solvedBy(step);
  if (overlay.kind === 'skip') return plain.skipAsk;
  if (overlay.kind === 'solution-ask') return plain.solutionAsk;
  if (overlay.kind === 'map') return plain.aheadAsk;
  return overlay.kind === 'solution' && by !== undefined && canSolve(state) ? plain.solutionKeys[by] : undefined;
}
