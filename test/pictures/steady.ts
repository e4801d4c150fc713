import stringWidth from 'string-width';
import { type Cell, type Row, type Screen, textOf } from './screen.ts';

/** Something that is another one in every run, and what a picture shows instead. */
type Varying = {
  readonly pattern: RegExp;
  readonly fixed: string;
  /** on which side the filling is that makes up for a difference in width */
  readonly room: 'before' | 'after';
};

/** All that a picture does not show as it was; anything else on a screen has to be the same in every run. */
const varying: readonly Varying[] = [
  // How long it took, or has taken so far: always at the right end of a row, of one with a rule as well.
  { pattern: /(\d+ min( \d+ s)?|\d+(\.\d)? s)(?=( [-─]+)? *$)/, fixed: '1.2 s', room: 'before' },
  { pattern: /(\d+분( \d+초)?|\d+(\.\d)?초)(?=( [-─]+)? *$)/, fixed: '1.2초', room: 'before' },
  // Tests take free ports, to be in nobody's way.
  { pattern: /(?<=127\.0\.0\.1:)\d+/, fixed: '19092', room: 'after' },
  // The group that a console consumer makes up when it is given none.
  { pattern: /(?<=console-consumer-)\d+/, fixed: '20260', room: 'after' },
  // The part of a member's id that the broker makes up.
  { pattern: /(?<=console-consumer )[0-9a-f]{4}\b/, fixed: 'a7c2', room: 'after' },
];

/** The screen with what varies from run to run made the same. Throws where a row has no room for it. */
export const steady = (screen: Screen): Screen => ({ ...screen, rows: screen.rows.map(steadyRow) });

const steadyRow = (row: Row): Row => varying.reduce(fix, row);

function fix(row: Row, { pattern, fixed, room }: Varying): Row {
  const found = pattern.exec(joined(row));
  if (!found) return row;
  const start = cellAt(row, found.index);
  const end = cellAt(row, found.index + found[0].length);
  const look = (row[start] as Cell).look;
  const middle = [...fixed].map((text): Cell => ({ text, columns: stringWidth(text) === 2 ? 2 : 1, look }));
  const before = row.slice(0, start);
  const after = row.slice(end);
  const wider = widthOf(middle) - widthOf(row.slice(start, end));
  return room === 'before'
    ? [...narrowed(before.reverse(), wider).reverse(), ...middle, ...after]
    : [...before, ...middle, ...narrowed(after, wider)];
}

/** The cells with that many columns less of the first filling among them; more, if the number is below zero. */
function narrowed(cells: readonly Cell[], columns: number): Cell[] {
  if (columns === 0) return [...cells];
  const filling = /([-─ ])\1{2,}/.exec(joined(cells));
  if (!filling) throw new Error(`no room for a text of another width: ${textOf(cells)}`);
  const start = cellAt(cells, filling.index);
  const length = filling[0].length - columns;
  if (length < 1) throw new Error(`too little room for a text of another width: ${textOf(cells)}`);
  const filled = Array<Cell>(length).fill(cells[start] as Cell);
  return [...cells.slice(0, start), ...filled, ...cells.slice(start + filling[0].length)];
}

const joined = (cells: readonly Cell[]): string => cells.map(({ text }) => text).join('');

const widthOf = (cells: readonly Cell[]): number => cells.reduce((sum, { columns }) => sum + columns, 0);

/** Which cell the character at an index of the joined text is in. */
function cellAt(cells: readonly Cell[], index: number): number {
  let at = 0;
  for (let length = 0; length < index && at < cells.length; at += 1) length += (cells[at] as Cell).text.length;
  return at;
}
