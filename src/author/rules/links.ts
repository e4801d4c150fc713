import { posix } from 'node:path';
import MarkdownIt, { type Token } from 'markdown-it';
import type { Place, Source } from '../../lesson/source.ts';
import { didYouMean } from '../../lesson/suggest.ts';
import { messages } from '../../messages/index.ts';
import type { AuthoredPack } from '../authored-pack.ts';
import { type Finding, finding } from '../finding.ts';
import { headingNames } from '../heading-names.ts';

const markdown = new MarkdownIt({ html: true });

/** Links to files that the pack does not have, and to headings that the file does not have. Addresses on the web are not tried. */
export function deadLinks(pack: AuthoredPack): readonly Finding[] {
  const sources = new Map<string, Source>();
  for (const { folder, parsed, translations } of pack.lessons) {
    if (parsed) sources.set(`${folder}/lesson.md`, parsed.source);
    for (const { language, parsed: other } of translations) {
      if (other) sources.set(`${folder}/lesson.${language}.md`, other.source);
    }
  }
  return [...sources].flatMap(([name, source]) =>
    linksOf(source).flatMap(({ target, place }) => {
      const wrong = faultOf(target, name, pack, sources);
      return wrong ? [finding('dead-link', source, place, wrong.message, wrong.suggestion)] : [];
    }),
  );
}

type Fault = { readonly message: string; readonly suggestion?: string | undefined };

function faultOf(
  target: string,
  from: string,
  pack: AuthoredPack,
  sources: ReadonlyMap<string, Source>,
): Fault | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return undefined;
  const m = messages().author;
  const [written = '', anchor] = decoded(target).split('#');
  const path = written === '' ? from : posix.normalize(posix.join(posix.dirname(from), written)).replace(/\/$/, '');
  if (posix.isAbsolute(written) || path.startsWith('..')) return { message: m.linkOutside({ target }) };
  if (!pack.files.has(path)) {
    const near =
      didYouMean(path, pack.files) ??
      (pack.files.has(`${path}/lesson.md`) ? m.linkToFile({ file: `${written}/lesson.md` }) : undefined);
    return { message: m.linkToNothing({ file: path }), suggestion: near };
  }
  const source = sources.get(path);
  if (anchor === undefined || anchor === '' || source === undefined) return undefined;
  const names = headingNames(source);
  if (names.includes(anchor)) return undefined;
  return { message: m.linkToNoHeading({ anchor, file: path }), suggestion: didYouMean(anchor, names) };
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

type Link = { readonly target: string; readonly place: Place };

/** Links and pictures of a lesson, with the place of what they name. */
function linksOf(source: Source): readonly Link[] {
  const end = source.lines[0] === '---' ? source.lines.indexOf('---', 1) : -1;
  const text = source.lines.map((line, index) => (index <= end ? '' : line)).join('\n');
  return markdown.parse(text, {}).flatMap((block) => (block.type === 'inline' ? linksIn(block, source) : []));
}

function linksIn(block: Token, source: Source): readonly Link[] {
  const [start, end] = block.map ?? [0, 0];
  let from = { line: start, column: 0 };
  return (block.children ?? []).flatMap((token) => {
    const target =
      token.type === 'link_open' ? token.attrGet('href') : token.type === 'image' ? token.attrGet('src') : null;
    if (typeof target !== 'string' || target === '') return [];
    const found = find(source, decoded(target), target, from, end);
    from = { line: found.line - 1, column: found.column };
    return [{ target, place: found }];
  });
}

function find(
  source: Source,
  shown: string,
  target: string,
  from: { line: number; column: number },
  end: number,
): Place {
  for (let line = from.line; line < end; line++) {
    const row = source.lines[line] ?? '';
    const start = line === from.line ? from.column : 0;
    const at = Math.max(row.indexOf(`(${shown}`, start), row.indexOf(`(${target}`, start));
    if (at >= 0) return { line: line + 1, column: at + 2 };
  }
  return { line: from.line + 1, column: 1 };
}
