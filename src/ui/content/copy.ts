import { textWidth } from '../../markdown/index.ts';
import type { StyledLine } from '../../markdown/types.ts';
import { span } from '../spans.ts';

/**
 * A command from column 0 on, nothing beside it, so that the terminal's own selection takes it whole. A line that is too
 * long goes on after a backslash, as a shell reads it.
 */
export const copyRows = (text: string, width: number): readonly StyledLine[] =>
  text.split('\n').flatMap((line) => continued(line, width).map((part) => [span(part)]));

function continued(line: string, width: number): readonly string[] {
  if (textWidth(line) <= width) return [line];
  const rows: string[] = [];
  let row = '';
  // Broken before an option where that can be, so that no option is parted from its value.
  for (const word of line.split(/ (?=--)/)) {
    const longer = row === '' ? word : `${row} ${word}`;
    if (row !== '' && textWidth(longer) > width - 2) {
      rows.push(`${row} \\`);
      row = `  ${word}`;
    } else {
      row = longer;
    }
  }
  return [...rows, row];
}
