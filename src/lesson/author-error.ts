import { relative } from 'node:path';
import stringWidth from 'string-width';
import { messages } from '../messages/index.ts';
import { isInside } from '../platform/paths.ts';
import { printable } from '../terminal/printable.ts';
import type { AuthorError } from './types.ts';

export type FormatOptions = {
  /** paths below this folder are shown relative to it */
  readonly cwd?: string;
};

const excerptWidth = 100;
const messageLength = 400;
const cutMark = '...';

/**
 * An author's error as text of two to four lines: `path:line:column  message`, the line with a caret under the column
 * (left out where there is no line), and the suggestion. No escape sequences, no trailing line end.
 */
export function formatAuthorError(error: AuthorError, options: FormatOptions = {}): string {
  const { path, line, column } = error.position;
  const lines = [`${shownPath(path, options.cwd)}:${line}:${column}  ${shorten(error.message)}`];
  if (error.excerpt !== '') {
    const gutter = ` ${String(line).padStart(4)} | `;
    const { text, caret } = windowAround(error.excerpt, column - 1);
    lines.push(`${gutter}${text}`.trimEnd(), `${' '.repeat(gutter.length - 2)}| ${' '.repeat(caret)}^`);
  }
  if (error.suggestion !== undefined) lines.push(`      ${shorten(error.suggestion)}`);
  return lines.join('\n');
}

/** Several errors, the first `most` of them (20), and how many more there are. */
export function formatAuthorErrors(
  errors: readonly AuthorError[],
  options: FormatOptions & { readonly most?: number } = {},
): string {
  const most = options.most ?? 20;
  const shown = errors.slice(0, most).map((error) => formatAuthorError(error, options));
  if (errors.length > most) shown.push(messages().lesson.moreErrors({ count: errors.length - most }));
  return shown.join('\n\n');
}

/** A path as authors are told it: relative to `cwd` where it lies below. */
export function shownPath(path: string, cwd: string | undefined): string {
  if (cwd === undefined) return printable(path);
  const inside = relative(cwd, path);
  return printable(inside === '' || !isInside(cwd, path) ? path : inside);
}

function shorten(text: string): string {
  const shown = printable(text.slice(0, messageLength));
  return text.length > messageLength ? shown + cutMark : shown;
}

/** The part of a line around an index, at most `excerptWidth` columns wide, and the columns before that index in it. */
function windowAround(line: string, index: number): { readonly text: string; readonly caret: number } {
  const before = [...graphemes(printable(line.slice(Math.max(0, index - excerptWidth * 2), index)))];
  const after = [...graphemes(printable(line.slice(index, index + excerptWidth * 2)))];
  const half = excerptWidth / 2;
  const wholeFits = line.length <= excerptWidth * 2 && stringWidth([...before, ...after].join('')) <= excerptWidth;
  const left = wholeFits ? before : takeWidth(before.toReversed(), half).toReversed();
  const right = wholeFits ? after : takeWidth(after, excerptWidth - stringWidth(left.join('')));
  const cutLeft = left.join('').length < index ? cutMark : '';
  const cutRight = index + right.join('').length < line.length ? cutMark : '';
  return {
    text: cutLeft + left.join('') + right.join('') + cutRight,
    caret: stringWidth(cutLeft + left.join('')) + Math.max(0, index - line.length),
  };
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const graphemes = (text: string): string[] => Array.from(segmenter.segment(text), (part) => part.segment);

function takeWidth(parts: readonly string[], width: number): readonly string[] {
  const taken: string[] = [];
  let used = 0;
  for (const part of parts) {
    used += stringWidth(part);
    if (used > width) break;
    taken.push(part);
  }
  return taken;
}
