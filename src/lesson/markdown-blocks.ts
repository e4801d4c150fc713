import MarkdownIt, { type Token } from 'markdown-it';
import type { Place, Source } from './source.ts';

/** A block at the left margin of the document: not inside a list, a quote or another block. Lines count from 0. */
export type Block = {
  readonly type: 'heading' | 'fence' | 'html' | 'list' | 'code' | 'other';
  readonly startLine: number;
  /** the line after the last one */
  readonly endLine: number;
  /** the token that opens it, what is inside, and the token that closes it */
  readonly tokens: readonly [Token, ...Token[]];
};

// Links and emphasis are not looked at here, and blocks alone are parsed in linear time.
const markdown = new MarkdownIt({ html: true }).disable('reference');

const types: Readonly<Record<string, Block['type']>> = {
  heading_open: 'heading',
  fence: 'fence',
  html_block: 'html',
  bullet_list_open: 'list',
  code_block: 'code',
};

/** The blocks of a source, leaving out its first `skipLines` lines (the front matter). */
export function readBlocks(source: Source, skipLines: number): readonly Block[] {
  const tokens: Token[] = [];
  const rest = source.lines.slice(skipLines).join('\n');
  // Blank lines in place of the front matter keep the line numbers true.
  markdown.block.parse('\n'.repeat(skipLines) + rest, markdown, {}, tokens);
  const blocks: Block[] = [];
  let open: [Token, ...Token[]] | undefined;
  for (const token of tokens) {
    if (open === undefined) open = [token];
    else open.push(token);
    if (token.level === 0 && token.nesting <= 0) {
      const [startLine, endLine] = open[0].map ?? [skipLines, skipLines];
      blocks.push({ type: types[open[0].type] ?? 'other', startLine, endLine, tokens: open });
      open = undefined;
    }
  }
  return blocks;
}

/** Where a block's first character stands. */
export function blockPlace(source: Source, block: Pick<Block, 'startLine'>): Place {
  const indent = (source.lines[block.startLine] ?? '').search(/\S/);
  return { line: block.startLine + 1, column: Math.max(0, indent) + 1 };
}

/** The text of a heading as it was written, without its marks. */
export function headingText(block: Block): string {
  return block.tokens[1]?.content.trim() ?? '';
}
