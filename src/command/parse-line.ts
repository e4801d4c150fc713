import { UserError } from '../errors.ts';
import { messages } from '../messages/index.ts';
import { type LineProblem, plainProblem } from './line-problem.ts';
import { scanLine } from './scan-line.ts';
import type { Word } from './scan-word.ts';
import { toolName } from './tool-name.ts';
import type { ParsedCommand, ParsedLine } from './types.ts';
import { unwrap } from './unwrap.ts';

export type ReadLine =
  /** tools: the words that name them; words: those behind, of each command */
  | {
      readonly ok: true;
      readonly line: ParsedLine;
      readonly tools: readonly Word[];
      readonly words: readonly (readonly Word[])[];
    }
  | { readonly ok: false; readonly problem: LineProblem };

/**
 * Understands a command line: one simple command, or several joined by pipes; quotes and backslashes as in sh.
 * @throws UserError for everything else of a shell; it names what was used
 */
export function parseLine(line: string): ParsedLine {
  const read = readLine(line);
  if (!read.ok) throw new UserError(read.problem.explanation);
  return read.line;
}

/** As parseLine, with the problem and its place instead of an error, and the words that name the tools. */
export function readLine(line: string): ReadLine {
  const unprompted = withoutPrompt(line);
  const scanned = scanLine(unprompted);
  if (!scanned.ok) return scanned;
  if (scanned.tokens.length === 0) return { ok: false, problem: plainProblem('empty') };

  const remarks = unprompted === line ? [] : [messages().command.promptLeftOut];
  const commands: ParsedCommand[] = [];
  const tools: Word[] = [];
  const behind: (readonly Word[])[] = [];
  let words: Word[] = [];
  for (const token of [...scanned.tokens, { kind: 'end', column: line.length } as const]) {
    if (token.kind === 'word') {
      words.push(token.word);
      continue;
    }
    const [first] = words;
    if (!first) return { ok: false, problem: plainProblem('pipeEnd', lastPipe(scanned.tokens) ?? token.column) };
    const assigned = /^([A-Za-z_]\w*)=/.exec(first.source)?.[1];
    if (assigned !== undefined) return { ok: false, problem: assignmentProblem(assigned, first.column) };
    const unwrapped = unwrap(words);
    const [tool = first, ...args] = unwrapped.words;
    const named = toolName(tool);
    remarks.push(...unwrapped.remarks);
    if (named.remark !== undefined && unwrapped.remarks.length === 0) remarks.push(named.remark);
    remarks.push(...args.flatMap(typographyRemark));
    commands.push({ tool: named.tool, args: args.map((word) => word.text) });
    tools.push(tool);
    behind.push(args);
    words = [];
  }
  return { ok: true, line: { commands, remarks }, tools, words: behind };
}

// `$ `, `user@host:~$ `, `[user@host kafka]$ `, `PS C:\kafka> `, `C:\kafka>`; but `C:\kafka\x.bat>` is a redirection.
const prompt =
  /^\s*(?:\$\s+|[\w.-]+@[\w.-]+:\S*[$#]\s+|\[[^\]]*\][$#]\s+|(?:PS )?[A-Za-z]:\\(?![^>]*\.(?:bat|cmd|exe|sh)>)[^<>|"\s]*>\s*)(?=\S)/;

/** Blanks take the prompt's place, so that columns stay true. */
export const withoutPrompt = (line: string): string => line.replace(prompt, (found) => ' '.repeat(found.length));

function lastPipe(tokens: readonly { readonly kind: string; readonly column?: number }[]): number | undefined {
  return tokens.findLast((token) => token.kind === 'pipe')?.column;
}

function assignmentProblem(name: string, column: number): LineProblem {
  const say = messages().command;
  return {
    column,
    explanation: { what: say.assignment({ name }), why: say.assignmentWhy, next: say.assignmentNext },
  };
}

/** What word processors make of `--` and `"`: passed on as it is, but said, for Kafka's own answer does not show it. */
function typographyRemark({ source, text }: Word): string[] {
  const say = messages().command;
  if (/^[\u2010-\u2015\u2212]/.test(source)) return [say.longDash({ word: text })];
  if (/[\u2018-\u201f]/.test(source) && !/['"]/.test(source)) return [say.curlyQuotes({ word: text })];
  return [];
}
