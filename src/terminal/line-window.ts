import { type Cell, cellsOf } from '../markdown/cells.ts';
import type { LineState } from './line-editor.ts';

export type LineWindow = {
  /** the part of the text that is shown, at most `width` cells */
  readonly text: string;
  /** the cell of the cursor, counted from the start of the window */
  readonly cursor: number;
  /** whether text is hidden left and right of the window */
  readonly hiddenBefore: boolean;
  readonly hiddenAfter: boolean;
};

/** UTF-16 units looked at for a cell on each side of the cursor: enough for a window full of flags and families. */
const unitsPerCell = 16;

const widthOf = (cells: readonly Cell[]): number => cells.reduce((width, cell) => width + cell.width, 0);

/**
 * The part of a line that a field of `width` cells (at least 1) shows, so that the cursor is in it and, where there is more
 * text on both sides, some of both is seen. The cursor behind the last character needs a cell of its own.
 */
export function lineWindow({ text, cursor }: Pick<LineState, 'text' | 'cursor'>, width: number): LineWindow {
  const room = Math.max(1, width);
  // Of a pasted book only what is near the cursor is looked at: a key must not take longer the more there is.
  const from = Math.max(0, cursor - room * unitsPerCell);
  const to = cursor + room * unitsPerCell;
  const before = cellsOf(text.slice(from, cursor));
  const cells = [...before, ...cellsOf(text.slice(cursor, to))];
  const cursorCell = widthOf(before);
  const lastStart = Math.max(0, widthOf(cells) + 1 - room);
  const wanted = Math.min(lastStart, Math.max(0, cursorCell - Math.min(room - 1, Math.ceil((room * 3) / 4))));
  let start = 0;
  let first = 0;
  while (start < wanted && first < cells.length) {
    start += cells[first]?.width ?? 0;
    first += 1;
  }
  let used = 0;
  const shown: string[] = [];
  for (const cell of cells.slice(first)) {
    if (used + cell.width > room) break;
    used += cell.width;
    shown.push(cell.text);
  }
  return {
    text: shown.join(''),
    cursor: cursorCell - start,
    hiddenBefore: from > 0 || first > 0,
    hiddenAfter: to < text.length || first + shown.length < cells.length,
  };
}
