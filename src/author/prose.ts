import MarkdownIt, { type Token } from 'markdown-it';
import { makeSource, type Place, placeAt, type Source } from '../lesson/source.ts';

/** A lesson's text with everything blanked out that is not a sentence; every character is where it was. */
export type Prose = {
  readonly source: Source;
  readonly text: string;
};

const markdown = new MarkdownIt({ html: true });

/** The sentences of a lesson: its prose, its titles, what its checks, mistakes and boards say, and what was learned. No code, no addresses of links, no comments. */
export function proseOf(source: Source): Prose {
  const lines = source.lines.map((line) => ' '.repeat(line.length));
  const keep = (line: number, text: string) => {
    lines[line] = text;
  };
  const frontEnd = source.lines[0] === '---' ? source.lines.indexOf('---', 1) : 0;
  for (let line = 1; line < frontEnd; line++)
    keepAfter(source.lines[line] ?? '', /^(?:title|summary):/, (text) => keep(line, text));
  for (const token of markdown.parse(blankFront(source, frontEnd), {})) {
    if (token.map === null) continue;
    const [start, end] = token.map;
    if (token.type === 'inline') {
      const raw = source.lines.slice(start, end).join('\n');
      for (const [index, line] of withoutCode(raw).split('\n').entries()) keep(start + index, line);
    } else if (token.type === 'fence' && /^text\s+learned\b/.test(token.info)) {
      const said = withoutCode(source.lines.slice(start + 1, end - 1).join('\n'));
      for (const [index, line] of said.split('\n').entries()) keep(start + 1 + index, line);
    } else if (token.type === 'fence' && /^yaml\s+(?:check|mistakes|board)\b/.test(token.info))
      keepSaid(source, token, keep);
  }
  return { source, text: lines.join('\n') };
}

/** The front matter would be read as a heading. */
function blankFront(source: Source, end: number): string {
  return source.lines.map((line, index) => (index <= end && end > 0 ? '' : line)).join('\n');
}

/** Blanks code, comments and the addresses of links. */
function withoutCode(text: string): string {
  return text
    .replaceAll(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, blank)
    .replaceAll(/<!--[\s\S]*?-->/g, blank)
    .replaceAll(/(?<=\])\([^()\s]*\)/g, blank)
    .replaceAll(/\bhttps?:\/\/\S+/g, blank);
}

const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ');

function keepAfter(line: string, key: RegExp, keep: (text: string) => void): void {
  const [found] = key.exec(line) ?? [];
  if (found !== undefined) keep(' '.repeat(found.length) + line.slice(found.length));
}

const sentenceKey = /^\s*(?:- )?(?:say|as|title|symptom|report):/;

/** Of checks, mistakes and boards, what is said in them. */
function keepSaid(source: Source, token: Token, keep: (line: number, text: string) => void): void {
  const [start, end] = token.map ?? [0, 0];
  let said = false;
  for (let line = start + 1; line < end - 1; line++) {
    const text = source.lines[line] ?? '';
    if (sentenceKey.test(text)) {
      said = true;
      keepAfter(text, sentenceKey, (rest) => keep(line, rest));
    } else if (/^\s*(?:- )?[\w-]+:/.test(text)) said = false;
    else if (said) keep(line, text);
  }
}

/** Where a word stands in prose: Latin words as whole words in any case; of other scripts anywhere, for endings are glued to them. */
export function wordPlaces({ source, text }: Prose, word: string): readonly Place[] {
  return Array.from(text.matchAll(wordPattern(word)), ({ index }) => placeAt(source, index));
}

/** Does the text have the word? */
export const hasWord = (text: string, word: string): boolean => wordPattern(word).test(text);

function wordPattern(word: string): RegExp {
  const escaped = word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+');
  const latin = /^[\p{Script=Latin}\s-]+$/u.test(word);
  return latin
    ? new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?:s|es)?(?![\\p{L}\\p{N}])`, 'giu')
    : new RegExp(escaped, 'gu');
}

/** The lines of a prose, from and to a line (from 1, both included), as a prose of the same places. */
export function proseBetween({ source, text }: Prose, from: number, to: number): Prose {
  const lines = makeSource(source.path, text).lines;
  return {
    source,
    text: lines.map((line, index) => (index + 1 < from || index + 1 > to ? ' '.repeat(line.length) : line)).join('\n'),
  };
}
