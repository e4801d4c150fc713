import { withoutPrompt } from '../parse-line.ts';
import { scanLine } from '../scan-line.ts';
import type { Word } from '../scan-word.ts';
import { toolName } from '../tool-name.ts';
import { unwrap } from '../unwrap.ts';

/** Where in a command the cursor stands. */
export type LinePlace = {
  /** bare name of the command's tool; undefined: the word at the cursor is to be the tool */
  readonly tool?: string;
  /** words between the tool and the cursor's word */
  readonly args: readonly string[];
  /** words of the command behind the cursor */
  readonly rest: readonly string[];
  /** the word at the cursor, up to it; `start` is where it begins */
  readonly word: string;
  readonly start: number;
  readonly quote: '' | "'" | '"';
};

/** undefined: inside a word, in something only a shell understands, or where nothing can be said for certain. */
export function placeIn(line: string, cursor: number): LinePlace | undefined {
  const after = line.slice(cursor);
  if (after !== '' && !/^[\s|]/.test(after)) return undefined;
  const before = withoutPrompt(line.slice(0, cursor));
  const read = readWords(before);
  if (!read) return undefined;
  const { words, quote } = read;
  const last = words.at(-1);
  const isOpen = last !== undefined && (quote !== '' || last.column - 1 + last.source.length === before.length);
  const word: Word = isOpen ? last : { text: '', source: '', column: before.length + 1 };
  // Quotes in the middle of a word would have to be put back as they were.
  if (quote === '' ? /['"\\]/.test(word.source) : /['"\\]/.test(word.source.slice(1, -1))) return undefined;
  const done = isOpen ? words.slice(0, -1) : words;
  const unwrapped = unwrap([...done, word]).words;
  const [tool, ...args] = unwrapped.slice(0, -1);
  const place = { word: word.text, start: word.column - 1, quote, rest: restOf(after) };
  return tool ? { ...place, tool: toolName(tool).tool, args: args.map(({ text }) => text) } : { ...place, args: [] };
}

/** The words of the command at the end of this text; a quote that is still open is closed for reading. */
function readWords(
  before: string,
): { readonly words: readonly Word[]; readonly quote: LinePlace['quote'] } | undefined {
  for (const quote of ['', "'", '"'] as const) {
    const scanned = scanLine(before + quote);
    if (!scanned.ok) continue;
    const pipe = scanned.tokens.findLastIndex(({ kind }) => kind === 'pipe');
    const words = scanned.tokens.slice(pipe + 1).flatMap((token) => (token.kind === 'word' ? [token.word] : []));
    // Only a quote that opens the word can be kept.
    if (quote !== '' && !words.at(-1)?.source.startsWith(quote)) return undefined;
    return { words, quote };
  }
  return undefined;
}

function restOf(after: string): readonly string[] {
  const scanned = scanLine(after);
  if (!scanned.ok) return [];
  const end = scanned.tokens.findIndex(({ kind }) => kind === 'pipe');
  const own = end < 0 ? scanned.tokens : scanned.tokens.slice(0, end);
  return own.flatMap((token) => (token.kind === 'word' ? [token.word.text] : []));
}
