import type { AssertionOf, DatabaseName } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import type { Aspect } from './aspect.ts';
import type { SqlAnswer, SqlCell } from './sql-facts.ts';
import { listed, quoted } from './wording.ts';

export type Rows = Extract<SqlAnswer, { kind: 'rows' }>;
type Row = readonly SqlCell[];
type WantedRow = Extract<NonNullable<AssertionOf<'sql'>['rows']>, readonly unknown[]>[number];

/** Order means something only where the query asks for one. */
export const isOrdered = (sql: string): boolean => /\border\s+by\b/i.test(sql);

/** The rows are these; of each only the columns that are named. */
export function wantedRows(found: Rows, wanted: readonly WantedRow[], ordered: boolean): Aspect {
  const say = messages().check;
  const names = found.columns.map(({ name }) => name);
  const matches = (row: Row, want: WantedRow): boolean =>
    Object.entries(want).every(([column, value]) => equals(row[names.indexOf(column)], value));
  const { missing, extra } = compare(found.rows, wanted, ordered ? matchingInOrder(matches) : matches);
  const stranger = wanted.flatMap(Object.keys).find((column) => !names.includes(column));
  const ok = missing.length === 0 && extra.length === 0;
  const expected = say.rowsAre({ list: listed(wanted.map(tellWanted)), count: wanted.length });
  const actual = say.rowsAre({ list: listed(found.rows.map((row) => tellRow(names, row))), count: found.rows.length });
  return {
    ok,
    expected,
    actual: ok ? expected : actual,
    because:
      stranger === undefined
        ? difference(
            missing.map(tellWanted),
            extra.map((row) => tellRow(names, row)),
          )
        : say.noColumn({ name: stranger, list: listed(names) }),
  };
}

type From = { readonly at: DatabaseName; readonly rows: Rows };

/** Both queries return the same rows; columns are compared by their place, since their names may differ. */
export function sameRows(one: From, other: From, ordered: boolean): Aspect {
  const say = messages().check;
  const matches = (a: Row, b: Row): boolean => a.length === b.length && a.every((cell, index) => cell === b[index]);
  const { missing, extra } = ordered
    ? compare(one.rows.rows, other.rows.rows, matchingInOrder(matches))
    : differencesByText(one.rows.rows, other.rows.rows);
  const expected = say.sameRows({ other: other.at });
  const name = ({ at }: From): string => (one.at === other.at ? say.thisQuery : at);
  const otherName = one.at === other.at ? say.otherQuery : other.at;
  const tell = (from: From) => (row: Row) =>
    tellRow(
      from.rows.columns.map((column) => column.name),
      row,
    );
  const parts = [
    ...(extra[0] ? [say.onlyIn({ where: name(one), row: tell(one)(extra[0]), count: extra.length })] : []),
    ...(missing[0] ? [say.onlyIn({ where: otherName, row: tell(other)(missing[0]), count: missing.length })] : []),
  ];
  const ok = parts.length === 0;
  return {
    ok,
    expected,
    actual: ok
      ? say.rows({ count: one.rows.rows.length })
      : say.rowsOfBoth({ one: one.rows.rows.length, other: other.rows.rows.length }),
    because: ok ? undefined : parts.join('; '),
  };
}

/** A number is a number however many zeros the server prints behind it. */
function equals(cell: SqlCell | undefined, wanted: WantedRow[string]): boolean {
  if (cell === undefined) return false;
  if (cell === null || wanted === null) return cell === wanted;
  if (typeof wanted === 'boolean') return cell === (wanted ? '1' : '0');
  return typeof wanted === 'number' ? cell.trim() !== '' && Number(cell) === wanted : cell === wanted;
}

type Matches<Want> = (row: Row, want: Want, places?: readonly [row: number, want: number]) => boolean;

const matchingInOrder =
  <Want>(matches: (row: Row, want: Want) => boolean): Matches<Want> =>
  (row, want, places) =>
    places?.[0] === places?.[1] && matches(row, want);

/** What is wanted and not found, and found and not wanted, each found row taken once. */
function compare<Want>(found: readonly Row[], wanted: readonly Want[], matches: Matches<Want>) {
  const left = new Set(found.keys());
  const missing = wanted.filter((want, place) => {
    const hit = [...left].find((index) => matches(found[index] ?? [], want, [index, place]));
    if (hit !== undefined) left.delete(hit);
    return hit === undefined;
  });
  return { missing, extra: found.filter((_, index) => left.has(index)) };
}

/** The same for whole rows, of which there may be thousands. */
function differencesByText(found: readonly Row[], wanted: readonly Row[]) {
  const without = (from: readonly Row[], what: readonly Row[]): readonly Row[] => {
    const counts = new Map<string, number>();
    for (const row of what) counts.set(JSON.stringify(row), (counts.get(JSON.stringify(row)) ?? 0) + 1);
    return from.filter((row) => {
      const count = counts.get(JSON.stringify(row)) ?? 0;
      counts.set(JSON.stringify(row), count - 1);
      return count <= 0;
    });
  };
  return { missing: without(wanted, found), extra: without(found, wanted) };
}

function difference(missing: readonly string[], extra: readonly string[]): string | undefined {
  const say = messages().check;
  if (missing.length === 0) return extra.length === 0 ? undefined : say.notWanted({ list: listed(extra) });
  if (extra.length === 0) return say.missing({ list: listed(missing) });
  return say.missingAndNotWanted({ missing: listed(missing), extra: listed(extra) });
}

const tellCell = (cell: SqlCell): string =>
  cell === null ? 'NULL' : /^-?\d+(\.\d+)?$/.test(cell) ? cell : quoted(cell);

const tellRow = (names: readonly string[], row: Row): string =>
  `(${row.map((cell, index) => `${names[index]} ${tellCell(cell)}`).join(', ')})`;

const tellWanted = (want: WantedRow): string =>
  `(${Object.entries(want)
    .map(([name, value]) => `${name} ${value === null ? 'NULL' : typeof value === 'string' ? quoted(value) : value}`)
    .join(', ')})`;
