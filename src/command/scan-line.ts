import { type LineProblem, operatorProblem, plainProblem } from './line-problem.ts';
import { scanWord, type Word } from './scan-word.ts';

export type Token = { readonly kind: 'word'; readonly word: Word } | { readonly kind: 'pipe'; readonly column: number };

export type Scanned =
  | { readonly ok: true; readonly tokens: readonly Token[] }
  | { readonly ok: false; readonly problem: LineProblem };

// POSIX shell grammar, 2.10.1, and what bash adds; the longest first.
const operator = /\|\||\|&|&&|&>>?|;;|;|>>|>&|>\||>\(|<<<|<<-?|<&|<>|<\(|[|&()<>]/y;

const failed = (problem: LineProblem): Scanned => ({ ok: false, problem });

/**
 * Splits a line into words and pipes, as sh does, and says where it uses anything else of a shell. shell-quote alone would
 * not do: it knows no positions, passes over an open quote, and takes `a#b` for a comment.
 */
export function scanLine(line: string): Scanned {
  const tokens: Token[] = [];
  let at = 0;
  while (at < line.length) {
    const continued = /\\\r?\n/y;
    continued.lastIndex = at;
    const char = line.charAt(at);
    if (continued.test(line)) {
      at = continued.lastIndex;
    } else if (char === '\n' || char === '\r') {
      if (tokens.length > 0 && line.slice(at).trim() !== '') return failed(plainProblem('lineBreak', at + 1));
      at += 1;
    } else if (/\s/.test(char)) {
      // A no-break space, as web pages have it, separates like any other: nobody means it as part of a word.
      at += 1;
    } else if (char === '#') {
      return failed(plainProblem('comment', at + 1));
    } else {
      operator.lastIndex = at;
      const found = operator.exec(line)?.[0];
      if (found === '|') {
        tokens.push({ kind: 'pipe', column: at + 1 });
        at += 1;
      } else if (found !== undefined) {
        return failed(operatorProblem(found, at + 1));
      } else {
        const scanned = scanWord(line, at);
        if (!scanned.ok) return failed(scanned.problem);
        tokens.push({ kind: 'word', word: scanned.word });
        at = scanned.end;
      }
    }
  }
  return { ok: true, tokens };
}
