import type { PlacedAssertion } from './assertions/parse-assertions.ts';
import type { RoleFence } from './fence-role.ts';
import type { PlacedMistake } from './mistakes.ts';
import type { Place, Problems, Source } from './source.ts';
import type { Museum, Step } from './types.ts';

/** Judges one command line of a block that runs there: what is wrong with it, at which column of the line (from 1); undefined if nothing is. */
export type CheckCommand = (
  line: string,
  at: Museum | undefined,
) => { readonly message: string; readonly column?: number; readonly suggestion?: string } | undefined;

/** A step and where its parts stand. */
export type StepOutline = {
  readonly step: Step;
  /** of its `##` */
  readonly place: Place;
  readonly idPlace: Place;
  /** its last line, from 1 */
  readonly endLine: number;
  /** its blocks outside hints, those that are only shown too */
  readonly fences: readonly RoleFence[];
  readonly checks: readonly PlacedAssertion[];
  readonly mistakes: readonly PlacedMistake[];
  /** of the quiz */
  readonly options: readonly Place[];
  /** something in it is wrong: not all of its parts are here */
  readonly broken: boolean;
};

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
  readonly outline: StepOutline[];
};
