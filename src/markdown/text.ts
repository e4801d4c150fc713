import { expandTabs } from './cells.ts';
import { cleanText } from './clean.ts';
import { mergeSpans, trimLineEnd } from './lines.ts';
import type { StyledLine, Tone } from './types.ts';
import { wrapSpans } from './wrap.ts';

function wrapLine(source: string, width: number, tone: Tone | undefined): readonly StyledLine[] {
  const line = expandTabs(source);
  const indent = line.length - line.trimStart().length;
  const style = tone && { tone };
  // Further lines keep the indentation, unless it takes more room than the text.
  if (indent === 0 || indent > width / 2) return wrapSpans([{ text: line, ...style }], width);
  return wrapSpans([{ text: line.trim(), ...style }], width - indent).map((wrapped) =>
    trimLineEnd(mergeSpans([{ text: ' '.repeat(indent), ...style }, ...wrapped])),
  );
}

/**
 * Lays out a plain message: control characters removed, tabs expanded, each line wrapped to `width` cells.
 * Spaces at the start of a line are kept, also for the lines it goes on in. An empty text gives no lines.
 */
export function layoutText(
  text: string,
  { width, tone }: { readonly width: number; readonly tone?: Tone },
): readonly StyledLine[] {
  if (text === '') return [];
  return cleanText(text)
    .replace(/\n$/, '')
    .split('\n')
    .flatMap((line) => wrapLine(line, width, tone));
}
