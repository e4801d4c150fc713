import type { AuthorError } from './types.ts';

/** A place in a text; line and column count from 1, columns in UTF-16 units. */
export type Place = { readonly line: number; readonly column: number };

/** An author's file, split into lines once. */
export type Source = {
  readonly path: string;
  /** without byte order mark, every line end made \n */
  readonly text: string;
  readonly lines: readonly string[];
  /** offset in `text` of each line's first character */
  readonly lineStarts: readonly number[];
};

/** Where the parts of the parser put what they find wrong. */
export type Problems = {
  /** the first thousand */
  readonly errors: readonly AuthorError[];
  /** all there were */
  readonly count: number;
  add(place: Place, message: string, suggestion?: string): void;
};

/** Makes a Source of a file's text; a byte order mark and CR or CRLF line ends are tolerated. */
export function makeSource(path: string, text: string): Source {
  const normal = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const lines = normal.split('\n');
  const lineStarts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    lineStarts.push(offset);
    offset += line.length + 1;
  }
  return { path, text: normal, lines, lineStarts };
}

/** Offset of a line's start (0-based line, as markdown-it counts); past the last line it is the end of the text. */
export function lineOffset(source: Source, line: number): number {
  return source.lineStarts[line] ?? source.text.length;
}

/** The place of an offset in the source's text. */
export function placeAt(source: Source, offset: number): Place {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (source.lineStarts[low] ?? 0) + 1 };
}

/** One error at a place of the source, with the line itself as its excerpt. */
export function authorError(source: Source, place: Place, message: string, suggestion?: string): AuthorError {
  return {
    position: { path: source.path, ...place },
    message,
    ...(suggestion !== undefined && { suggestion }),
    excerpt: source.lines[place.line - 1] ?? '',
  };
}

/** More errors than anybody reads are counted only. */
const mostKept = 1000;

/** An empty list of problems of one source. */
export function collectProblems(source: Source): Problems {
  const errors: AuthorError[] = [];
  let count = 0;
  return {
    errors,
    get count() {
      return count;
    },
    add: (place, message, suggestion) => {
      count++;
      if (errors.length < mostKept) errors.push(authorError(source, place, message, suggestion));
    },
  };
}

/** Errors of one file in reading order. */
export function inReadingOrder(errors: readonly AuthorError[]): readonly AuthorError[] {
  return errors.toSorted((a, b) => a.position.line - b.position.line || a.position.column - b.position.column);
}

/** The text without blank lines around it; the first line keeps its indentation. */
export function trimBlankLines(text: string): string {
  const first = text.search(/\S/);
  return first < 0 ? '' : text.slice(text.lastIndexOf('\n', first) + 1).trimEnd();
}
