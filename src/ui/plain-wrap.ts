import { layoutText, plainText, textWidth } from '../markdown/index.ts';
import type { StyledLine } from '../markdown/types.ts';

/** `  /COMMAND      `: what a line of a list begins with. */
const beginning = /^ {1,2}\S.*? {2,}(?=\S)/;

/**
 * The program's own sentences at `width` cells, broken between words. What a line of a list goes on with stands under its text.
 * What a command prints, and what is to be copied, is not for this.
 */
export function wrapSaid(lines: readonly string[], width: number): readonly string[] {
  return lines.flatMap((line) => {
    if (textWidth(line) <= width) return [line];
    const start = beginning.exec(line)?.[0] ?? '';
    const indent = textWidth(start);
    if (indent === 0 || indent > width / 2) return plainLines(layoutText(line, { width }));
    const rows = plainLines(layoutText(line.slice(start.length), { width: width - indent }));
    return rows.map((row, index) => `${index === 0 ? start : ' '.repeat(indent)}${row}`);
  });
}

/** Rows of a view as plain lines; none for no rows. */
export const plainLines = (rows: readonly StyledLine[]): string[] =>
  rows.length === 0 ? [] : plainText(rows).split('\n');
