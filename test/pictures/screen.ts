import type { IBufferCell, Terminal } from '@xterm/headless';

/** How a cell is drawn. Colours are numbers of the 16 ANSI ones; undefined is the terminal's own. */
export type Look = {
  readonly foreground: number | undefined;
  readonly background: number | undefined;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly inverse: boolean;
};

/** A character on the screen, and how many columns it takes. */
export type Cell = { readonly text: string; readonly columns: 1 | 2; readonly look: Look };

export type Row = readonly Cell[];

/** What a terminal shows. Each row is `columns` wide; `cursor` is there while it can be seen. */
export type Screen = {
  readonly columns: number;
  readonly rows: readonly Row[];
  readonly cursor?: { readonly column: number; readonly row: number };
};

/** The screen of an emulator, cell by cell. Throws on a colour that is none of the 16. */
export function readScreen(emulator: Terminal, cursorVisible: boolean): Screen {
  const { active } = emulator.buffer;
  const rows = Array.from({ length: emulator.rows }, (_, row) => {
    const line = active.getLine(active.viewportY + row);
    const cells = Array.from({ length: emulator.cols }, (_, column) => line?.getCell(column));
    // The second half of a wide character is a cell without width.
    return cells
      .filter((cell) => cell !== undefined && cell.getWidth() > 0)
      .map((cell) => readCell(cell as IBufferCell));
  });
  const cursor = { column: active.cursorX, row: active.cursorY };
  return { columns: emulator.cols, rows, ...(cursorVisible && { cursor }) };
}

function readCell(cell: IBufferCell): Cell {
  const look: Look = {
    foreground: cell.isFgDefault() ? undefined : ansiColour(cell.isFgPalette(), cell.getFgColor()),
    background: cell.isBgDefault() ? undefined : ansiColour(cell.isBgPalette(), cell.getBgColor()),
    bold: cell.isBold() !== 0,
    dim: cell.isDim() !== 0,
    italic: cell.isItalic() !== 0,
    underline: cell.isUnderline() !== 0,
    inverse: cell.isInverse() !== 0,
  };
  return { text: cell.getChars() || ' ', columns: cell.getWidth() === 2 ? 2 : 1, look };
}

function ansiColour(isPalette: boolean, colour: number): number {
  if (!isPalette || colour > 15) throw new Error(`a colour that is none of the 16: ${colour}`);
  return colour;
}

/** The text of a row, without the spaces at its end. */
export const textOf = (row: Row): string =>
  row
    .map(({ text }) => text)
    .join('')
    .trimEnd();
