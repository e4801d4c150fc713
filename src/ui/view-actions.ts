import { messages } from '../messages/index.ts';
import { editLine } from '../terminal/line-editor.ts';
import { closeAid } from './command-actions.ts';
import { type Context, type Handler, say } from './effects.ts';
import { fileToEdit } from './file-to-edit.ts';
import { leaveMap } from './map-actions.ts';
import { copyableCommands, liveInteractive, visiblePanes } from './view.ts';
import type { Focus } from './view-state.ts';

/** `?` opens the help and closes it. */
export const toggleHelp: Handler = ({ store }) => {
  const isOpen = store.get().overlay.kind === 'help';
  store.act({ type: 'overlay-shown', overlay: { kind: isOpen ? 'none' : 'help' } });
};

/** Esc: what is on top goes first. */
export const leave: Handler = ({ store }) => {
  const { overlay, focus, pane } = store.get();
  if (overlay.kind === 'map') leaveMap(store, overlay);
  else if (overlay.kind !== 'none') {
    const below = overlay.kind === 'copy' ? overlay.from : undefined;
    store.act({ type: 'overlay-shown', overlay: { kind: below ?? 'none' } });
  } else if (focus === 'command' && closeAid(store)) return;
  else if (focus === 'command' || focus === 'input') store.act({ type: 'focused', focus: pane });
  else store.act({ type: 'notices-dismissed' });
};

/** Tab: through the panes, then the line for input or commands, then from the start. */
export const moveFocus =
  (by: 1 | -1): Handler =>
  ({ store }) => {
    const state = store.get();
    const stops: readonly Focus[] = [...visiblePanes(state), liveInteractive(state) ? 'input' : 'command'];
    const at = stops.indexOf(state.focus);
    const focus = stops[(at + by + stops.length) % stops.length];
    if (focus) store.act({ type: 'focused', focus });
  };

export const focusOn =
  (focus: Focus): Handler =>
  ({ store }) =>
    store.act({ type: 'focused', focus });

/** Shows the step's commands alone and offers them to the clipboard. */
export const showCopy: Handler = ({ store, effects }) => {
  const state = store.get();
  const text = copyableCommands(state).join('\n');
  if (text === '') {
    say(store, messages().ui.copy.nothing);
    return;
  }
  const from = state.overlay.kind === 'solution' ? state.overlay.kind : undefined;
  store.act({ type: 'overlay-shown', overlay: { kind: 'copy', text, ...(from && { from }) } });
  effects.copy(text);
};

/** Opens the step's file in an editor. */
export const editFile: Handler = ({ store, effects }) => {
  const file = fileToEdit(store.get());
  const { notices } = messages().ui;
  if (!file) say(store, notices.noFile);
  else if (effects.edit) effects.edit(file);
  else say(store, notices.fileIs({ path: file.path }));
};

/** Sends the line to the running command. */
export const sendInput: Handler = ({ store, effects }) => {
  const { input } = store.get();
  effects.session.send(input.text);
  store.act({ type: 'input-edited', line: { ...input, text: '', cursor: 0 } });
};

/** Pasted lines are lines sent, as in every terminal; what follows the last line break stays to be typed on. */
export function pasteInput(context: Context, text: string): void {
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const { store } = context;
    store.act({ type: 'input-edited', line: editLine(store.get().input, { type: 'insert', text: line }) });
    if (index < lines.length - 1) sendInput(context);
  }
}
