import type { Session } from '../session/types.ts';
import type { FileToEdit } from './file-to-edit.ts';
import type { Store } from './store.ts';

/** What a key may do outside the view. */
export type Effects = {
  readonly session: Session;
  readonly quit: () => void;
  /** Speaks the next language, from now on; resolves when the course is in it as well. quietly: without a word on how to come back. */
  readonly switchLanguage: (how?: { readonly quietly: boolean }) => Promise<void>;
  /** undefined: there is no shell to open */
  readonly shell?: () => void;
  /** opens a file of the open lesson in the learner's editor; undefined: it cannot be opened here */
  readonly edit?: (file: FileToEdit) => void;
  /** puts text on the terminal's clipboard, where the terminal allows it */
  readonly copy: (text: string) => void;
  /** the command line got a new entry */
  readonly saveHistory: (history: readonly string[]) => void;
  /** watches a task of the session, which may fail although it should not */
  readonly guard: (task: Promise<unknown>) => void;
};

/** What an action works with. `key` is the key it came from. */
export type Context = { readonly store: Store; readonly effects: Effects; readonly key: string };
export type Handler = (context: Context) => void;

/** A remark of the program on what was just asked. */
export const say = (store: Store, text: string): void => store.act({ type: 'said', level: 'info', text });
