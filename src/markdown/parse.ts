import MarkdownIt, { type Token } from 'markdown-it';
import type { Alignment, Block, InlineText, ListItem } from './blocks.ts';
import { cleanText } from './clean.ts';
import { htmlParts } from './html.ts';
import { inlineText } from './inline.ts';
import type { Style } from './lines.ts';

// Struck text has no style in a terminal: its marks are shown.
const makeParser = () => new MarkdownIt({ html: true }).disable('strikethrough');

let shared: ReturnType<typeof makeParser> | undefined;
const parser = () => {
  shared ??= makeParser();
  return shared;
};

/** A token with what stands between it and its closing token. */
type Node = { readonly token: Token; readonly children: readonly Node[] };

function nest(tokens: readonly Token[]): readonly Node[] {
  const root: Node[] = [];
  const open: Node[][] = [root];
  for (const token of tokens) {
    if (token.nesting === -1) {
      open.pop();
      continue;
    }
    const children: Node[] = [];
    open.at(-1)?.push({ token, children });
    if (token.nesting === 1) open.push(children);
  }
  return root;
}

const textOf = (node: Node, style?: Style): InlineText =>
  inlineText(
    node.children.flatMap((child) => child.token.children ?? []),
    style,
  );

function alignmentOf(token: Token): Alignment {
  const style = String(token.attrGet('style') ?? '');
  if (style.includes('right')) return 'right';
  return style.includes('center') ? 'center' : 'left';
}

function tableOf(node: Node): Block {
  const rows = node.children.flatMap((part) => part.children);
  const [header, ...body] = rows;
  return {
    kind: 'table',
    alignments: header?.children.map((cell) => alignmentOf(cell.token)) ?? [],
    header: header?.children.map((cell) => textOf(cell, { bold: true })) ?? [],
    rows: body.map((row) => row.children.map((cell) => textOf(cell))),
  };
}

const taskMark = /^\[([ xX])\](?:\s+|$)/;

/** Takes `[ ] ` off the first text of an item. */
function taskOf(blocks: readonly Block[]): { readonly marker: string; readonly blocks: readonly Block[] } | undefined {
  const [first, ...rest] = blocks;
  const [line, ...lines] = first?.kind === 'paragraph' ? first.text : [];
  const [span, ...spans] = line ?? [];
  const match = span && taskMark.exec(span.text);
  if (!match || first?.kind !== 'paragraph') return undefined;
  const text = [[{ ...span, text: span.text.slice(match[0].length) }, ...spans], ...lines];
  return { marker: match[1] === ' ' ? '[ ] ' : '[x] ', blocks: [{ ...first, text }, ...rest] };
}

function listOf(node: Node): Block {
  const ordered = node.token.type === 'ordered_list_open';
  const start = Number(node.token.attrGet('start') ?? 1);
  const markerWidth = String(start + node.children.length - 1).length + 2;
  const items = node.children.map((item, index): ListItem => {
    const blocks = blocksOf(item.children);
    if (ordered) return { marker: `${start + index}. `.padEnd(markerWidth), blocks };
    return taskOf(blocks) ?? { marker: '- ', blocks };
  });
  const tight = node.children.every((item) =>
    item.children.every(({ token }) => token.type !== 'paragraph_open' || token.hidden),
  );
  return { kind: 'list', tight, items };
}

/** Text inside html is read as markdown of one paragraph, so that a summary may hold code or bold words. */
const htmlBlocks = (html: string): readonly Block[] =>
  htmlParts(html).map(({ kind, source }) => {
    const style: Style = kind === 'summary' ? { bold: true } : {};
    const tokens = parser().parseInline(source, {});
    return {
      kind: 'paragraph',
      text: inlineText(
        tokens.flatMap((token) => token.children ?? []),
        style,
      ),
    };
  });

function blocksOf(nodes: readonly Node[]): readonly Block[] {
  return nodes.flatMap((node): readonly Block[] => {
    const { token } = node;
    switch (token.type) {
      case 'heading_open':
        return [{ kind: 'heading', text: textOf(node, { tone: 'heading', bold: true }) }];
      case 'paragraph_open':
        return [{ kind: 'paragraph', text: textOf(node) }];
      case 'fence':
      case 'code_block':
        return [{ kind: 'code', language: token.info.trim().split(/\s+/)[0] ?? '', source: token.content }];
      case 'blockquote_open':
        return [{ kind: 'quote', blocks: blocksOf(node.children) }];
      case 'bullet_list_open':
      case 'ordered_list_open':
        return [listOf(node)];
      case 'table_open':
        return [tableOf(node)];
      case 'hr':
        return [{ kind: 'rule' }];
      case 'html_block':
        return htmlBlocks(token.content);
      default:
        return blocksOf(node.children);
    }
  });
}

/** Reads markdown (CommonMark with tables and task lists) into blocks. Never throws: whatever it does not know is text. */
export const parseMarkdown = (source: string): readonly Block[] =>
  blocksOf(nest(parser().parse(cleanText(source), {})));
