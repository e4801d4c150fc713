import type { StyledLine } from '../markdown/types.ts';

/**
 * What a pane shows, laid out only where it is looked at. A block is a paragraph, a line of output: whatever wraps as one.
 * `first` is the number of the first block that is kept; blocks that fell out at the top keep their numbers.
 */
export type Section = {
  readonly id: string;
  readonly first: number;
  readonly length: number;
  readonly rows: (index: number, width: number) => readonly StyledLine[];
};
export type Content = readonly Section[];

/** A block, and how far into its rows the window begins; `of` lets a resized block keep the place. */
export type Anchor = { readonly section: string; readonly block: number; readonly row: number; readonly of: number };

export type Scroll =
  | { readonly at: 'top' }
  /** follows what is added */
  | { readonly at: 'tail' }
  /** seen: blocks there were when the tail was left */
  | { readonly at: 'anchor'; readonly anchor: Anchor; readonly seen: number };

export type Window = {
  readonly rows: readonly StyledLine[];
  readonly above: boolean;
  /** rows below the window, counted up to a limit */
  readonly below: number;
};

type Place = { readonly section: number; readonly index: number; readonly row: number };

const countLimit = 999;

/** All blocks there ever were. */
export const blockTotal = (content: Content): number =>
  content.reduce((sum, { first, length }) => sum + first + length, 0);

/** Rows of the whole content, counted no further than `limit`. */
export function countRows(content: Content, width: number, limit: number): number {
  const start = firstPlace(content, width);
  return start ? advance(content, width, start, limit).moved : 0;
}

/** Cuts the window out. Never shows empty rows below while there is something above. */
export function cutWindow(content: Content, scroll: Scroll, width: number, height: number): Window {
  const top = topPlace(content, scroll, width, height);
  if (!top || height <= 0) return { rows: [], above: false, below: 0 };
  const rows: StyledLine[] = [];
  const end = collect(content, width, top, height, rows);
  return {
    rows,
    above: retreat(content, width, top, 1).moved > 0,
    below: end ? advance(content, width, end, countLimit).moved : 0,
  };
}

/** Moves the window by rows (down: positive), or to an end. A window that reaches the end follows the tail if it may. */
export function moveScroll(
  content: Content,
  scroll: Scroll,
  by: number | 'start' | 'end',
  { width, height, follows }: { readonly width: number; readonly height: number; readonly follows: boolean },
): Scroll {
  const atEnd: Scroll = { at: 'tail' };
  const current = topPlace(content, scroll, width, height);
  const lowest = tailPlace(content, width, height);
  const first = firstPlace(content, width);
  if (!current || !lowest || !first) return scroll;
  if (by === 'end') return follows ? atEnd : toAnchor(content, width, lowest, 0);
  const seen = scroll.at === 'anchor' ? scroll.seen : blockTotal(content);
  if (by === 'start') return toAnchor(content, width, first, seen);
  const place =
    by < 0 ? retreat(content, width, current, -by).place : (advance(content, width, current, by).place ?? lowest);
  const reachesEnd = by > 0 && !isBefore(place, lowest);
  if (reachesEnd) return follows ? atEnd : toAnchor(content, width, lowest, 0);
  return toAnchor(content, width, place, seen);
}

/** A window that begins with a block of a section. */
export const scrollTo = (section: string, block = 0): Scroll => ({
  at: 'anchor',
  anchor: { section, block, row: 0, of: 1 },
  seen: 0,
});

/** The end of the content, or as far before it as leaves `atLeast` rows to these sections, if they have as many. */
export function tailWith(
  content: Content,
  sections: readonly string[],
  { width, height, atLeast }: { readonly width: number; readonly height: number; readonly atLeast: number },
): Scroll {
  const end = content.findLastIndex(({ id }) => sections.includes(id)) + 1;
  const own = content.slice(0, end).filter(({ id }) => sections.includes(id));
  const kept = Math.min(atLeast, countRows(own, width, atLeast));
  const fits = countRows(content.slice(end), width, height) <= height - kept;
  const top = fits ? undefined : tailPlace(content.slice(0, end), width, kept);
  return top ? toAnchor(content, width, top, blockTotal(content)) : { at: 'tail' };
}

/** Blocks that came since the tail was left. */
export const newBlocks = (content: Content, scroll: Scroll): number =>
  scroll.at === 'anchor' ? Math.max(0, blockTotal(content) - scroll.seen) : 0;

const rowsAt = (content: Content, width: number, place: Pick<Place, 'section' | 'index'>): readonly StyledLine[] =>
  content[place.section]?.rows(place.index, width) ?? [];

function toAnchor(content: Content, width: number, place: Place, seen: number): Scroll {
  const section = content[place.section];
  if (!section) return { at: 'top' };
  const of = rowsAt(content, width, place).length;
  return {
    at: 'anchor',
    anchor: { section: section.id, block: section.first + place.index, row: place.row, of },
    seen,
  };
}

function fromAnchor(content: Content, width: number, anchor: Anchor): Place | undefined {
  const section = content.findIndex(({ id }) => id === anchor.section);
  const found = content[section];
  if (!found || found.length === 0) return firstPlace(content, width);
  if (anchor.block < found.first) return settle(content, width, { section, index: 0, row: 0 });
  const index = Math.min(anchor.block - found.first, found.length - 1);
  const of = rowsAt(content, width, { section, index }).length;
  const row = of === anchor.of ? anchor.row : Math.floor((anchor.row * of) / Math.max(1, anchor.of));
  return settle(content, width, { section, index, row: Math.min(row, Math.max(0, of - 1)) });
}

function topPlace(content: Content, scroll: Scroll, width: number, height: number): Place | undefined {
  const lowest = tailPlace(content, width, height);
  if (scroll.at === 'tail' || !lowest) return lowest;
  const place = scroll.at === 'top' ? firstPlace(content, width) : fromAnchor(content, width, scroll.anchor);
  return place && isBefore(place, lowest) ? place : lowest;
}

/** Where the window begins when it shows the end. */
function tailPlace(content: Content, width: number, height: number): Place | undefined {
  const last = lastPlace(content, width);
  return last && retreat(content, width, last, height - 1).place;
}

const isBefore = (a: Place, b: Place): boolean =>
  a.section !== b.section ? a.section < b.section : a.index !== b.index ? a.index < b.index : a.row < b.row;

/** The nearest place at or after this one that has a row. */
function settle(content: Content, width: number, from: Place): Place | undefined {
  for (let section = from.section; section < content.length; section += 1) {
    const length = content[section]?.length ?? 0;
    for (let index = section === from.section ? from.index : 0; index < length; index += 1) {
      const isFrom = section === from.section && index === from.index;
      if (rowsAt(content, width, { section, index }).length > (isFrom ? from.row : 0)) {
        return { section, index, row: isFrom ? from.row : 0 };
      }
    }
  }
  return undefined;
}

const firstPlace = (content: Content, width: number): Place | undefined =>
  settle(content, width, { section: 0, index: 0, row: 0 });

function lastPlace(content: Content, width: number): Place | undefined {
  for (let section = content.length - 1; section >= 0; section -= 1) {
    for (let index = (content[section]?.length ?? 0) - 1; index >= 0; index -= 1) {
      const count = rowsAt(content, width, { section, index }).length;
      if (count > 0) return { section, index, row: count - 1 };
    }
  }
  return undefined;
}

/** Up to `count` rows down. `place` is undefined where the content ends before; `moved` counts the rows passed. */
function advance(content: Content, width: number, from: Place, count: number) {
  let place: Place | undefined = from;
  let moved = 0;
  while (place && moved < count) {
    const left: number = rowsAt(content, width, place).length - place.row;
    const step: number = Math.min(left, count - moved);
    moved += step;
    place =
      step < left
        ? { ...place, row: place.row + step }
        : settle(content, width, { section: place.section, index: place.index + 1, row: 0 });
  }
  return { place, moved };
}

/** Up to `count` rows up; stops at the first row. */
function retreat(content: Content, width: number, from: Place, count: number): { place: Place; moved: number } {
  let { section, index, row } = from;
  let moved = 0;
  while (moved < count) {
    const step = Math.min(row, count - moved);
    row -= step;
    moved += step;
    if (moved === count) break;
    const before = blockBefore(content, width, section, index);
    if (!before) break;
    ({ section, index } = before);
    row = before.rows - 1;
    moved += 1;
  }
  return { place: { section, index, row }, moved };
}

function blockBefore(content: Content, width: number, section: number, index: number) {
  for (let s = section; s >= 0; s -= 1) {
    for (let i = (s === section ? index : (content[s]?.length ?? 0)) - 1; i >= 0; i -= 1) {
      const rows = rowsAt(content, width, { section: s, index: i }).length;
      if (rows > 0) return { section: s, index: i, rows };
    }
  }
  return undefined;
}

/** Appends the window's rows; returns the place after it. */
function collect(content: Content, width: number, top: Place, height: number, rows: StyledLine[]): Place | undefined {
  let place: Place | undefined = top;
  while (place && rows.length < height) {
    const block = rowsAt(content, width, place).slice(place.row, place.row + height - rows.length);
    rows.push(...block);
    place = advance(content, width, place, block.length).place;
  }
  return place;
}
