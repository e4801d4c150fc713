import { messages } from '../messages/index.ts';
import type { Block } from './markdown-blocks.ts';
import { lineOffset, type Problems, placeAt, type Source, trimBlankLines } from './source.ts';
import type { Hint } from './types.ts';

/** A stretch of the source, as offsets. */
export type Stretch = { readonly start: number; readonly end: number };

export type FoundHtml = {
  /** each `<details>`, with its tags */
  readonly hints: readonly (Stretch & { readonly hint: Hint })[];
  readonly comments: readonly (Stretch & { readonly text: string })[];
};

type Tag = Stretch & { readonly kind: 'open' | 'close'; readonly panel?: string };

const rawElements = /^\s*<(script|pre|style|textarea)\b/i;

/** Finds hints and comments among the html blocks at the left margin; tells what is opened and never closed. */
export function findHtml(source: Source, blocks: readonly Block[], problems: Problems): FoundHtml {
  const tags: Tag[] = [];
  const comments: (Stretch & { text: string })[] = [];
  for (const block of blocks) {
    if (block.type !== 'html') continue;
    const start = lineOffset(source, block.startLine);
    const end = Math.min(lineOffset(source, block.endLine), source.text.length);
    const raw = rawElements.exec(source.text.slice(start, end));
    if (raw?.[1] === undefined) scan(source, { start, end }, tags, comments, problems);
    else if (!new RegExp(`</${raw[1]}\\s*>`, 'i').test(source.text.slice(start, end))) {
      problems.add(placeAt(source, start), messages().lesson.elementNeverClosed({ name: raw[1] }));
    }
  }
  return { hints: pairTags(source, tags, problems), comments };
}

function scan(
  source: Source,
  { start, end }: Stretch,
  tags: Tag[],
  comments: (Stretch & { text: string })[],
  problems: Problems,
): void {
  const pattern = /<!--|<(\/?)details(?=[\s>])[^<>]*>/gi;
  const html = source.text.slice(start, end);
  for (let match = pattern.exec(html); match !== null; match = pattern.exec(html)) {
    const at = start + match.index;
    if (match[0] !== '<!--') {
      const panel = /\spanel\s*=\s*["']?([^"'\s>]*)/i.exec(match[0])?.[1];
      const kind = match[1] === '/' ? 'close' : 'open';
      tags.push({ kind, start: at, end: at + match[0].length, ...(panel !== undefined && { panel }) });
      continue;
    }
    const close = html.indexOf('-->', match.index + 4);
    if (close < 0) {
      problems.add(placeAt(source, at), messages().lesson.commentNeverClosed);
      return;
    }
    comments.push({ start: at, end: start + close + 3, text: html.slice(match.index + 4, close).trim() });
    pattern.lastIndex = close + 3;
  }
}

function pairTags(source: Source, tags: readonly Tag[], problems: Problems): FoundHtml['hints'] {
  const m = messages().lesson;
  const hints: (Stretch & { hint: Hint })[] = [];
  let open: Tag | undefined;
  for (const tag of tags) {
    if (tag.kind === 'open' && open === undefined) open = tag;
    else if (tag.kind === 'open') problems.add(placeAt(source, tag.start), m.detailsInside);
    else if (open === undefined) problems.add(placeAt(source, tag.start), m.detailsNotOpened);
    else {
      const hint = readHint(source, { start: open.end, end: tag.start }, open.start, problems);
      const of = open.panel === undefined ? {} : { panel: open.panel };
      hints.push({ start: open.start, end: tag.end, hint: { ...hint, ...of } });
      open = undefined;
    }
  }
  if (open !== undefined) problems.add(placeAt(source, open.start), m.detailsNeverClosed);
  return hints;
}

function readHint(source: Source, inside: Stretch, at: number, problems: Problems): Hint {
  const m = messages().lesson;
  const text = source.text.slice(inside.start, inside.end);
  const summary = /^\s*<summary(?:\s[^<>]*)?>([\s\S]*?)<\/summary>/i.exec(text);
  const title = (summary?.[1] ?? '')
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const content = trimBlankLines(text.slice(summary?.[0].length ?? 0));
  if (title === '') problems.add(placeAt(source, at), m.hintNeedsSummary);
  else if (content === '') problems.add(placeAt(source, at), m.hintEmpty);
  return { title, source: content };
}
