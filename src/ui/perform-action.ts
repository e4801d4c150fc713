import { messages } from '../messages/index.ts';
import { completeLine, recall, submitCommand, takeSuggestion } from './command-actions.ts';
import { type Context, type Handler, say } from './effects.ts';
import type { ActionName } from './keys/binding.ts';
import { beginSearch, fold, moveMap, openAhead, openFromMap, toggleMap, unfold } from './map-actions.ts';
import { moveQuiz, pickOption } from './quiz-actions.ts';
import { type Move, movePane, readOn } from './scroll-actions.ts';
import { openSolution, showSolution, solve } from './solution-actions.ts';
import { askSkip, goBack, goNext, interrupt, performAgain, performMain, showHint, skip } from './step-actions.ts';
import { editFile, focusOn, leave, moveFocus, sendInput, showCopy, toggleHelp } from './view-actions.ts';

const mapPage = 10;

const scroll =
  (move: Move): Handler =>
  ({ store }) =>
    movePane(store, move);

const handlers: Readonly<Record<ActionName, Handler>> = {
  main: performMain,
  'read-on': ({ store }) => readOn(store),
  interrupt,
  hint: showHint,
  again: performAgain,
  skip: askSkip,
  'skip-yes': skip,
  next: goNext,
  previous: goBack,
  lessons: toggleMap,
  copy: showCopy,
  shell: ({ store, effects }) => (effects.shell ? effects.shell() : say(store, messages().ui.notices.noShell)),
  language: ({ effects }) => effects.guard(effects.switchLanguage()),
  edit: editFile,
  command: focusOn('command'),
  type: focusOn('input'),
  live: ({ store }) => store.act({ type: 'live-toggled' }),
  complete: completeLine(1),
  take: takeSuggestion,
  'complete-back': completeLine(-1),
  'focus-next': moveFocus(1),
  'focus-previous': moveFocus(-1),
  help: toggleHelp,
  quit: ({ effects }) => effects.quit(),
  leave,
  send: sendInput,
  'end-input': ({ effects }) => effects.session.endInput(),
  submit: submitCommand,
  older: recall('older'),
  newer: recall('newer'),
  'line-up': scroll(-1),
  'line-down': scroll(1),
  'page-up': scroll('page-up'),
  'page-down': scroll('page-down'),
  'to-start': scroll('start'),
  'to-end': scroll('end'),
  'quiz-up': ({ store }) => moveQuiz(store, -1),
  'quiz-down': ({ store }) => moveQuiz(store, 1),
  'quiz-pick': ({ store }) => pickOption(store, store.get().quiz.cursor),
  'quiz-number': ({ store, key }) => pickOption(store, Number(key) - 1),
  solution: showSolution,
  'solution-yes': openSolution,
  solve,
  'map-up': moveMap(-1),
  'map-down': moveMap(1),
  'map-page-up': moveMap(-mapPage),
  'map-page-down': moveMap(mapPage),
  'map-start': moveMap(-Infinity),
  'map-end': moveMap(Infinity),
  'map-open': openFromMap,
  'map-fold': fold,
  'map-unfold': unfold,
  'map-search': beginSearch,
  'open-ahead': openAhead,
};

/** Does what a binding of the keymap names. */
export const performAction = (action: ActionName, context: Context): void => handlers[action](context);
