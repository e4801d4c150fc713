import type { Pack } from '../lesson/types.ts';
import type { SessionEvent } from '../session/events.ts';
import { editLine, emptyLine } from '../terminal/line-editor.ts';
import type { UiAction } from './actions.ts';
import { aidAfter } from './line-aid.ts';
import { freshStep } from './open-step.ts';
import { fitLive, toggleLive } from './reduce-live.ts';
import { reduceSession } from './reduce-session.ts';
import { retold } from './retold.ts';
import { typeOn } from './typed-word.ts';
import type { Size, ViewState } from './view-state.ts';
import { takeWaiting, withAid } from './waiting-lines.ts';

/** The view before anything has happened. `history`: command lines of earlier sessions, oldest first. */
export const initialState = (options: {
  readonly pack: Pack;
  readonly size: Size;
  readonly now: number;
  readonly history?: readonly string[];
}): ViewState => ({
  pack: options.pack,
  size: options.size,
  now: options.now,
  services: {},
  ...freshStep,
  phaseSince: options.now,
  backgrounds: [],
  live: {},
  earlier: 0,
  notices: [],
  focus: 'lesson',
  pane: 'lesson',
  scroll: {},
  sending: false,
  command: emptyLine(options.history),
  input: emptyLine(),
});

/** The one reducer of the view. `now` in milliseconds. */
export function reduce(before: ViewState, action: SessionEvent | UiAction, now: number = before.now): ViewState {
  const state = now === before.now ? before : { ...before, now };
  switch (action.type) {
    case 'clock':
      return state;
    case 'resized':
      return fitLive({ ...state, size: action.size });
    case 'key-pressed': {
      const notices = state.notices.filter((notice) => notice.sticky);
      return notices.length === state.notices.length ? state : { ...state, notices };
    }
    case 'notices-dismissed':
      return state.notices.length === 0 ? state : { ...state, notices: [] };
    case 'letter-typed':
      return { ...state, word: typeOn(state.word, { ...action, now: state.now }) };
    case 'word-over': {
      const { word: _, ...rest } = state;
      return rest;
    }
    case 'said':
      return {
        ...state,
        notices: [...state.notices.slice(-1), { level: action.level, text: action.text, sticky: false }],
      };
    case 'focused': {
      const { focus } = action;
      return withAid(
        { ...state, focus, pane: focus === 'input' || focus === 'command' ? state.pane : focus },
        undefined,
      );
    }
    case 'scrolled':
      return { ...state, scroll: { ...state.scroll, [action.pane]: action.scroll } };
    case 'text-read':
      return { ...state, isRead: true };
    case 'overlay-shown': {
      const { overlay: _, ...scroll } = state.scroll;
      return { ...state, overlay: action.overlay, scroll: action.overlay.kind === 'map' ? state.scroll : scroll };
    }
    case 'live-toggled':
      return toggleLive(state);
    case 'command-edited':
      return withAid({ ...state, command: action.line }, aidAfter(state, action.line));
    case 'line-aided':
      return withAid({ ...state, ...(action.line && { command: action.line }) }, action.aid);
    case 'lines-waiting':
      return { ...state, waiting: action.lines };
    case 'tools-known':
      return { ...state, tools: action.tools };
    case 'command-submitted':
      return withAid(
        {
          ...state,
          command: editLine(state.command, { type: 'accept' }),
          focus: state.pane,
          sending: state.command.text.trim() !== '',
          // They were about what was done before.
          notices: state.command.text.trim() === '' ? state.notices : [],
        },
        undefined,
      );
    case 'command-over':
      return takeWaiting({ ...state, sending: false });
    case 'input-edited':
      return { ...state, input: action.line };
    case 'quiz-moved':
      return { ...state, quiz: { ...state.quiz, cursor: action.to } };
    case 'quiz-chosen':
      return { ...state, quiz: { ...state.quiz, chosen: action.chosen } };
    case 'language-switched':
      return retold(state, action);
    case 'pack-changed': {
      const { problem: _, ...rest } = state;
      if (action.problem === undefined) return { ...rest, pack: action.pack };
      // It stands at the top of the step's text.
      const { lesson: __, ...scroll } = state.scroll;
      return { ...rest, pack: action.pack, problem: action.problem, scroll };
    }
    case 'interrupted':
      return { ...state, interruptedAt: state.now };
    default:
      return reduceSession(state, action);
  }
}
