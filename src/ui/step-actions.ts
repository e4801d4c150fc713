import { nextStep, previousStep, sameStep } from '../course/index.ts';
import type { StepRef } from '../course/types.ts';
import { messages } from '../messages/index.ts';
import type { StepPhase } from '../session/events.ts';
import { emptyLine } from '../terminal/line-editor.ts';
import { dropWaiting } from './command-actions.ts';
import { type Context, type Handler, say } from './effects.ts';
import { openOrAsk } from './map-actions.ts';
import { answerQuiz } from './quiz-actions.ts';
import type { Store } from './store.ts';
import {
  courseOf,
  failsAgain,
  focusedBackground,
  givesUpLine,
  isBusy,
  isDone,
  isQuitArmed,
  mainAction,
  openNext,
  stepOnScreen,
} from './view.ts';
import type { ViewState } from './view-state.ts';

const notes = () => messages().ui.notices;

/** Enter. */
export const performMain: Handler = ({ store, effects }) => {
  const { session, guard } = effects;
  store.act({ type: 'notices-dismissed' });
  const state = store.get();
  switch (mainAction(state)) {
    case 'none':
      break;
    case 'run':
    case 'run-again':
      guard(session.perform());
      break;
    case 'check':
      guard(session.perform().then((phase) => tellLook(store, state, phase)));
      break;
    case 'read-on':
      guard(session.perform().then((phase) => goOn({ store, effects }, state.ref, phase)));
      break;
    case 'next':
      goNext({ store, effects, key: '' });
      break;
    case 'answer':
      answerQuiz(store, session);
      break;
    case 'type':
      store.act({ type: 'focused', focus: 'input' });
      break;
    case 'repair':
      guard(session.repair());
      break;
    case 'finish':
      store.act({ type: 'overlay-shown', overlay: { kind: 'finished' } });
  }
};

type StepContext = Pick<Context, 'store' | 'effects'>;

/** A look that finds what was seen before changes nothing on the screen; that there was one is told. */
function tellLook(store: Store, before: ViewState, phase: StepPhase): void {
  const now = store.get();
  const stillHere = before.ref !== undefined && now.ref !== undefined && sameStep(before.ref, now.ref);
  if (phase !== 'failed' || !stillHere || before.checks.length === 0) return;
  if (foundIn(before) === foundIn(now)) say(store, notes().lookedAgain);
}

const foundIn = ({ checks }: ViewState): string =>
  JSON.stringify(checks.map(({ index, state }) => [index, state.status, 'actual' in state ? state.actual : '']));

/** A step that was only to be read leads on by itself. */
function goOn({ store, effects }: StepContext, from: StepRef | undefined, phase: StepPhase): void {
  const state = store.get();
  const stillHere = from !== undefined && state.ref !== undefined && sameStep(from, state.ref);
  if (phase !== 'passed' || !stillHere) return;
  const next = nextStep(courseOf(state), from);
  if (next) openOrAsk({ store, effects }, next);
  else store.act({ type: 'overlay-shown', overlay: { kind: 'finished' } });
}

/** A step that is locked although this one is done (one before it was opened ahead, or is new) may be opened all the same. */
export const goNext: Handler = ({ store, effects }) => {
  const state = store.get();
  const next = state.ref && nextStep(courseOf(state), state.ref);
  if (!next) say(store, notes().noNext);
  else if (openNext(state) || isDone(state)) openOrAsk({ store, effects }, next);
  else say(store, notes().locked);
};

export const goBack: Handler = ({ store, effects }) => {
  const state = store.get();
  const previous = state.ref && previousStep(courseOf(state), state.ref);
  if (previous) openOrAsk({ store, effects }, previous);
  else say(store, notes().noPrevious);
};

export const showHint: Handler = ({ store, effects }) => {
  const state = store.get();
  const hints = stepOnScreen(state)?.step.hints.length ?? 0;
  if (hints > state.hints.length) effects.session.hint();
  else if (hints === 0) say(store, notes().noHint);
  else say(store, isDone(state) ? notes().lastHint : notes().noMoreHints);
};

export const performAgain: Handler = ({ store, effects }) => {
  const state = store.get();
  const kind = stepOnScreen(state)?.step.kind;
  if (isBusy(state)) say(store, notes().stillRunning);
  else if (kind === 'run' || kind === 'exercise') {
    store.act({ type: 'notices-dismissed' });
    effects.guard(effects.session.perform(failsAgain(state) && kind === 'run' ? 'beginning' : undefined));
  } else say(store, notes().nothingToRepeat);
};

export const askSkip: Handler = ({ store }) => {
  const state = store.get();
  if (isBusy(state)) say(store, notes().stillRunning);
  else if (isDone(state)) say(store, messages().ui.skip.done);
  else store.act({ type: 'overlay-shown', overlay: { kind: 'skip' } });
};

export const skip: Handler = ({ store, effects }) => {
  store.act({ type: 'overlay-shown', overlay: { kind: 'none' } });
  effects.guard(effects.session.skip());
};

/**
 * Ctrl+C: stops what runs, else quits; soon after another one it quits whatever runs. A line that is being typed is given up
 * first, as every shell does.
 */
export const interrupt: Handler = ({ store, effects }) => {
  const { session, guard, quit } = effects;
  const state = store.get();
  const background = focusedBackground(state)?.info.id;
  dropWaiting(store);
  if (givesUpLine(state)) {
    store.act({ type: 'interrupted' });
    if (state.overlay.kind === 'map') {
      const { search: _, ...map } = state.overlay;
      store.act({ type: 'overlay-shown', overlay: map });
      return;
    }
    store.act({ type: 'command-edited', line: emptyLine(state.command.history) });
    store.act({ type: 'focused', focus: state.pane });
    return;
  }
  if (isQuitArmed(state) || (!isBusy(state) && background === undefined)) {
    quit();
    return;
  }
  store.act({ type: 'interrupted' });
  if (isBusy(state)) guard(session.stop());
  else if (background !== undefined) guard(session.stopBackground(background));
};
