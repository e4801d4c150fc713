import { messages } from '../../messages/index.ts';
import type { KeyName, Mode } from '../modes.ts';
import type { ViewState } from '../view-state.ts';

export type ActionName =
  | (
      | 'main'
      | 'read-on'
      | 'interrupt'
      | 'hint'
      | 'again'
      | 'command'
      | 'skip'
      | 'next'
      | 'previous'
      | 'lessons'
      | 'copy'
      | 'edit'
      | 'shell'
      | 'language'
    )
  | (
      | 'type'
      | 'focus-next'
      | 'focus-previous'
      | 'live'
      | 'help'
      | 'quit'
      | 'leave'
      | 'send'
      | 'end-input'
      | 'submit'
      | 'older'
      | 'newer'
    )
  | ('line-up' | 'line-down' | 'page-up' | 'page-down' | 'to-start' | 'to-end')
  | ('quiz-up' | 'quiz-down' | 'quiz-pick' | 'quiz-number')
  | ('map-up' | 'map-down' | 'map-page-up' | 'map-page-down' | 'map-start' | 'map-end' | 'map-open' | 'skip-yes');

export type Category = 'step' | 'look' | 'type' | 'program';

/** One row of the table. It dispatches the key, draws it in the footer and explains it in the help. */
export type Binding = {
  readonly action: ActionName;
  readonly keys: readonly KeyName[];
  readonly modes: readonly Mode[];
  /** the binding is in force; always, if not given */
  readonly when?: (state: ViewState) => boolean;
  /** in the footer: the key, and what it does now; undefined: not in the footer now */
  readonly name: () => string;
  /** in the help overlay, where that names more keys */
  readonly helpName?: () => string;
  readonly label?: (state: ViewState) => string | undefined;
  /** in the help overlay */
  readonly help?: { readonly category: Category; readonly text: () => string };
};

export const keyNames = () => messages().ui.keys;
export const labels = () => messages().ui.labels;
export const helps = () => messages().ui.help;
export const entry = (category: Category, text: () => string) => ({ category, text });

export const everyMode: readonly Mode[] = [
  'keys',
  'command',
  'input',
  'help',
  'live',
  'map',
  'copy',
  'skip',
  'finished',
  'small',
];
export const overlayModes: readonly Mode[] = ['help', 'live', 'map', 'copy', 'skip', 'finished'];
/** overlays that are scrolled by the keys of panes */
export const pageModes: readonly Mode[] = ['help', 'live'];
