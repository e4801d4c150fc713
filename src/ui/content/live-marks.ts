import type { Change } from '../../live/changes.ts';
import { cutLine } from '../../markdown/index.ts';
import type { StyledLine } from '../../markdown/types.ts';
import { span } from '../spans.ts';

/** What became of a line since the step began: nothing, it is new, changed, gone. */
export type Marked = ' ' | '+' | '*' | '-';

/** Cells before the text of a line. */
export const markCells = 2;

/** A line with its mark in front, cut to the width. */
export const marked = (mark: Marked, line: StyledLine, width: number): StyledLine =>
  cutLine([span(`${mark} `, mark === ' ' ? undefined : 'accent'), ...line], width);

/** The mark of what these changes are about. */
export function markOf(told: readonly Change[]): Marked {
  if (told.length === 0) return ' ';
  return told.some(({ kind }) => kind.endsWith('-new')) ? '+' : '*';
}
