import { type Cell, cellsOf, textWidth } from './cells.ts';
import { mergeSpans, trimLineEnd } from './lines.ts';
import type { Span, StyledLine } from './types.ts';

/** Text that stays together if it can, and the spaces before it. A word may change its style in the middle. */
type Word = { readonly gap: Span[]; readonly spans: Span[] };

const pieces = /[ \u3000]+|[^ \u3000]+/g;
const isSpaces = (text: string): boolean => text.startsWith(' ') || text.startsWith('\u3000');
const widthOf = (spans: readonly Span[]): number => spans.reduce((width, span) => width + textWidth(span.text), 0);

function wordsOf(spans: readonly Span[]): readonly Word[] {
  const words: Word[] = [];
  let word: Word = { gap: [], spans: [] };
  for (const span of spans) {
    for (const [text] of span.text.matchAll(pieces)) {
      if (!isSpaces(text)) {
        word.spans.push({ ...span, text });
        continue;
      }
      if (word.spans.length > 0) {
        words.push(word);
        word = { gap: [], spans: [] };
      }
      word.gap.push({ ...span, text });
    }
  }
  return word.spans.length > 0 ? [...words, word] : words;
}

/** A grapheme wider than the whole line: its parts are tried; where not even two cells are free, a mark stands for it. */
function fitCell(cell: Cell, width: number): readonly Cell[] {
  if (cell.width <= width) return [cell];
  return width < 2 ? [{ text: '~', width: 1 }] : Array.from(cell.text).flatMap(cellsOf);
}

/** Cuts a span at any grapheme: a piece of at most `room` cells, then pieces of at most `width`. */
function cutSpan(span: Span, room: number, width: number): readonly Span[] {
  const cut: Span[] = [];
  let text = '';
  let left = room;
  for (const cell of cellsOf(span.text).flatMap((each) => fitCell(each, width))) {
    if (cell.width > left) {
      cut.push({ ...span, text });
      text = '';
      left = width;
    }
    text += cell.text;
    left -= cell.width;
  }
  return [...cut, { ...span, text }];
}

/** Whether a word longer than a line takes a line less if it starts in the `room` that is left on this one. */
const savesLine = (wordWidth: number, room: number, width: number): boolean =>
  wordWidth > width && Math.ceil((wordWidth - Math.max(0, room)) / width) < Math.ceil(wordWidth / width);

/**
 * Wraps one line of text to at most `width` cells (at least 1): at spaces first, inside a word only where the word alone is
 * too long for a line. Spaces at a wrap are dropped, those at the start of the text stay where the first word fits behind
 * them. An empty text gives one empty line.
 */
export function wrapSpans(spans: readonly Span[], width: number): readonly StyledLine[] {
  const limit = Math.max(1, Math.floor(width));
  const lines: Span[][] = [];
  let line: Span[] = [];
  let used = 0;
  const breakLine = () => {
    lines.push(line);
    line = [];
    used = 0;
  };
  const append = (span: Span, cells: number) => {
    line.push(span);
    used += cells;
  };
  for (const word of wordsOf(spans)) {
    const gap = widthOf(word.gap);
    const wordWidth = widthOf(word.spans);
    const room = limit - used - gap;
    if (wordWidth <= room || savesLine(wordWidth, room, limit))
      for (const span of word.gap) append(span, textWidth(span.text));
    else if (line.length > 0) breakLine();
    for (const span of word.spans) {
      const cells = textWidth(span.text);
      if (used + cells <= limit) {
        append(span, cells);
        continue;
      }
      cutSpan(span, limit - used, limit).forEach((part, index) => {
        if (index > 0) breakLine();
        append(part, textWidth(part.text));
      });
    }
  }
  lines.push(line);
  return lines.map((each) => trimLineEnd(mergeSpans(each)));
}
