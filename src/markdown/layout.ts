import { glyphs } from '../terminal/glyphs.ts';
import type { Block, InlineText, ListItem } from './blocks.ts';
import { textWidth } from './cells.ts';
import { layoutCode } from './code.ts';
import { mergeSpans, trimLineEnd } from './lines.ts';
import { parseMarkdown } from './parse.ts';
import { layoutStacked, layoutTable } from './table.ts';
import type { Span, StyledLine } from './types.ts';
import { wrapSpans } from './wrap.ts';

/** Room for a block, in cells. Prose keeps to `prose`, code and tables may use the whole `width`. */
type Room = { readonly width: number; readonly prose: number; readonly aloud: boolean };

export type LayoutOptions = {
  /** cells */
  readonly width: number;
  /** cells; 80 if not given */
  readonly maxProse?: number;
  /** it is read aloud: no lines are drawn, and each cell of a table stands behind the name of its column */
  readonly aloud?: boolean;
};

const codeIndent = 2;
/** Where less than this would be left, indentation is given up for the text. */
const leastInner = 6;

const shrink = (room: Room, cells: number): Room => ({
  ...room,
  width: room.width - cells,
  prose: room.prose - cells,
});

const prefixLine = (prefix: Span, line: StyledLine): StyledLine => trimLineEnd(mergeSpans([prefix, ...line]));

/** Lays out text: each of its lines wrapped. */
const layoutInline = (text: InlineText, room: Room): readonly StyledLine[] =>
  text.flatMap((line) => wrapSpans(trimStart(line), room.prose));

function trimStart(line: readonly Span[]): readonly Span[] {
  const [first, ...rest] = line;
  return first ? [{ ...first, text: first.text.trimStart() }, ...rest] : line;
}

function layoutItem({ marker, blocks }: ListItem, tight: boolean, room: Room): readonly StyledLine[] {
  const indent = textWidth(marker);
  if (room.prose - indent < leastInner) {
    return [...wrapSpans([{ text: marker.trimEnd() }], room.prose), ...layoutBlocks(blocks, tight, room)];
  }
  const lines = layoutBlocks(blocks, tight, shrink(room, indent));
  return (lines.length > 0 ? lines : [[]]).map((line, index) =>
    prefixLine({ text: index === 0 ? marker : ' '.repeat(indent) }, line),
  );
}

function layoutQuote(blocks: readonly Block[], room: Room): readonly StyledLine[] {
  const bar: Span = room.aloud ? { text: '  ' } : { text: `${glyphs().vertical} `, tone: 'dim' };
  if (room.prose - 2 < leastInner) return layoutBlocks(blocks, false, room);
  return layoutBlocks(blocks, false, shrink(room, 2)).map((line) => prefixLine(bar, line));
}

function layoutBlock(block: Block, room: Room): readonly StyledLine[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return layoutInline(block.text, room);
    case 'code': {
      const indent = room.width - codeIndent < leastInner ? 0 : codeIndent;
      const lines = layoutCode(block.source, block.language, { width: room.width - indent });
      return lines.map((line) => prefixLine({ text: ' '.repeat(indent) }, line));
    }
    case 'quote':
      return layoutQuote(block.blocks, room);
    case 'list':
      return block.items.flatMap((item, index) => [
        ...(index > 0 && !block.tight ? [[]] : []),
        ...layoutItem(item, block.tight, room),
      ]);
    case 'table':
      return room.aloud ? layoutStacked(block, room.width) : layoutTable(block, room.width);
    case 'rule':
      return room.aloud ? [] : [[{ text: glyphs().horizontal.repeat(room.prose), tone: 'dim' }]];
    default:
      return block satisfies never;
  }
}

/** Blocks with an empty line between them; in a tight list only around code, tables and quotes. */
function layoutBlocks(blocks: readonly Block[], tight: boolean, room: Room): readonly StyledLine[] {
  const close = (block: Block | undefined): boolean =>
    tight && (block?.kind === 'paragraph' || (block?.kind === 'list' && block.tight));
  const parts = blocks
    .map((block) => ({ block, lines: layoutBlock(block, room) }))
    .filter((part) => part.lines.length > 0);
  return parts.flatMap(({ block, lines }, index) => {
    if (index === 0 || (close(block) && close(parts[index - 1]?.block))) return lines;
    return [[], ...lines];
  });
}

/**
 * Lays out markdown as lines of styled text, none wider than `width` cells, without spaces at their ends.
 * Never throws.
 */
export function layoutMarkdown(
  source: string,
  { width, maxProse = 80, aloud = false }: LayoutOptions,
): readonly StyledLine[] {
  const limit = Math.max(1, Math.floor(width));
  const room = { width: limit, prose: Math.max(1, Math.min(limit, maxProse)), aloud };
  return layoutBlocks(parseMarkdown(source), false, room);
}
