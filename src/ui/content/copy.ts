import { graphemes, layoutText, textWidth } from '../../markdown/index.ts';
import type { StyledLine } from '../../markdown/types.ts';
import { messages } from '../../messages/index.ts';
import { span } from '../spans.ts';

/**
 * A command from column 0 on, nothing beside it, so that the terminal's own selection takes it whole. A line that is too
 * long goes on after a backslash, as a shell reads it.
 */
export const copyRows = (text: string, width: number): readonly StyledLine[] =>
  text.split('\n').flatMap((line) => continued(line, width).map((part) => [span(part)]));

/** What became of it, and what to do where that has not worked. */
export const copyNoteRows = (width: number): readonly StyledLine[] =>
  layoutText(messages().ui.copy.asked, { width: width - 2, tone: 'dim' }).map((row) => [span(' '), ...row]);

/** Broken before an option where that can be, so that no option is parted from its value; else between words; else anywhere. */
function continued(line: string, width: number): readonly string[] {
  if (textWidth(line) <= width) return [line];
  const room = width - 2;
  const parts = line.split(beforeOptions(line)).flatMap((part): readonly Piece[] => {
    return textWidth(part) + 2 <= room
      ? [{ text: part, joins: false }]
      : part.split(' ').flatMap((word) => piecesOf(word, room - 2));
  });
  const rows: string[] = [];
  let row = '';
  for (const { text, joins } of parts) {
    const gap = row === '' || joins ? '' : ' ';
    if (row === '' || textWidth(row + gap + text) <= room) row = `${row}${gap}${text}`;
    else if (isQuoted([...rows, row].join(' '))) {
      // In quotes a backslash would be one of the text. To JSON and SQL a new line is a blank.
      rows.push(row);
      row = text;
    } else {
      rows.push(joins ? `${row}\\` : `${row} \\`);
      // What is broken within a word goes on in column 0: a blank would part it.
      row = joins ? text : `  ${text}`;
    }
  }
  return [...rows, row];
}

/** A single quote is open at its end. */
const isQuoted = (text: string): boolean => (text.replaceAll("\\'", '').split("'").length - 1) % 2 === 1;

/** The body of a request may hold what looks like options. */
const beforeOptions = (line: string): RegExp => (line.startsWith('curl ') ? / (?=-[A-Za-z] |https?:)/ : / (?=-)/);

/** joins: the end of a word, without a blank before it. */
type Piece = { readonly text: string; readonly joins: boolean };

function piecesOf(word: string, room: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let text = '';
  for (const grapheme of graphemes(word)) {
    if (text !== '' && textWidth(text + grapheme) > room) {
      // Behind a comma, where there is one: a new line there does no harm to a document either.
      const end = text.lastIndexOf(',') + 1 || text.length;
      pieces.push({ text: text.slice(0, end), joins: pieces.length > 0 });
      text = text.slice(end);
    }
    text += grapheme;
  }
  return [...pieces, { text, joins: pieces.length > 0 }];
}
