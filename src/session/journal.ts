import type { StepRef } from '../course/types.ts';

/** What happened at a step with a board. `at` is an ISO time. */
export type JournalEntry = { readonly at: string } & (
  | { readonly type: 'setup' }
  /** run: its number in that start of the program; typed: by the learner */
  | { readonly type: 'command'; readonly run: number; readonly line: string; readonly typed: boolean }
  /** of the last command with this number; exit: null where a signal ended it */
  | { readonly type: 'ended'; readonly run: number; readonly exit: number | null }
  | { readonly type: 'hint' }
  | { readonly type: 'panel'; readonly panel: string; readonly state: 'broken' | 'mended' }
  | { readonly type: 'mistake'; readonly panel: string; readonly say: string }
  | { readonly type: 'passed' }
);

/** Keeps what happened, over several runs of the program. Keeping never throws: a report with a gap is no reason to stop. */
export type Journal = {
  /** Forgets what was before. */
  readonly begin: (ref: StepRef, at: string) => void;
  readonly add: (ref: StepRef, entry: JournalEntry) => void;
  /** All there is, in order. */
  readonly read: (ref: StepRef) => Promise<readonly JournalEntry[]>;
};
