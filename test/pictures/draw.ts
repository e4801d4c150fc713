import { boxLines, short } from './box-lines.ts';
import { coloursOf, theme } from './palette.ts';
import { type Run, runsOf } from './runs.ts';
import { type Look, type Row, type Screen, textOf } from './screen.ts';

const cell = { width: 8.4, height: 18 };
const fontSize = 14;
/** Hangul fills its two columns better this way. */
const wideFontSize = 15.5;
/** from the top of a row to the line its letters stand on */
const baseline = 13.5;
const margin = 14;
const titleBar = 32;

/** The fonts of the systems people have; a viewer takes the first there is, and each run keeps its columns with any of them. */
const fonts = [
  ...["'Cascadia Mono'", 'Menlo', 'Consolas', "'DejaVu Sans Mono'", "'Liberation Mono'"],
  ...["'D2Coding'", "'Apple SD Gothic Neo'", "'Malgun Gothic'", "'Noto Sans Mono CJK KR'", "'Noto Sans CJK KR'"],
  'monospace',
].join(',');

/**
 * A screen as an SVG of a window, always the same bytes for the same cells. `title` says in a few words what is seen; the text of
 * the screen is its description, for those who do not see it.
 */
export function drawScreen(screen: Screen, title: string): string {
  const width = short(screen.columns * cell.width + 2 * margin);
  const height = short(titleBar + screen.rows.length * cell.height + margin);
  const texts = screen.rows.map(textOf);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title screen">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="screen">\n${escaped(texts.join('\n').trimEnd())}\n</desc>`,
    `<style>text{font:${fontSize}px ${fonts};fill:${theme.foreground}}.b{font-weight:bold}.d{opacity:.6}.i{font-style:italic}.u{text-decoration:underline}.w{font-size:${wideFontSize}px}path{fill:none;stroke:${theme.foreground}}</style>`,
    ...frame(width, height),
    ...withCursor(screen).flatMap((row, index) => drawRow(row, titleBar + index * cell.height)),
    '</svg>',
    '',
  ].join('\n');
}

function frame(width: string, height: string): readonly string[] {
  const [inside, below] = [Number(width) - 1, Number(height) - 1];
  const buttons = [20, 38, 56].map((x) => `<circle cx="${x}" cy="16" r="5" fill="${theme.frame}"/>`);
  return [
    `<rect x=".5" y=".5" width="${short(inside)}" height="${short(below)}" rx="8" fill="${theme.background}" stroke="${theme.frame}"/>`,
    buttons.join(''),
    `<text class="d" x="${short(Number(width) / 2)}" y="21" text-anchor="middle">kafka-lessons</text>`,
  ];
}

/** The cell under the cursor is shown the other way round. */
function withCursor({ rows, cursor }: Screen): readonly Row[] {
  return rows.map((row, index) => {
    if (index !== cursor?.row) return row;
    let column = 0;
    return row.map((each) => {
      const isUnder = column <= cursor.column && cursor.column < column + each.columns;
      column += each.columns;
      return isUnder ? { ...each, look: { ...each.look, inverse: !each.look.inverse } } : each;
    });
  });
}

/** A line of the file for each row that shows something. */
function drawRow(row: Row, y: number): readonly string[] {
  const drawn = [...drawBackgrounds(row, y), ...runsOf(row).map((run) => drawRun(run, y))];
  return drawn.length === 0 ? [] : [drawn.join('')];
}

function drawBackgrounds(row: Row, y: number): readonly string[] {
  const patches: { readonly column: number; columns: number; readonly colour: string }[] = [];
  let column = 0;
  for (const { look, columns } of row) {
    const colour = coloursOf(look).back;
    const last = patches.at(-1);
    if (last?.colour === colour) last.columns += columns;
    else patches.push({ column, columns, colour });
    column += columns;
  }
  return patches
    .filter(({ colour }) => colour !== theme.background)
    .map(
      ({ column, columns, colour }) =>
        `<rect x="${xOf(column)}" y="${y}" width="${short(columns * cell.width)}" height="${cell.height}" fill="${colour}"/>`,
    );
}

function drawRun({ kind, column, columns, texts, look }: Run, y: number): string {
  const { front } = coloursOf(look);
  const classes = classesOf(look, kind === 'wide');
  if (kind === 'line') {
    const stroke = front === theme.foreground ? '' : ` stroke="${front}"`;
    const area = { x: margin + column * cell.width, y, ...cell };
    return `<path${classes}${stroke} d="${boxLines(texts, area)}"/>`;
  }
  const fill = front === theme.foreground ? '' : ` style="fill:${front}"`;
  const place = ` x="${xOf(column)}" y="${short(y + baseline)}" textLength="${short(columns * cell.width)}" lengthAdjust="spacingAndGlyphs"`;
  return `<text${classes}${fill}${place}>${escaped(texts.join(''))}</text>`;
}

const xOf = (column: number): string => short(margin + column * cell.width);

function classesOf({ bold, dim, italic, underline }: Look, wide: boolean): string {
  const classes = [bold && 'b', dim && 'd', italic && 'i', underline && 'u', wide && 'w'].filter(
    (each) => each !== false,
  );
  return classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
