import type { KeyEvent, NamedKey } from './key-events.ts';
import type { LineAction } from './line-editor.ts';

/** Keys of readline that everybody's fingers know. Enter, Escape, Tab, Ctrl+C and Ctrl+D are left to the view. */
const actions: Partial<Record<NamedKey, Exclude<LineAction['type'], 'insert' | 'set' | 'accept'>>> = {
  left: 'left',
  'ctrl-b': 'left',
  right: 'right',
  'ctrl-f': 'right',
  'ctrl-left': 'word-left',
  'alt-left': 'word-left',
  'alt-b': 'word-left',
  'ctrl-right': 'word-right',
  'alt-right': 'word-right',
  'alt-f': 'word-right',
  home: 'home',
  'ctrl-a': 'home',
  end: 'end',
  'ctrl-e': 'end',
  backspace: 'backspace',
  delete: 'delete',
  'ctrl-d': 'delete',
  'ctrl-k': 'kill-to-end',
  'ctrl-u': 'kill-to-start',
  'ctrl-w': 'kill-word',
  'alt-backspace': 'kill-part',
  'alt-d': 'kill-part-right',
  'ctrl-delete': 'kill-part-right',
  'ctrl-y': 'yank',
  up: 'older',
  'ctrl-p': 'older',
  down: 'newer',
  'ctrl-n': 'newer',
};

/** The keys that do this to a line. */
export const editorKeys = (type: LineAction['type']): readonly NamedKey[] =>
  (Object.keys(actions) as NamedKey[]).filter((key) => actions[key] === type);

/** Pasted lines become one: a line that ends in `\` goes on, other line breaks become spaces. */
const oneLine = (text: string): string =>
  text
    .trim()
    .replace(/[ \t]*\\\n\s*/g, ' ')
    .replace(/\s*\n\s*/g, ' ');

/** What a key does to a line of input; undefined for keys that are none of the editor's business. */
export function editorAction(event: KeyEvent): LineAction | undefined {
  switch (event.type) {
    case 'char':
      return { type: 'insert', text: event.text };
    case 'paste':
      return { type: 'insert', text: oneLine(event.text) };
    case 'named': {
      const type = actions[event.name];
      return type && { type };
    }
    default:
      return event satisfies never;
  }
}
