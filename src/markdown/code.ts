import { expandTabs } from './cells.ts';
import { cleanText } from './clean.ts';
import { highlightLines } from './highlight.ts';
import { lineWidth, mergeSpans, trimLineEnd } from './lines.ts';
import type { Span, StyledLine } from './types.ts';
import { wrapSpans } from './wrap.ts';

/** Further lines of a code line that was too long start this much deeper. */
const continuationIndent = 2;

/** Takes the spaces off the front of a line. */
function unindent(spans: readonly Span[]): { readonly indent: number; readonly spans: readonly Span[] } {
  const [first, ...rest] = spans;
  if (!first) return { indent: 0, spans };
  const text = first.text.trimStart();
  const taken = first.text.length - text.length;
  if (text !== '') return { indent: taken, spans: [{ ...first, text }, ...rest] };
  const inner = unindent(rest);
  return { indent: taken + inner.indent, spans: inner.spans };
}

function wrapCodeLine(line: readonly Span[], width: number): readonly StyledLine[] {
  const whole = trimLineEnd(mergeSpans(line));
  if (lineWidth(whole) <= width) return [whole];
  const { indent, spans } = unindent(whole);
  // In a narrow column the text needs the room more than the indentation does.
  const first = Math.min(indent, Math.max(0, Math.floor(width / 2) - continuationIndent));
  const rest = width >= 8 ? first + continuationIndent : first;
  return wrapSpans(spans, width - rest).map((wrapped, index) =>
    mergeSpans([{ text: ' '.repeat(index === 0 ? first : rest) }, ...wrapped]),
  );
}

/** Lays out code: for each source line the lines it takes at `width` cells. Blank code takes none. */
export function codeLines(text: string, language: string, width: number): readonly (readonly StyledLine[])[] {
  const source = cleanText(text).replace(/\n+$/, '').split('\n').map(expandTabs).join('\n');
  if (source.trim() === '') return [];
  return highlightLines(source, language).map((line) => wrapCodeLine(line, Math.max(1, width)));
}

/**
 * Lays out code with colours. A line longer than `width` cells goes on in the next one, two columns deeper; nothing is cut.
 * `language` is the first word of a fence; an unknown one gives plain code.
 */
export const layoutCode = (
  text: string,
  language: string,
  { width }: { readonly width: number },
): readonly StyledLine[] => codeLines(text, language, width).flat();
