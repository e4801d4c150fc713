import { stripVTControlCharacters } from 'node:util';

const lineBreaks = /\r\n?|[\u0085\u2028\u2029]/g;
/** Controls other than tab and line feed, and the marks that turn the direction of the text after them. */
const unwanted = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text that is safe to print: terminal control sequences and control characters are gone, every line break is `\n`, tabs stay.
 * Composed (NFC), because terminals disagree on the width of decomposed Hangul.
 */
export function cleanText(text: string): string {
  return stripVTControlCharacters(text.replace(lineBreaks, '\n')).replace(unwanted, '').normalize('NFC');
}

/** Like cleanText, and all of it on one line: tabs and line breaks become spaces. */
export const cleanInline = (text: string): string => cleanText(text).replace(/[\t\n]/g, ' ');
