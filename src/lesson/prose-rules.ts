import type { Token } from 'markdown-it';
import { messages } from '../messages/index.ts';
import { refuseUnclosedFence } from './fence.ts';
import { roles } from './fence-role.ts';
import { type Block, blockPlace } from './markdown-blocks.ts';
import type { Problems, Source } from './source.ts';

/**
 * Tells of what looks like a part of the lesson but would only be shown: blocks with a role inside a list or quote or
 * indented like code, headings that are none. True if a fence in it is never closed.
 */
export function refuseHiddenParts(source: Source, block: Block, problems: Problems): boolean {
  if (block.type === 'heading') refuseHeading(source, block, problems);
  if (block.type === 'code') refuseIndentedFence(source, block, problems);
  let unclosed = false;
  for (const token of block.tokens) {
    if (token.type !== 'fence' || token.level === 0) continue;
    unclosed = refuseUnclosedFence(source, token, problems) || unclosed;
    if (hasRole(token.info)) problems.add(nestedPlace(source, token), messages().lesson.roleInsideBlock);
  }
  return unclosed;
}

/** Does a fence's info ask for more than being shown? */
export const hasRole = (info: string): boolean =>
  info.split(/\s+/).some((word) => word.startsWith('file=') || (roles as readonly string[]).includes(word));

function refuseHeading(source: Source, block: Block, problems: Problems): void {
  const [token] = block.tokens;
  const m = messages().lesson;
  if (token.tag === 'h1') problems.add(blockPlace(source, block), m.titleOnlyFirst);
  else if (token.tag === 'h2' && token.markup === '-') {
    problems.add({ line: block.endLine, column: 1 }, m.underlinedHeading);
  }
}

function refuseIndentedFence(source: Source, block: Block, problems: Problems): void {
  for (let line = block.startLine; line < block.endLine; line++) {
    const [, marks, info] = /^\s*(`{3,}|~{3,})(.*)$/.exec(source.lines[line] ?? '') ?? [];
    if (marks === undefined || !hasRole(info?.trim() ?? '')) continue;
    problems.add(blockPlace(source, { startLine: line }), messages().lesson.indentedFence);
  }
}

function nestedPlace(source: Source, token: Token) {
  const line = token.map?.[0] ?? 0;
  return { line: line + 1, column: Math.max(0, (source.lines[line] ?? '').indexOf(token.markup)) + 1 };
}
