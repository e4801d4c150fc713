import type { Explanation } from '../../errors.ts';

/** Why a line will probably not do what is meant. Who means it all the same may run it. */
export type Doubt = {
  readonly explanation: Explanation;
  /** the line as it was probably meant */
  readonly mended?: string;
  /** the line cannot be run at all */
  readonly isHopeless?: true;
};

/** A word of a line that may be changed: where it begins (UTF-16), how it is written, what it means. */
export type Place = { readonly start: number; readonly source: string; readonly text: string };

/** The line with these words written otherwise. */
export function rewritten(line: string, changes: readonly { readonly place: Place; readonly by: string }[]): string {
  return [...changes]
    .sort((a, b) => b.place.start - a.place.start)
    .reduce(
      (text, { place, by }) => text.slice(0, place.start) + by + text.slice(place.start + place.source.length),
      line,
    );
}
