import { type Cell, cellsOf } from './cells.ts';
import { mergeSpans, type Style, styleOf, trimLineEnd } from './lines.ts';
import type { Span, StyledLine } from './types.ts';

type StyledCell = Cell & { readonly style: Style };
/** A run of cells that stay together if they can, and the spaces before them. */
type Word = { readonly spaces: readonly StyledCell[]; readonly cells: readonly StyledCell[] };

const isSpace = (cell: Cell): boolean => cell.text === ' ' || cell.text === '\u3000';
const widthOf = (cells: readonly Cell[]): number => cells.reduce((width, cell) => width + cell.width, 0);

/** A grapheme wider than the whole line: its parts are tried; where not even two cells are free, a mark stands for it. */
function fitCell(cell: StyledCell, width: number): readonly StyledCell[] {
  if (cell.width <= width) return [cell];
  if (width < 2) return [{ ...cell, text: '~', width: 1 }];
  return Array.from(cell.text).flatMap((part) => cellsOf(part).map((each) => ({ ...each, style: cell.style })));
}

function wordsOf(spans: readonly Span[], width: number): readonly Word[] {
  const cells = spans.flatMap((span) => cellsOf(span.text).map((cell) => ({ ...cell, style: styleOf(span) })));
  const words: { spaces: StyledCell[]; cells: StyledCell[] }[] = [];
  let word = { spaces: [] as StyledCell[], cells: [] as StyledCell[] };
  for (const cell of cells.flatMap((each) => fitCell(each, width))) {
    if (isSpace(cell) && word.cells.length > 0) {
      words.push(word);
      word = { spaces: [], cells: [] };
    }
    (isSpace(cell) ? word.spaces : word.cells).push(cell);
  }
  if (word.cells.length > 0) words.push(word);
  return words;
}

const toLine = (cells: readonly StyledCell[]): StyledLine =>
  trimLineEnd(mergeSpans(cells.map((cell) => ({ text: cell.text, ...cell.style }))));

/**
 * Wraps one line of text to at most `width` cells (at least 1): at spaces first, inside a word only where the word alone is
 * too long for a line. Spaces at a wrap are dropped, those at the start of the text stay. An empty text gives one empty line.
 */
export function wrapSpans(spans: readonly Span[], width: number): readonly StyledLine[] {
  const limit = Math.max(1, width);
  const lines: StyledCell[][] = [];
  let line: StyledCell[] = [];
  let used = 0;
  const breakLine = () => {
    lines.push(line);
    line = [];
    used = 0;
  };
  const append = (cell: StyledCell) => {
    if (used + cell.width > limit) breakLine();
    line.push(cell);
    used += cell.width;
  };
  for (const { spaces, cells } of wordsOf(spans, limit)) {
    const wordWidth = widthOf(cells);
    const gap = widthOf(spaces);
    const fits = used + gap + wordWidth <= limit;
    // A long word starts on the current line only if that saves a line.
    const room = Math.max(0, limit - used - gap);
    const sameLine =
      fits || (wordWidth > limit && Math.ceil((wordWidth - room) / limit) < Math.ceil(wordWidth / limit));
    if (!sameLine && line.length > 0) breakLine();
    else if (used + gap < limit) spaces.forEach(append);
    cells.forEach(append);
  }
  lines.push(line);
  return lines.map(toLine);
}
