import { allSteps, nextStep, previousStep, sameStep, stepStanding } from '../course/index.ts';
import type { StepRef } from '../course/types.ts';
import { messages } from '../messages/index.ts';
import type { StepPhase } from '../session/events.ts';
import type { Session } from '../session/types.ts';
import type { ActionName } from './keymap.ts';
import { answerQuiz, moveQuiz, pickOption } from './quiz-actions.ts';
import { movePane } from './scroll-actions.ts';
import type { Store } from './store.ts';
import {
  copyableCommands,
  courseOf,
  focusedBackground,
  isBusy,
  isQuitArmed,
  liveInteractive,
  mainAction,
  openNext,
  stepOnScreen,
  visiblePanes,
} from './view.ts';
import type { Focus } from './view-state.ts';

/** What a key may do outside the view. */
export type Effects = {
  readonly session: Session;
  readonly quit: () => void;
  /** undefined: there is no shell to open */
  readonly shell?: () => void;
  /** puts text on the terminal's clipboard, where the terminal allows it */
  readonly copy: (text: string) => void;
  /** the command line got a new entry */
  readonly saveHistory: (history: readonly string[]) => void;
  /** a task of the session that fails although it should not */
  readonly guard: (task: Promise<unknown>) => void;
};

const mapPage = 10;

/** Does what a binding of the keymap names. `key`: the key it came from. */
export function performAction(action: ActionName, store: Store, effects: Effects, key = ''): void {
  const { session, guard } = effects;
  const state = store.get();
  const say = (text: string): void => store.act({ type: 'said', level: 'info', text });
  const notes = messages().ui.notices;
  switch (action) {
    case 'main':
      store.act({ type: 'notices-dismissed' });
      return performMain(store, effects);
    case 'interrupt':
      return interrupt(store, effects);
    case 'hint': {
      const hints = stepOnScreen(state)?.step.hints.length ?? 0;
      if (hints > state.hintsShown) return session.hint();
      return say(hints === 0 ? notes.noHint : notes.noMoreHints);
    }
    case 'again': {
      const kind = stepOnScreen(state)?.step.kind;
      if (isBusy(state)) return say(notes.stillRunning);
      if (kind !== 'run' && kind !== 'exercise') return say(notes.nothingToRepeat);
      return guard(session.perform());
    }
    case 'command':
      return store.act({ type: 'focused', focus: 'command' });
    case 'skip':
      if (isBusy(state)) return say(notes.stillRunning);
      if (state.phase === 'passed' || state.phase === 'skipped') return say(messages().ui.skip.done);
      return store.act({ type: 'overlay-shown', overlay: { kind: 'skip' } });
    case 'skip-yes':
      store.act({ type: 'overlay-shown', overlay: { kind: 'none' } });
      return guard(session.skip());
    case 'next': {
      const next = state.ref && nextStep(courseOf(state), state.ref);
      if (!next) return say(notes.noNext);
      return openNext(state) ? session.open(next) : say(notes.locked);
    }
    case 'previous': {
      const previous = state.ref && previousStep(courseOf(state), state.ref);
      return previous ? session.open(previous) : say(notes.noPrevious);
    }
    case 'lessons':
      if (state.overlay.kind === 'map') return close(store);
      return showMap(store);
    case 'copy': {
      const text = copyableCommands(state).join('\n');
      if (text === '') return say(messages().ui.copy.nothing);
      store.act({ type: 'overlay-shown', overlay: { kind: 'copy', text } });
      return effects.copy(text);
    }
    case 'shell':
      return effects.shell ? effects.shell() : say(notes.noShell);
    case 'type':
      return store.act({ type: 'focused', focus: 'input' });
    case 'focus-next':
      return moveFocus(store, 1);
    case 'focus-previous':
      return moveFocus(store, -1);
    case 'help':
      if (state.overlay.kind === 'help') return close(store);
      return store.act({ type: 'overlay-shown', overlay: { kind: 'help' } });
    case 'quit':
      return effects.quit();
    case 'leave':
      return leave(store);
    case 'send':
      session.send(state.input.text);
      return store.act({ type: 'input-edited', line: { ...state.input, text: '', cursor: 0 } });
    case 'end-input':
      return session.endInput();
    case 'submit':
      return submit(store, effects);
    case 'line-up':
      return movePane(store, -1);
    case 'line-down':
      return movePane(store, 1);
    case 'page-up':
      return movePane(store, 'page-up');
    case 'page-down':
      return movePane(store, 'page-down');
    case 'to-start':
      return movePane(store, 'start');
    case 'to-end':
      return movePane(store, 'end');
    case 'quiz-up':
      return moveQuiz(store, -1);
    case 'quiz-down':
      return moveQuiz(store, 1);
    case 'quiz-pick':
      return pickOption(store, state.quiz.cursor);
    case 'quiz-number':
      return pickOption(store, Number(key) - 1);
    case 'map-up':
      return moveMap(store, -1);
    case 'map-down':
      return moveMap(store, 1);
    case 'map-page-up':
      return moveMap(store, -mapPage);
    case 'map-page-down':
      return moveMap(store, mapPage);
    case 'map-start':
      return moveMap(store, -Infinity);
    case 'map-end':
      return moveMap(store, Infinity);
    case 'map-open':
      return openFromMap(store, session);
    default:
      return action satisfies never;
  }
}

function performMain(store: Store, { session, guard }: Effects): void {
  const state = store.get();
  const { ref } = state;
  switch (mainAction(state)) {
    case 'none':
      return;
    case 'run':
    case 'run-again':
    case 'check':
      return guard(session.perform());
    case 'read-on':
      return guard(session.perform().then((phase) => goOn(store, session, ref, phase)));
    case 'next': {
      const next = openNext(state);
      return next ? session.open(next) : store.act({ type: 'said', level: 'info', text: messages().ui.notices.locked });
    }
    case 'answer':
      return answerQuiz(store, session);
    case 'type':
      return store.act({ type: 'focused', focus: 'input' });
    case 'repair':
      return guard(session.repair());
    case 'finish':
      return store.act({ type: 'overlay-shown', overlay: { kind: 'finished' } });
  }
}

/** A step that was only to be read leads on by itself. */
function goOn(store: Store, session: Session, from: StepRef | undefined, phase: StepPhase): void {
  const state = store.get();
  const stillHere = from !== undefined && state.ref !== undefined && sameStep(from, state.ref);
  if (phase !== 'passed' || !stillHere) return;
  const next = openNext(state);
  if (next) session.open(next);
  else store.act({ type: 'overlay-shown', overlay: { kind: 'finished' } });
}

function interrupt(store: Store, { session, quit, guard }: Effects): void {
  const state = store.get();
  if (isQuitArmed(state)) return quit();
  const background = focusedBackground(state);
  const id = background?.info.id;
  if (isBusy(state)) {
    store.act({ type: 'interrupted' });
    return guard(session.stop());
  }
  if (id === undefined) return quit();
  store.act({ type: 'interrupted' });
  return guard(session.stopBackground(id));
}

const close = (store: Store): void => store.act({ type: 'overlay-shown', overlay: { kind: 'none' } });

/** Esc: what is on top closes first. */
function leave(store: Store): void {
  const state = store.get();
  if (state.overlay.kind !== 'none') return close(store);
  if (state.focus === 'command' || state.focus === 'input') return store.act({ type: 'focused', focus: state.pane });
  store.act({ type: 'notices-dismissed' });
}

function submit(store: Store, { session, saveHistory, guard }: Effects): void {
  const line = store.get().command.text.trim();
  if (isBusy(store.get()) && line !== '') {
    return store.act({ type: 'said', level: 'info', text: messages().ui.notices.stillRunning });
  }
  store.act({ type: 'command-submitted' });
  if (line === '') return;
  saveHistory(store.get().command.history);
  guard(session.type(line));
}

/** Tab: through the panes, then the line for input or commands, then from the start. */
function moveFocus(store: Store, by: 1 | -1): void {
  const state = store.get();
  const stops: readonly Focus[] = [...visiblePanes(state), liveInteractive(state) ? 'input' : 'command'];
  const at = stops.indexOf(state.focus);
  const focus = stops[(at + by + stops.length) % stops.length];
  if (focus) store.act({ type: 'focused', focus });
}

function showMap(store: Store): void {
  const { pack, ref } = store.get();
  const cursor = allSteps(pack).findIndex((step) => ref !== undefined && sameStep(step, ref));
  store.act({ type: 'overlay-shown', overlay: { kind: 'map', cursor: Math.max(0, cursor), refused: false } });
}

function moveMap(store: Store, by: number): void {
  const { overlay, pack } = store.get();
  if (overlay.kind !== 'map') return;
  const cursor = Math.min(allSteps(pack).length - 1, Math.max(0, overlay.cursor + by));
  store.act({ type: 'overlay-shown', overlay: { kind: 'map', cursor, refused: false } });
}

function openFromMap(store: Store, session: Session): void {
  const state = store.get();
  if (state.overlay.kind !== 'map') return;
  const ref = allSteps(state.pack)[state.overlay.cursor];
  if (!ref) return;
  const isLocked = stepStanding(courseOf(state), ref) === 'locked';
  if (isLocked) return store.act({ type: 'overlay-shown', overlay: { ...state.overlay, refused: true } });
  close(store);
  session.open(ref);
}
