import { glyphs } from '../terminal/glyphs.ts';
import type { Alignment, Block, InlineText } from './blocks.ts';
import { textWidth } from './cells.ts';
import { lineWidth, mergeSpans, padLine, trimLineEnd } from './lines.ts';
import type { Span, StyledLine } from './types.ts';
import { wrapSpans } from './wrap.ts';

type Table = Extract<Block, { kind: 'table' }>;

const gap = 2;
/** A column is not made narrower than its longest word, unless the word is longer than this. */
const longestKeptWord = 30;

const total = (widths: readonly number[]): number =>
  widths.reduce((sum, width) => sum + width, 0) + gap * Math.max(0, widths.length - 1);

const wrapText = (text: InlineText, width: number): readonly StyledLine[] =>
  text.flatMap((line) => wrapSpans(line, width));

const naturalWidth = (text: InlineText): number => Math.max(0, ...text.map(lineWidth));

function longestWord(text: InlineText): number {
  const words = text.flatMap((line) =>
    line
      .map((span) => span.text)
      .join('')
      .split(/[ \u3000]+/),
  );
  return Math.min(longestKeptWord, Math.max(1, ...words.map(textWidth)));
}

/** Widths of the columns for a table of at most `width` cells, or undefined if it cannot be one. */
function columnWidths(columns: readonly (readonly InlineText[])[], width: number): readonly number[] | undefined {
  const natural = columns.map((cells) => Math.max(1, ...cells.map(naturalWidth)));
  if (total(natural) <= width) return natural;
  const least = columns.map((cells, index) => Math.min(natural[index] ?? 1, Math.max(...cells.map(longestWord))));
  const spare = width - total(least);
  if (spare < 0) return undefined;
  const wanted = natural.map((cells, index) => cells - (least[index] ?? 0));
  const all = wanted.reduce((sum, cells) => sum + cells, 0);
  return least.map((cells, index) => cells + Math.floor((spare * (wanted[index] ?? 0)) / all));
}

function alignLine(line: StyledLine, width: number, alignment: Alignment): StyledLine {
  const missing = Math.max(0, width - lineWidth(line));
  const before = alignment === 'right' ? missing : alignment === 'center' ? Math.floor(missing / 2) : 0;
  return padLine(mergeSpans([{ text: ' '.repeat(before) }, ...line]), width);
}

function layoutRow(
  row: readonly InlineText[],
  widths: readonly number[],
  alignments: readonly Alignment[],
): readonly StyledLine[] {
  const cells = widths.map((width, index) => wrapText(row[index] ?? [], width));
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, lineIndex) =>
    trimLineEnd(
      mergeSpans(
        cells.flatMap((lines, column): readonly Span[] => [
          { text: column === 0 ? '' : ' '.repeat(gap) },
          ...alignLine(lines[lineIndex] ?? [], widths[column] ?? 0, alignments[column] ?? 'left'),
        ]),
      ),
    ),
  );
}

/** Where columns do not fit or are not seen: each cell in a line of its own, `header: value`, an empty line between rows. */
export function layoutStacked(table: Table, width: number): readonly StyledLine[] {
  const rows = table.rows.length > 0 ? table.rows : [[]];
  return rows.flatMap((row, rowIndex) => [
    ...(rowIndex > 0 ? [[]] : []),
    ...table.header.flatMap((header, column) => {
      const name = header.flat();
      const [first = [], ...more] = row[column] ?? [];
      const label = name.some((span) => span.text.trim() !== '') ? [...name, { text: ': ' }] : [];
      const indent = width < 16 ? 0 : 2;
      return wrapText([[...label, ...first], ...more], width - indent).map((line, index) =>
        index === 0 ? line : mergeSpans([{ text: ' '.repeat(indent) }, ...line]),
      );
    }),
  ]);
}

/** Lays out a table in at most `width` cells. `line`: the character of the rule under its header. */
export function layoutTable(table: Table, width: number, line = glyphs().horizontal): readonly StyledLine[] {
  const columns = table.header.map((header, index) => [header, ...table.rows.map((row) => row[index] ?? [])]);
  const widths = columnWidths(columns, width);
  if (!widths) return layoutStacked(table, width);
  const ruler = widths.map((cells) => line.repeat(cells)).join(' '.repeat(gap));
  return [
    ...layoutRow(table.header, widths, table.alignments),
    [{ text: ruler, tone: 'dim' }],
    ...table.rows.flatMap((row) => layoutRow(row, widths, table.alignments)),
  ];
}
