/** Takes text as it comes, in pieces; gives it back without terminal control. */
export type Cleaner = (text: string) => string;

/** Where the text stands, after ECMA-48: in plain text, or within a sequence. */
type State = 'text' | 'escape' | 'csi' | 'string' | 'string-escape';

// Tab, line feed and carriage return stay: lines are made of them later.
const control = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g;
const startsString = /[\]PX^_]/;

/**
 * A cleaner for one stream: removes escape sequences (CSI, OSC and other strings, also in their 8-bit form) and control
 * characters but tab, LF and CR, wherever the pieces are cut. node:util's stripVTControlCharacters sees one piece only. A
 * sequence that is never closed ends with its line, so that no output is lost behind it.
 */
export function createCleaner(): Cleaner {
  let state: State = 'text';

  /** Within a sequence: takes one character, or leaves it (true) to be seen as text. */
  const leaves = (char: string): boolean => {
    if (char === '\n' || char === '\r') {
      state = 'text';
      return true;
    }
    if (char === '\x1b') {
      state = state === 'string' ? 'string-escape' : 'escape';
      return false;
    }
    switch (state) {
      case 'text':
        return true;
      case 'string':
        if (char === '\x07' || char === '\x9c') state = 'text';
        return false;
      case 'csi':
        if (/[\x20-\x3f]/.test(char)) return false;
        state = 'text';
        return !/[\x40-\x7e]/.test(char);
      case 'string-escape':
      case 'escape':
        if (char === '[') state = 'csi';
        else if (startsString.test(char)) state = 'string';
        else if (!/[\x20-\x2f]/.test(char)) {
          state = 'text';
          return !/[\x30-\x7e]/.test(char);
        }
        return false;
    }
  };

  return (text) => {
    let clean = '';
    let at = 0;
    while (at < text.length) {
      if (state !== 'text') {
        // What leaves a sequence is looked at again as text.
        if (!leaves(text.charAt(at))) at += 1;
        continue;
      }
      control.lastIndex = at;
      const found = control.exec(text);
      const end = found ? found.index : text.length;
      clean += text.slice(at, end);
      at = end;
      if (!found) break;
      state = opened(found[0]);
      at += 1;
    }
    return clean;
  };
}

/** What a control character in plain text opens. */
function opened(char: string): State {
  if (char === '\x1b') return 'escape';
  if (char === '\x9b') return 'csi';
  return /[\x90\x98\x9d-\x9f]/.test(char) ? 'string' : 'text';
}

/** One whole text, cleaned. */
export const cleanText = (text: string): string => createCleaner()(text);
