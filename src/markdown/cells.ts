import stringWidth from 'string-width';

/** What a person sees as one character, and the terminal cells it takes. */
export type Cell = { readonly text: string; readonly width: number };

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const printableAscii = /^[\x20-\x7e]*$/;
const tabStop = 8;

/** Intl.Segmenter takes time by the square of a text's length (Node 20): long texts are split piece by piece. */
const pieceLength = 128;

const isHighSurrogate = (text: string, index: number): boolean => (text.charCodeAt(index) & 0xfc00) === 0xd800;

function segment(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

/** Splits a text into graphemes: never between a letter and its accent, a syllable's jamo, the parts of an emoji. */
export function graphemes(text: string): readonly string[] {
  if (printableAscii.test(text)) return text.split('');
  const found: string[] = [];
  let start = 0;
  let length = pieceLength;
  while (start + length < text.length) {
    // The last grapheme of a piece may go on behind it: it is read again with the next piece.
    const end = start + length - (isHighSurrogate(text, start + length - 1) ? 1 : 0);
    const whole = segment(text.slice(start, end)).slice(0, -1);
    for (const grapheme of whole) {
      found.push(grapheme);
      start += grapheme.length;
    }
    length = whole.length > 0 ? pieceLength : length * 2;
  }
  return [...found, ...segment(text.slice(start))];
}

const measure = (text: string): number => stringWidth(text, { countAnsiEscapeCodes: true });

/** Measuring a grapheme takes some microseconds, and a language has few of them. */
const knownWidths = new Map<string, number>();
const mostKnown = 5_000;

function graphemeWidth(grapheme: string): number {
  const known = knownWidths.get(grapheme);
  if (known !== undefined) return known;
  if (knownWidths.size >= mostKnown) knownWidths.clear();
  const width = measure(grapheme);
  knownWidths.set(grapheme, width);
  return width;
}

/** Cells a text takes. It must hold no line break. */
export function textWidth(text: string): number {
  if (printableAscii.test(text)) return text.length;
  return graphemes(text).reduce((width, grapheme) => width + graphemeWidth(grapheme), 0);
}

/** The text with spaces behind it, so that it takes at least so many cells. */
export const padText = (text: string, cells: number): string => text + ' '.repeat(Math.max(0, cells - textWidth(text)));

/** Splits a text into graphemes with their widths. */
export const cellsOf = (text: string): readonly Cell[] =>
  graphemes(text).map((grapheme) => ({ text: grapheme, width: graphemeWidth(grapheme) }));

/** Replaces tabs by the spaces a terminal would leave, counting from the start of the line. */
export function expandTabs(line: string): string {
  if (!line.includes('\t')) return line;
  return line.split('\t').reduce((before, part) => {
    const gap = tabStop - (textWidth(before) % tabStop);
    return before + ' '.repeat(gap) + part;
  });
}
