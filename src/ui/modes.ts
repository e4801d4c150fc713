import { letterOf } from '../terminal/hangul.ts';
import type { KeyEvent, NamedKey } from '../terminal/key-events.ts';
import type { MapOverlay, ViewState } from './view-state.ts';

/** Which keys are in force: what is open on top, or which input has the focus. */
export type Mode =
  | ('keys' | 'command' | 'input' | 'help' | 'live' | 'copy' | 'skip' | 'finished' | 'small')
  /** the lessons; searching in them; asking whether a locked step is opened ahead */
  | ('map' | 'search' | 'ahead')
  /** a solution; asking whether it is to be shown */
  | ('solution' | 'solution-ask');

export const smallestSize = { columns: 60, rows: 16 };

export const isTooSmall = ({ size }: ViewState): boolean =>
  size.columns < smallestSize.columns || size.rows < smallestSize.rows;

export function modeOf(state: ViewState): Mode {
  if (isTooSmall(state)) return 'small';
  if (state.overlay.kind === 'map') return mapMode(state.overlay);
  if (state.overlay.kind !== 'none') return state.overlay.kind;
  return state.focus === 'command' || state.focus === 'input' ? state.focus : 'keys';
}

/** A question stands under the step, which stays in sight. */
export const isQuestion = (mode: Mode): boolean => mode === 'skip' || mode === 'solution-ask';

const mapMode = ({ search, asks }: MapOverlay): Mode => (asks ? 'ahead' : search ? 'search' : 'map');

/** What is typed goes into a line of text. */
export const isTyping = (mode: Mode): mode is 'command' | 'input' | 'search' =>
  mode === 'command' || mode === 'input' || mode === 'search';

type Digit = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';
type Letter = 'a' | 'e' | 'g' | 'G' | 'h' | 'i' | 'j' | 'k' | 'l' | 'n' | 'o' | 'p' | 'q' | 'r' | 's' | 'v' | 'y';
export type KeyName = NamedKey | Letter | Digit | 'space' | '/' | '!' | '?';

/**
 * The name under which the keymap knows a key, whatever the keyboard's language; undefined for pasted text.
 * Only `G` keeps its case: with Caps Lock on, `Q` still quits.
 */
export function keyName(event: KeyEvent): string | undefined {
  switch (event.type) {
    case 'named':
      return event.name;
    case 'paste':
      return undefined;
    case 'char': {
      if (event.text === ' ') return 'space';
      const letter = letterOf(event.text);
      if (letter === undefined) return event.text;
      return letter === 'G' ? letter : letter.toLowerCase();
    }
  }
}
