import { editorAction } from '../terminal/editor-action.ts';
import type { KeyEvent } from '../terminal/key-events.ts';
import { editLine } from '../terminal/line-editor.ts';
import { pasteCommands } from './command-actions.ts';
import type { Effects } from './effects.ts';
import { bindingFor } from './keymap.ts';
import { editSearch } from './map-actions.ts';
import { isTyping, keyName, modeOf } from './modes.ts';
import { performAction } from './perform-action.ts';
import type { Store } from './store.ts';
import { isWriting } from './typed-word.ts';
import { pasteInput } from './view-actions.ts';
import { openLine, takesText, tellLine } from './wrong-place.ts';

/** Takes a key to what it means now: an action of the keymap, or text for the line that is being typed. */
export function dispatchKey(store: Store, effects: Effects, event: KeyEvent): void {
  const mode = modeOf(store.get());
  const key = keyName(event);
  const isText = event.type !== 'named' && isTyping(mode);
  const binding = key === undefined || isText ? undefined : bindingFor(store.get(), key);
  const written = takesText(mode) ? writtenBy(store, event, binding !== undefined) : undefined;
  if (written) {
    openLine(store);
    dispatchKey(store, effects, written);
    if (hasSwitched(written)) {
      // `o` of `no records` was no wish for another language.
      store.act({ type: 'notices-dismissed' });
      effects.guard(effects.switchLanguage({ quietly: true }).then(() => tellLine(store)));
    } else tellLine(store);
    return;
  }
  if (binding) {
    store.act({ type: 'key-pressed' });
    performAction(binding.action, { store, effects, key: key ?? '' });
    return;
  }
  if (!isTyping(mode)) {
    // Any key takes away what was said last, also one that does nothing here.
    store.act({ type: 'key-pressed' });
    return;
  }
  if (event.type === 'paste' && event.text.includes('\n') && mode !== 'search') {
    if (mode === 'command') pasteCommands(store, event.text);
    else pasteInput({ store, effects, key: '' }, event.text);
    return;
  }
  const action = editorAction(event);
  if (!action) return;
  const state = store.get();
  if (mode === 'search') editSearch(store, action);
  else if (mode === 'command') store.act({ type: 'command-edited', line: editLine(state.command, action) });
  else store.act({ type: 'input-edited', line: editLine(state.input, action) });
}

/** Its letters but the last were keys when they came, and an odd number of them changed the language. */
function hasSwitched(written: KeyEvent): boolean {
  if (written.type !== 'char') return false;
  const letters = [...written.text].slice(0, -1);
  return letters.filter((text) => keyName({ type: 'char', text }) === 'o').length % 2 === 1;
}

/** What was meant for a line of text, though letters are keys now: all of it, as one event. */
function writtenBy(store: Store, event: KeyEvent, isKey: boolean): KeyEvent | undefined {
  switch (event.type) {
    case 'paste':
      return event.text.trim() === '' ? undefined : event;
    case 'named':
      if (store.get().word) store.act({ type: 'word-over' });
      return undefined;
    case 'char': {
      store.act({ type: 'letter-typed', text: event.text, isKey });
      const { word } = store.get();
      return word && isWriting(word) ? { type: 'char', text: word.text } : undefined;
    }
  }
}
