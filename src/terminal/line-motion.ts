import { graphemes } from '../markdown/cells.ts';

/** Places in a line of text, as UTF-16 offsets between two graphemes. */

const isWord = (grapheme: string): boolean => /^[\p{L}\p{N}_]/u.test(grapheme);
const isSpace = (grapheme: string): boolean => /^\s/.test(grapheme);
const lengthOf = (parts: readonly string[]): number => parts.reduce((length, part) => length + part.length, 0);

/** How many of the graphemes are skipped: those that fail `wanted` first, then those that pass it. */
function wordLength(parts: readonly string[], wanted: (grapheme: string) => boolean): number {
  const start = parts.findIndex(wanted);
  if (start === -1) return parts.length;
  const rest = parts.slice(start).findIndex((grapheme) => !wanted(grapheme));
  return rest === -1 ? parts.length : start + rest;
}

const leftBy = (text: string, cursor: number, wanted: (grapheme: string) => boolean): number => {
  const before = [...graphemes(text.slice(0, cursor))].reverse();
  return cursor - lengthOf(before.slice(0, wordLength(before, wanted)));
};

/** One grapheme to the left. */
export const charLeft = (text: string, cursor: number): number =>
  cursor - (graphemes(text.slice(0, cursor)).at(-1)?.length ?? 0);

/** One grapheme to the right. */
export const charRight = (text: string, cursor: number): number =>
  cursor + (graphemes(text.slice(cursor))[0]?.length ?? 0);

/** The start of the word (letters, digits, `_`) left of the cursor. */
export const wordLeft = (text: string, cursor: number): number => leftBy(text, cursor, isWord);

/** The start of what stands between spaces left of the cursor. */
export const spaceWordLeft = (text: string, cursor: number): number =>
  leftBy(text, cursor, (grapheme) => !isSpace(grapheme));

/** The end of the word right of the cursor. */
export function wordRight(text: string, cursor: number): number {
  const after = graphemes(text.slice(cursor));
  return cursor + lengthOf(after.slice(0, wordLength(after, isWord)));
}
