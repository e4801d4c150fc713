import stringWidth from 'string-width';

/** What a person sees as one character, and the terminal cells it takes. */
export type Cell = { readonly text: string; readonly width: number };

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const printableAscii = /^[\x20-\x7e]*$/;
const tabStop = 8;

/** Cells a text takes. It must hold no line break. */
export const textWidth = (text: string): number => stringWidth(text, { countAnsiEscapeCodes: true });

/** Splits a text into graphemes: never between a letter and its accent, a syllable's jamo, the parts of an emoji. */
export function graphemes(text: string): readonly string[] {
  if (printableAscii.test(text)) return text.split('');
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Splits a text into graphemes with their widths. */
export const cellsOf = (text: string): readonly Cell[] =>
  graphemes(text).map((grapheme) => ({ text: grapheme, width: textWidth(grapheme) }));

/** Replaces tabs by the spaces a terminal would leave, counting from the start of the line. */
export function expandTabs(line: string): string {
  if (!line.includes('\t')) return line;
  return line.split('\t').reduce((before, part) => {
    const gap = tabStop - (textWidth(before) % tabStop);
    return before + ' '.repeat(gap) + part;
  });
}
