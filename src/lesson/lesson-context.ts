import type { Problems, Source } from './source.ts';
import type { Museum } from './types.ts';

/** Judges one command line of a block that runs there: what is wrong with it, at which column of the line (from 1); undefined if nothing is. */
export type CheckCommand = (
  line: string,
  at: Museum | undefined,
) => { readonly message: string; readonly column?: number; readonly suggestion?: string } | undefined;

/** What the parts of one lesson share while it is parsed. */
export type LessonContext = {
  readonly source: Source;
  readonly problems: Problems;
  readonly checkCommand: CheckCommand | undefined;
  /** ids of run blocks, so far in the lesson */
  readonly blockIds: Set<string>;
  /** those of them that stay in the background */
  readonly backgroundIds: Set<string>;
  /** steps so far, by id: the line of each */
  readonly steps: Map<string, number>;
};
