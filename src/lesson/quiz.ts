import type { Token } from 'markdown-it';
import { messages } from '../messages/index.ts';
import { defined } from './defined.ts';
import { type Block, blockPlace } from './markdown-blocks.ts';
import type { Place, Problems, Source } from './source.ts';
import type { Quiz, QuizOption } from './types.ts';

/** `[ ]`, `[x]` and what was meant to be one; not a link or a reference */
const nearMark = /^\[\s*[xX]?\s*\](?![([:])/;
const exactMark = /^\[([ xX])\](?:\s+|$)/;

/** A quiz and where each of its options stands. */
export type PlacedQuiz = { readonly quiz: Quiz; readonly places: readonly Place[] };

type Item = { readonly startLine: number; readonly tokens: readonly Token[] };

/** Is this list a task list, by at least one of its items? */
export const isTaskList = (block: Block): boolean =>
  block.type === 'list' && items(block).some((item) => nearMark.test(itemText(item)));

/** A task list as a quiz; undefined where it is wrong, which was told. */
export function readQuiz(source: Source, block: Block, problems: Problems): PlacedQuiz | undefined {
  const m = messages().lesson;
  const before = problems.count;
  const all = items(block);
  const options = all.flatMap((item) => readOption(source, item, problems) ?? []);
  if (problems.count > before) return undefined;
  const place = blockPlace(source, block);
  if (options.length < 2) problems.add(place, m.quizNeedsTwo);
  if (!options.some((option) => option.correct)) problems.add(place, m.quizNeedsRight);
  if (problems.count > before) return undefined;
  return { quiz: { options }, places: all.map((item) => optionPlace(source, item)) };
}

function items(block: Block): readonly Item[] {
  const found: { startLine: number; tokens: Token[] }[] = [];
  for (const token of block.tokens) {
    if (token.level === 1 && token.type === 'list_item_open')
      found.push({ startLine: token.map?.[0] ?? block.startLine, tokens: [] });
    else if (token.level > 1) found.at(-1)?.tokens.push(token);
  }
  return found;
}

function itemText({ tokens: [first, inline] }: Item): string {
  return first?.type === 'paragraph_open' ? (inline?.content ?? '') : '';
}

function readOption(source: Source, item: Item, problems: Problems): QuizOption | undefined {
  const m = messages().lesson;
  const text = itemText(item);
  const mark = exactMark.exec(text);
  const place = optionPlace(source, item);
  if (mark === null) {
    problems.add(place, nearMark.test(text) ? m.quizMark : m.quizUnmarked);
    return undefined;
  }
  const shown = text.slice(mark[0].length).trim();
  if (shown === '') problems.add(place, m.quizEmptyOption);
  const others = item.tokens.filter((token) => token.level === 2 && token.nesting >= 0).slice(1);
  const quotes = others.filter((token) => token.type === 'blockquote_open');
  const stray = others.find((token) => token.type !== 'blockquote_open') ?? quotes[1];
  if (stray !== undefined) {
    problems.add(blockPlace(source, { startLine: stray.map?.[0] ?? item.startLine }), m.quizStray);
  }
  const feedback = quotes[0] && quoteText(source, quotes[0]);
  return { text: shown, correct: mark[1] !== ' ', ...defined({ feedback: feedback || undefined }) };
}

function optionPlace(source: Source, item: Item): Place {
  const bracket = (source.lines[item.startLine] ?? '').indexOf('[');
  return bracket < 0 ? blockPlace(source, item) : { line: item.startLine + 1, column: bracket + 1 };
}

/** The markdown inside a quote: its lines without the mark. */
function quoteText(source: Source, quote: Token): string {
  const [start, end] = quote.map ?? [0, 0];
  return source.lines
    .slice(start, end)
    .map((line) => line.trimStart().replace(/^> ?/, '').trimEnd())
    .join('\n')
    .trim();
}
