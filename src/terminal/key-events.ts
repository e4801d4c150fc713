import type { Key } from 'ink';
import { graphemes } from '../markdown/cells.ts';

type Letter =
  | ('a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'i' | 'j' | 'k' | 'l' | 'm')
  | ('n' | 'o' | 'p' | 'q' | 'r' | 's' | 't' | 'u' | 'v' | 'w' | 'x' | 'y' | 'z');
type Arrow = 'left' | 'right' | 'up' | 'down';

export type NamedKey =
  | ('enter' | 'escape' | 'tab' | 'shift-tab' | 'backspace' | 'delete')
  | ('home' | 'end' | 'pageup' | 'pagedown')
  | Arrow
  | `ctrl-${Arrow}`
  | `alt-${Arrow}`
  /** Ctrl+H, I, J and M never come: a terminal sends them as backspace, tab and enter. */
  | `ctrl-${Letter}`
  | `alt-${Letter}`
  | ('alt-backspace' | 'ctrl-delete')
  | 'alt-enter';

/** One thing a person did at the keyboard. */
export type KeyEvent =
  /** one grapheme of text, a space included */
  | { readonly type: 'char'; readonly text: string }
  | { readonly type: 'named'; readonly name: NamedKey }
  /** text from the clipboard as one piece; line breaks are `\n` */
  | { readonly type: 'paste'; readonly text: string };

/** The flags Ink's useInput passes; those left out count as false. */
export type KeyFlags = Partial<Key>;

const named = (name: NamedKey): KeyEvent => ({ type: 'named', name });
const isLetter = (text: string): text is Letter => /^[a-z]$/.test(text);

function arrowOf(key: KeyFlags): Arrow | undefined {
  if (key.leftArrow) return 'left';
  if (key.rightArrow) return 'right';
  if (key.upArrow) return 'up';
  return key.downArrow ? 'down' : undefined;
}

function specialKey(key: KeyFlags): NamedKey | undefined {
  const arrow = arrowOf(key);
  if (arrow) return key.ctrl ? `ctrl-${arrow}` : key.meta ? `alt-${arrow}` : arrow;
  if (key.return) return key.meta ? 'alt-enter' : 'enter';
  if (key.escape) return 'escape';
  if (key.tab) return key.shift ? 'shift-tab' : 'tab';
  if (key.backspace) return key.meta ? 'alt-backspace' : 'backspace';
  if (key.delete) return key.ctrl ? 'ctrl-delete' : 'delete';
  if (key.home) return 'home';
  if (key.end) return 'end';
  if (key.pageUp) return 'pageup';
  return key.pageDown ? 'pagedown' : undefined;
}

/** A control character inside a chunk that Ink did not take apart. */
function controlKey(character: string): NamedKey | undefined {
  switch (character) {
    case '\r':
    case '\n':
    case '\r\n':
      return 'enter';
    case '\t':
      return 'tab';
    case '\b':
    case '\x7f':
      return 'backspace';
    case '\x1b':
      return 'escape';
    default: {
      const letter = String.fromCharCode(character.charCodeAt(0) + 96);
      return character < '\x20' && isLetter(letter) ? `ctrl-${letter}` : undefined;
    }
  }
}

const isControl = (grapheme: string): boolean => /^[\u0000-\u001f\u007f-\u009f]/.test(grapheme);

/**
 * What Ink leaves of an escape sequence it does not know (F13, focus reports, mouse reports): the sequence without its ESC.
 * Shown as text it would put `[25~` into a command.
 */
const isUnknownSequence = (input: string): boolean => /^\[(?:[<=>?]?\d[\d:;]*[A-Za-z~^$]|[IO])$/.test(input);

function textEvents(input: string): readonly KeyEvent[] {
  return graphemes(input).flatMap((grapheme): readonly KeyEvent[] => {
    if (!isControl(grapheme)) return [{ type: 'char', text: grapheme }];
    const name = controlKey(grapheme);
    return name ? [named(name)] : [];
  });
}

/**
 * Takes what Ink's useInput got (`input` and `key`) apart into single events, in the order they were typed.
 * One chunk may hold several: fast typing, a commit of an input method, tmux and SSH deliver `abc\r` at once.
 */
export function toKeyEvents(input: string, key: KeyFlags): readonly KeyEvent[] {
  if (key.eventType === 'release' || key.super || key.hyper) return [];
  const special = specialKey(key);
  if (special) return [named(special)];
  if (key.ctrl || key.meta) {
    const letter = input.toLowerCase();
    return isLetter(letter) ? [named(`${key.ctrl ? 'ctrl' : 'alt'}-${letter}`)] : [];
  }
  return isUnknownSequence(input) ? [] : textEvents(input);
}
