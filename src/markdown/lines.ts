import { cellsOf, textWidth } from './cells.ts';
import type { Span, StyledLine } from './types.ts';

/** Everything of a span but its text. */
export type Style = Omit<Span, 'text'>;

/** The text of the lines without any styling, joined by line feeds. */
export const plainText = (lines: readonly StyledLine[]): string =>
  lines.map((line) => line.map((span) => span.text).join('')).join('\n');

/** Cells a line takes. */
export const lineWidth = (line: StyledLine): number => line.reduce((width, span) => width + textWidth(span.text), 0);

const sameStyle = (a: Span, b: Span): boolean =>
  a.tone === b.tone && a.bold === b.bold && a.italic === b.italic && a.underline === b.underline;

/** Joins neighbours of the same style and leaves empty spans out. */
export function mergeSpans(spans: readonly Span[]): StyledLine {
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (span.text === '') continue;
    if (last && sameStyle(last, span)) merged[merged.length - 1] = { ...last, text: last.text + span.text };
    else merged.push(span);
  }
  return merged;
}

/** Drops the spaces at the end of a line. */
export function trimLineEnd(line: StyledLine): StyledLine {
  const last = line.at(-1);
  if (!last || !/[ \u3000]$/.test(last.text)) return line;
  const text = last.text.replace(/[ \u3000]+$/, '');
  const rest = line.slice(0, -1);
  return text === '' ? trimLineEnd(rest) : [...rest, { ...last, text }];
}

/** The first `width` cells of a line; a wide character that does not fit as a whole is left out. */
function takeCells(line: StyledLine, width: number): StyledLine {
  const taken: Span[] = [];
  let used = 0;
  for (const span of line) {
    const spanWidth = textWidth(span.text);
    if (used + spanWidth <= width) {
      taken.push(span);
      used += spanWidth;
      continue;
    }
    let text = '';
    for (const cell of cellsOf(span.text)) {
      if (used + cell.width > width) break;
      text += cell.text;
      used += cell.width;
    }
    if (text !== '') taken.push({ ...span, text });
    break;
  }
  return taken;
}

/**
 * Cuts a line to at most `width` cells. A line that was too long ends in `mark` (one cell, `~` if not given; '' for none).
 * Never shows half of a wide character.
 */
export function cutLine(line: StyledLine, width: number, mark = '~'): StyledLine {
  if (width <= 0) return [];
  if (lineWidth(line) <= width) return line;
  const taken = takeCells(line, width - textWidth(mark));
  return mark === '' ? taken : [...taken, { text: mark, tone: 'dim' }];
}

/** Fills a line with spaces at its end up to `width` cells; a longer line is returned as it is. */
export function padLine(line: StyledLine, width: number): StyledLine {
  const missing = width - lineWidth(line);
  return missing > 0 ? mergeSpans([...line, { text: ' '.repeat(missing) }]) : line;
}
