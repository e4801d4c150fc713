import type { Change } from '../../live/changes.ts';
import { cutLine, lineWidth, wrapSpans } from '../../markdown/index.ts';
import type { StyledLine } from '../../markdown/types.ts';
import { span } from '../spans.ts';

/** What became of a line since the step began: nothing, it is new, changed, gone. */
export type Marked = ' ' | '+' | '*' | '-';

/** Cells before the text of a line. */
export const markCells = 2;

/** Cells that the further rows of a line stand behind its first. */
const hang = 2;

/** A line with its mark in front, cut to the width. */
export const marked = (mark: Marked, line: StyledLine, width: number): StyledLine =>
  cutLine([span(`${mark} `, mark === ' ' ? undefined : 'accent'), ...line], width);

/** A line with its mark in front, in as many rows as it takes: `most` at most, of which the last is cut then. */
export function markedRows(
  mark: Marked,
  line: StyledLine,
  {
    width,
    indent = 0,
    most = Number.POSITIVE_INFINITY,
  }: { readonly width: number; readonly indent?: number; readonly most?: number },
): readonly StyledLine[] {
  const room = width - markCells - indent;
  const rows = (lineWidth(line) <= room ? [line] : wrapSpans(line, room - hang)).map(withSpaces);
  const rest = rows.slice(most - 1).flatMap((row) => [...row, span(' ')]);
  const shown = rows.length <= most ? rows : [...rows.slice(0, most - 1), rest];
  return shown.map((row, index) => {
    const start = span(' '.repeat(indent + (index === 0 ? 0 : hang)));
    return marked(index === 0 ? mark : ' ', start.text === '' ? row : [start, ...row], width);
  });
}

const glue = '\u00a0';

/** Words that stay on one row where they can; for `markedRows`. */
export const together = (text: string): string => text.replaceAll(' ', glue);

const withSpaces = (line: StyledLine): StyledLine =>
  line.map((each) => ({ ...each, text: each.text.replaceAll(glue, ' ') }));

/** The mark of what these changes are about. */
export function markOf(told: readonly Change[]): Marked {
  if (told.length === 0) return ' ';
  return told.some(({ kind }) => kind.endsWith('-new')) ? '+' : '*';
}
