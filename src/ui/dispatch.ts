import { editorAction } from '../terminal/editor-action.ts';
import type { KeyEvent } from '../terminal/key-events.ts';
import { editLine } from '../terminal/line-editor.ts';
import type { Effects } from './effects.ts';
import { bindingFor } from './keymap.ts';
import { keyName, modeOf } from './modes.ts';
import { performAction } from './perform-action.ts';
import type { Store } from './store.ts';

/** Takes a key to what it means now: an action of the keymap, or text for the line that is being typed. */
export function dispatchKey(store: Store, effects: Effects, event: KeyEvent): void {
  const mode = modeOf(store.get());
  const key = keyName(event);
  const isText = event.type !== 'named' && (mode === 'command' || mode === 'input');
  const binding = key === undefined || isText ? undefined : bindingFor(store.get(), key);
  if (binding) {
    store.act({ type: 'key-pressed' });
    performAction(binding.action, { store, effects, key: key ?? '' });
    return;
  }
  if (mode !== 'command' && mode !== 'input') return;
  const action = editorAction(event);
  if (!action) return;
  const state = store.get();
  if (mode === 'command') store.act({ type: 'command-edited', line: editLine(state.command, action) });
  else store.act({ type: 'input-edited', line: editLine(state.input, action) });
}
