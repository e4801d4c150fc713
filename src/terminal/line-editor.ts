import { graphemes } from '../markdown/cells.ts';
import { cleanInline } from '../markdown/clean.ts';
import { charLeft, charRight, spaceWordLeft, wordLeft, wordRight } from './line-motion.ts';

export { editorAction } from './editor-action.ts';

/** One line of input. */
export type LineState = {
  readonly text: string;
  /** UTF-16 offset into text, always between two graphemes */
  readonly cursor: number;
  /** what the last kill took, for yank */
  readonly killed: string;
  /** oldest first */
  readonly history: readonly string[];
  /** index into history, or undefined while the draft is shown */
  readonly recalled: number | undefined;
  /** what was typed before history was opened */
  readonly draft: string;
};

export type LineAction =
  | { readonly type: 'insert'; readonly text: string }
  | { readonly type: 'left' | 'right' | 'word-left' | 'word-right' | 'home' | 'end' }
  | { readonly type: 'backspace' | 'delete' }
  | { readonly type: 'kill-to-end' | 'kill-to-start' | 'kill-word' | 'kill-part' | 'kill-part-right' | 'yank' }
  | { readonly type: 'older' | 'newer' }
  /** replaces the whole text, cursor at its end */
  | { readonly type: 'set'; readonly text: string }
  /** the line was used: it goes into the history, the text is empty again */
  | { readonly type: 'accept' };

const historyLimit = 500;

/** An empty line; `history` is oldest first. */
export const emptyLine = (history: readonly string[] = []): LineState => ({
  text: '',
  cursor: 0,
  killed: '',
  history,
  recalled: undefined,
  draft: '',
});

const show = (state: LineState, text: string): LineState => ({ ...state, text, cursor: text.length });

/**
 * Puts `inserted` between two texts; a jamo or an accent joins the character before it. A line of the history that is changed
 * is a new one, by which the history is looked through anew.
 */
function replace(former: LineState, before: string, inserted: string, after: string): LineState {
  const state: LineState = { ...former, recalled: undefined };
  const head = (before + inserted).normalize('NFC');
  if (after === '') return show(state, head);
  const text = head + after;
  let cursor = 0;
  // A mark at the start of `after` may have joined the head: the cursor goes behind the whole character.
  for (const grapheme of graphemes(text)) {
    if (cursor >= head.length) break;
    cursor += grapheme.length;
  }
  return { ...state, text, cursor };
}

function remove(state: LineState, from: number, to: number): LineState {
  return replace(state, state.text.slice(0, from), '', state.text.slice(to));
}

function kill(state: LineState, from: number, to: number): LineState {
  const killed = state.text.slice(from, to);
  return killed === '' ? state : { ...remove(state, from, to), killed };
}

/** Only lines that begin as what was typed come back, as in fish; the one on the screen does not come twice. */
function recall(state: LineState, step: -1 | 1): LineState {
  const { history, recalled, text } = state;
  const draft = recalled === undefined ? text : state.draft;
  let index = (recalled ?? history.length) + step;
  while (index >= 0 && index < history.length) {
    const line = history[index] ?? '';
    if (line.startsWith(draft) && line !== text) return { ...show(state, line), recalled: index, draft };
    index += step;
  }
  return step === 1 && recalled !== undefined ? { ...show(state, draft), recalled: undefined } : state;
}

function accept(state: LineState): LineState {
  const line = state.text.trim();
  const history = line === '' || line === state.history.at(-1) ? state.history : [...state.history, line];
  return { ...emptyLine(history.slice(-historyLimit)), killed: state.killed };
}

/** The line after an action; the same object where the action changes nothing. */
export function editLine(state: LineState, action: LineAction): LineState {
  const { text, cursor } = state;
  const moveTo = (place: number): LineState => (place === cursor ? state : { ...state, cursor: place });
  switch (action.type) {
    case 'insert':
      return replace(state, text.slice(0, cursor), cleanInline(action.text), text.slice(cursor));
    case 'left':
      return moveTo(charLeft(text, cursor));
    case 'right':
      return moveTo(charRight(text, cursor));
    case 'word-left':
      return moveTo(wordLeft(text, cursor));
    case 'word-right':
      return moveTo(wordRight(text, cursor));
    case 'home':
      return moveTo(0);
    case 'end':
      return moveTo(text.length);
    case 'backspace':
      return cursor === 0 ? state : remove(state, charLeft(text, cursor), cursor);
    case 'delete':
      return cursor === text.length ? state : remove(state, cursor, charRight(text, cursor));
    case 'kill-to-end':
      return kill(state, cursor, text.length);
    case 'kill-to-start':
      return kill(state, 0, cursor);
    case 'kill-word':
      return kill(state, spaceWordLeft(text, cursor), cursor);
    case 'kill-part':
      return kill(state, wordLeft(text, cursor), cursor);
    case 'kill-part-right':
      return kill(state, cursor, wordRight(text, cursor));
    case 'yank':
      return state.killed === '' ? state : replace(state, text.slice(0, cursor), state.killed, text.slice(cursor));
    case 'older':
      return recall(state, -1);
    case 'newer':
      return recall(state, 1);
    case 'set':
      return show({ ...state, recalled: undefined }, cleanInline(action.text).normalize('NFC'));
    case 'accept':
      return accept(state);
    default:
      return action satisfies never;
  }
}
