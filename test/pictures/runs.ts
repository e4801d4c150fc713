import { isBoxLine } from './box-lines.ts';
import type { Cell, Look, Row } from './screen.ts';

/** Cells beside each other that are drawn as one: of one look and one kind. */
export type Run = {
  readonly kind: 'letters' | 'wide' | 'line' | 'symbol';
  readonly column: number;
  readonly columns: number;
  readonly texts: readonly string[];
  readonly look: Look;
};

/**
 * The runs of a row. Spaces between words of Latin letters belong to a run; all other ones are left out, and symbols stand alone,
 * so that a font which draws something wider or narrower moves nothing but itself.
 */
export function runsOf(row: Row): readonly Run[] {
  const runs: Run[] = [];
  let column = 0;
  for (const [index, cell] of row.entries()) {
    const last = runs.at(-1);
    const adjoins = last !== undefined && last.column + last.columns === column && isSameLook(last.look, cell.look);
    const kind = kindOf(cell, adjoins && last.kind === 'letters' && joinsWords(row, index));
    if (adjoins && last.kind === kind && kind !== 'symbol') {
      runs[runs.length - 1] = { ...last, columns: last.columns + cell.columns, texts: [...last.texts, cell.text] };
    } else if (kind !== 'space') {
      runs.push({ kind, column, columns: cell.columns, texts: [cell.text], look: cell.look });
    }
    column += cell.columns;
  }
  return runs;
}

function kindOf({ text, columns }: Cell, spaceIsLetter: boolean): Run['kind'] | 'space' {
  if (text === ' ') return spaceIsLetter ? 'letters' : 'space';
  if (isBoxLine(text)) return 'line';
  if (columns === 2) return 'wide';
  return /^[!-~]$/.test(text) ? 'letters' : 'symbol';
}

/** A single space with a Latin letter of the same look behind it. */
function joinsWords(row: Row, index: number): boolean {
  const [space, next] = [row[index], row[index + 1]];
  return space !== undefined && next !== undefined && /^[!-~]$/.test(next.text) && isSameLook(space.look, next.look);
}

const isSameLook = (one: Look, other: Look): boolean =>
  (Object.keys(one) as (keyof Look)[]).every((key) => one[key] === other[key]);
