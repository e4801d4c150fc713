import { parse } from 'shell-quote';
import { type LineProblem, operatorProblem, plainProblem, unclosedQuote } from './line-problem.ts';

export type Word = {
  /** quotes and backslashes taken away, as sh does */
  readonly text: string;
  /** as it was written */
  readonly source: string;
  /** from 1 */
  readonly column: number;
};

export type ScannedWord =
  | { readonly ok: true; readonly word: Word; readonly end: number }
  | { readonly ok: false; readonly problem: LineProblem };

/** The next piece of a word: spelled so that shell-quote reads it as sh would. */
type Piece =
  | { readonly ok: true; readonly spelled: string; readonly end: number }
  | { readonly ok: false; readonly problem: LineProblem };

const failed = (problem: LineProblem) => ({ ok: false, problem }) as const;
const piece = (spelled: string, end: number): Piece => ({ ok: true, spelled, end });

/** Reads the word that starts at this index (which is no blank, operator or `#`). */
export function scanWord(line: string, start: number): ScannedWord {
  if (line.charAt(start) === '~') return failed(plainProblem('tilde', start + 1));
  let spelled = '';
  let at = start;
  while (at < line.length && !/[\s|&;()<>]/.test(line.charAt(at))) {
    const next = scanPiece(line, at);
    if (!next.ok) return next;
    spelled += next.spelled;
    at = next.end;
  }
  const word = { text: unquote(spelled), source: line.slice(start, at), column: start + 1 };
  return { ok: true, word, end: at };
}

function scanPiece(line: string, at: number): Piece {
  const char = line.charAt(at);
  switch (char) {
    case '\\':
      return scanEscape(line, at);
    case "'": {
      const close = line.indexOf("'", at + 1);
      return close < 0 ? failed(unclosedQuote(char, at + 1)) : piece(line.slice(at, close + 1), close + 1);
    }
    case '"':
      return scanDoubleQuoted(line, at);
    case '`':
      return failed(operatorProblem('`', at + 1));
    case '$':
      return scanDollar(line, at, /^\$(?:[A-Za-z_]\w*|[\d({'*@#?$!-])/);
    case '#':
      return piece('\\#', at + 1);
    default:
      return piece(char, at + 1);
  }
}

function scanEscape(line: string, at: number): Piece {
  const continued = /^\\\r?\n/.exec(line.slice(at, at + 3));
  if (continued) return piece('', at + continued[0].length);
  const char = line.charAt(at + 1);
  if (char === '') return failed(plainProblem('unfinished', at + 1));
  return piece(/[^\S ]/.test(char) ? `'${char}'` : `\\${char}`, at + 2);
}

/** POSIX 2.2.3: within double quotes a backslash escapes only `$`, a backtick, `"`, itself and a line break. */
function scanDoubleQuoted(line: string, start: number): Piece {
  let spelled = '"';
  let at = start + 1;
  for (; at < line.length; ) {
    const char = line.charAt(at);
    if (char === '"') return piece(`${spelled}"`, at + 1);
    if (char === '`') return failed(operatorProblem('`', at + 1));
    if (char === '$') {
      const dollar = scanDollar(line, at, /^\$(?:[A-Za-z_]\w*|[\d({*@#?$!-])/);
      if (!dollar.ok) return dollar;
      spelled += dollar.spelled;
      at = dollar.end;
    } else if (char === '\\') {
      const pair = /^\\(?:\r?\n|[\s\S])/.exec(line.slice(at, at + 3))?.[0] ?? '\\';
      if (pair.endsWith('`')) spelled += '`';
      else if (!pair.endsWith('\n')) spelled += pair;
      at += pair.length;
    } else {
      spelled += char;
      at += 1;
    }
  }
  return failed(unclosedQuote('"', start + 1));
}

/** A dollar sign: an expansion, which only a shell does, or just the character. */
function scanDollar(line: string, at: number, expansion: RegExp): Piece {
  const found = expansion.exec(line.slice(at).replace(/^\$(?:\\\r?\n)+/, '$'))?.[0];
  if (found === undefined) return piece('\\$', at + 1);
  const rest: Readonly<Record<string, string>> = { '{': '…}', '(': '…)', "'": "…'" };
  return failed(operatorProblem(found + (rest[found.charAt(1)] ?? ''), at + 1));
}

/** `*` and `?` stay: sh passes a pattern on as it is where no file matches, and a topic pattern never means files. */
function unquote(spelled: string): string {
  return parse(spelled)
    .map((entry) => (typeof entry === 'string' ? entry : 'pattern' in entry ? entry.pattern : ''))
    .join('');
}
