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
      | 'complete'
      | 'take'
      | 'complete-back'
      | 'older'
      | 'newer'
    )
  | ('line-up' | 'line-down' | 'page-up' | 'page-down' | 'to-start' | 'to-end')
  | ('quiz-up' | 'quiz-down' | 'quiz-pick' | 'quiz-number')
  | ('map-up' | 'map-down' | 'map-page-up' | 'map-page-down' | 'map-start' | 'map-end')
  | ('map-open' | 'map-fold' | 'map-unfold' | 'map-search' | 'open-ahead')
  | ('skip-yes' | 'solution' | 'solution-yes' | 'solve');

export type Category = 'step' | 'look' | 'map' | 'type' | 'program';

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

/** a page or a question is on top, and no line is typed */
export const overlayModes: readonly Mode[] = [
  'help',
  'live',
  'map',
  'ahead',
  'copy',
  'skip',
  'solution-ask',
  'solution',
  'finished',
];
export const everyMode: readonly Mode[] = ['keys', 'command', 'input', 'search', ...overlayModes, 'small'];
/** overlays that are scrolled by the keys of panes */
export const pageModes: readonly Mode[] = ['help', 'live', 'copy', 'solution'];
