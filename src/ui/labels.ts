import { messages } from '../messages/index.ts';
import {
  failsAgain,
  focusedBackground,
  givesUpLine,
  isBusy,
  isDone,
  isLastStep,
  isQuitArmed,
  lessonServices,
  mainAction,
  stepOnScreen,
} from './view.ts';
import type { ViewState } from './view-state.ts';

/** What Enter is called in the footer; undefined while it does nothing. */
export function mainLabel(state: ViewState): string | undefined {
  const say = messages().ui.labels;
  switch (mainAction(state)) {
    case 'none':
      return undefined;
    case 'run':
      return say.run;
    case 'run-again':
      return say.runAgain;
    case 'check':
      return say.checkNow;
    case 'read-on':
      return isLastStep(state) ? say.finish : say.next;
    case 'next':
      return say.next;
    case 'answer':
      return say.answer;
    case 'type':
      return say.type;
    case 'repair':
      if (state.setup) return say.tryAgain;
      return say.startAgain({ service: brokenService(state) });
    case 'finish':
      return say.finish;
  }
}

/** The service to start again: the first that is known not to be up. */
export function brokenService(state: ViewState): string {
  const services = lessonServices(state);
  const broken = services.find((each) => each.state.state === 'failed' || each.state.state === 'down');
  return (broken ?? services[0])?.service ?? 'broker';
}

/** What Ctrl+C does now. */
export function interruptLabel(state: ViewState): string {
  const say = messages().ui.labels;
  if (givesUpLine(state)) return say.close;
  if (isQuitArmed(state)) return say.quitNow;
  if (isBusy(state)) return say.stop;
  const background = focusedBackground(state);
  return background ? say.stopBackground({ id: background.info.id ?? 'it' }) : say.quit;
}

/** What `r` does: undefined where there is nothing to do again. */
export function againLabel(state: ViewState): string | undefined {
  const say = messages().ui.labels;
  const kind = stepOnScreen(state)?.step.kind;
  if (kind === 'run' && failsAgain(state)) return say.fromBeginning;
  if (isBusy(state) || !isDone(state)) return undefined;
  if (kind === 'run') return say.runAgain;
  return kind === 'exercise' ? say.checkAgain : undefined;
}
