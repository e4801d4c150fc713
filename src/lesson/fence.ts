import type { Token } from 'markdown-it';
import { messages } from '../messages/index.ts';
import { type Block, blockPlace } from './markdown-blocks.ts';
import type { Place, Problems, Source } from './source.ts';

export type Word = { readonly text: string; readonly place: Place };

/** A fenced block at the left margin. */
export type Fence = {
  /** the words after the opening marks */
  readonly info: readonly Word[];
  /** without the opening and closing lines; each line ends with \n */
  readonly text: string;
  /** where the opening marks stand */
  readonly place: Place;
  /** a place in `text` as a place in the file */
  readonly inFile: (place: Place) => Place;
};

/** More words than any info has options; the rest of a longer one is not told. */
const mostWords = 32;

/** A fence with every word of its info and every line of its text still findable in the file. */
export function readFence(source: Source, block: Block): Fence {
  const [token] = block.tokens;
  const place = blockPlace(source, block);
  const opening = source.lines[block.startLine] ?? '';
  const infoStart = place.column - 1 + token.markup.length;
  const info: Word[] = [];
  for (const match of opening.slice(infoStart).matchAll(/[\w-]+="[^"]*"(?!\S)|\S+/g)) {
    info.push({ text: match[0], place: { line: place.line, column: infoStart + match.index + 1 } });
    if (info.length === mostWords) break;
  }
  return { info, text: token.content, place, inFile: contentPlaces(source, block, token.content) };
}

/** The content of an indented fence has lost its indentation: columns are shifted back by what each line lost. */
function contentPlaces(source: Source, block: Block, content: string): Fence['inFile'] {
  let lines: readonly string[] | undefined;
  return ({ line, column }) => {
    lines ??= content.split('\n');
    const fileLine = Math.min(block.startLine + 1 + line, source.lines.length);
    const lost = (source.lines[fileLine - 1] ?? '').length - (lines[line - 1] ?? '').length;
    const indented = line < lines.length && lost > 0;
    return { line: fileLine, column: column + (indented ? lost : 0) };
  };
}

/** Tells of a fence that is never closed; markdown itself would silently take all that follows. */
export function refuseUnclosedFence(source: Source, token: Token, problems: Problems): boolean {
  const [startLine, endLine] = token.map ?? [0, 0];
  const mark = token.markup.charAt(0);
  const column = Math.max(0, (source.lines[startLine] ?? '').indexOf(token.markup)) + 1;
  const place = { line: startLine + 1, column };
  const markAtStart = (line: string): number => {
    const inner = token.level === 0 ? line.replace(/^ {0,3}/, '') : line.replace(/^[\s>]*/, '');
    let length = 0;
    while (inner[length] === mark) length++;
    return length;
  };
  const last = source.lines[endLine - 1] ?? '';
  const closed =
    endLine - 1 > startLine && markAtStart(last) >= token.markup.length && last.trimEnd().endsWith(token.markup);
  if (!closed) {
    problems.add(place, messages().lesson.fenceNeverClosed({ marks: token.markup }));
    return true;
  }
  // An opening line inside a fence: the fence above it was meant to end before.
  for (let line = startLine + 1; line < endLine - 1; line++) {
    if (markAtStart(source.lines[line] ?? '') < token.markup.length) continue;
    problems.add(place, messages().lesson.fenceSwallows({ marks: token.markup, line: line + 1 }));
    return true;
  }
  return false;
}
