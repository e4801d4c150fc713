import type { Place } from './source.ts';

/** One command of a sh block; continuation lines are joined as a shell joins them. */
export type ShellLine = {
  readonly line: string;
  /** where an index of `line` stands in the block's text */
  readonly placeOf: (index: number) => Place;
};

export type ShellFault = { readonly fault: 'space-after-backslash' | 'nothing-follows'; readonly place: Place };

type Piece = { readonly start: number; readonly place: Place };
type Quote = "'" | '"' | undefined;

/**
 * Splits a sh block into commands: `\` at a line's end continues it (not inside single quotes), blank lines and lines
 * that start with `#` are left out. Syntax within a line is not looked at.
 */
export function readShellLines(text: string): {
  readonly lines: readonly ShellLine[];
  readonly faults: readonly ShellFault[];
} {
  const lines: ShellLine[] = [];
  const faults: ShellFault[] = [];
  let parts: string[] = [];
  let pieces: Piece[] = [];
  let length = 0;
  let quote: Quote;
  const finish = () => {
    if (parts.length > 0) lines.push(shellLine(parts.join('').trimEnd(), pieces));
    parts = [];
    pieces = [];
    length = 0;
    quote = undefined;
  };
  const rows = text.split('\n');
  for (const [index, row] of rows.entries()) {
    if (parts.length === 0 && /^\s*(?:#|$)/.test(row)) continue;
    const afterSpace = parts.length === 0 || (quote === undefined && (parts.at(-1) ?? '').endsWith(' '));
    const indent = afterSpace ? row.length - row.trimStart().length : 0;
    const end = endOfRow(row, indent, quote);
    quote = end.quote;
    const body = row.slice(indent, end.continued ? row.length - 1 : row.length);
    const joined = end.continued && quote === undefined && /\s$/.test(body) ? `${body.trimEnd()} ` : body;
    parts.push(joined);
    pieces.push({ start: length, place: { line: index + 1, column: indent + 1 } });
    length += joined.length;
    if (end.spaceAfterBackslash !== undefined) {
      faults.push({ fault: 'space-after-backslash', place: { line: index + 1, column: end.spaceAfterBackslash + 1 } });
    }
    if (!end.continued) finish();
    else if (rows.slice(index + 1, index + 2).every((next) => next.trim() === '')) {
      faults.push({ fault: 'nothing-follows', place: { line: index + 1, column: row.length } });
      finish();
    }
  }
  return { lines, faults };
}

type RowEnd = {
  readonly continued: boolean;
  readonly quote: Quote;
  /** index of a backslash that only spaces follow: it does not continue the line although it looks so */
  readonly spaceAfterBackslash?: number;
};

function endOfRow(row: string, from: number, before: Quote): RowEnd {
  let quote = before;
  const lastInk = row.trimEnd().length - 1;
  for (let index = from; index < row.length; index++) {
    const character = row[index];
    if (character === '\\' && quote !== "'") {
      if (index === row.length - 1) return { continued: true, quote };
      if (quote === undefined && index === lastInk) return { continued: false, quote, spaceAfterBackslash: index };
      index++;
    } else if (character === quote) quote = undefined;
    else if (quote === undefined && (character === "'" || character === '"')) quote = character;
  }
  return { continued: false, quote };
}

function shellLine(line: string, pieces: readonly Piece[]): ShellLine {
  return {
    line,
    placeOf: (index) => {
      const piece = pieces.findLast(({ start }) => start <= index) ?? pieces[0];
      if (piece === undefined) return { line: 1, column: 1 };
      return { line: piece.place.line, column: piece.place.column + Math.max(0, index - piece.start) };
    },
  };
}
