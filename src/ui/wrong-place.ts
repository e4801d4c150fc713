import { messages } from '../messages/index.ts';
import { editLine } from '../terminal/line-editor.ts';
import { say } from './effects.ts';
import type { Mode } from './modes.ts';
import type { Store } from './store.ts';
import { liveInteractive } from './view.ts';

/** Where text that is typed or pasted while letters are keys goes into a line. On the map letters choose, and below 60x16 nothing is seen. */
export function takesText(mode: Mode): boolean {
  switch (mode) {
    case 'keys':
    case 'help':
    case 'live':
    case 'copy':
    case 'skip':
    case 'solution-ask':
    case 'solution':
    case 'finished':
      return true;
    case 'command':
    case 'input':
    case 'map':
    case 'search':
    case 'ahead':
    case 'small':
      return false;
  }
}

/** Opens the line that the text was meant for: of the command that waits for input, else the command line. */
export function openLine(store: Store): void {
  store.act({ type: 'word-over' });
  store.act({ type: 'overlay-shown', overlay: { kind: 'none' } });
  const state = store.get();
  if (liveInteractive(state)) store.act({ type: 'focused', focus: 'input' });
  else {
    // What was left in it was out of sight, so nobody goes on with it; Ctrl+Y brings it back.
    const atEnd = editLine(state.command, { type: 'end' });
    store.act({ type: 'command-edited', line: editLine(atEnd, { type: 'kill-to-start' }) });
    store.act({ type: 'focused', focus: 'command' });
  }
}

/** Said once the text stands in the line: the next key takes it away. */
export const tellLine = (store: Store): void => say(store, messages().ui.notices.textIntoLine);
