import { expandTabs } from './cells.ts';
import { cleanText } from './clean.ts';
import type { StyledLine, Tone } from './types.ts';
import { wrapSpans } from './wrap.ts';

/**
 * Lays out a plain message: control characters removed, tabs expanded, each line wrapped to `width` cells.
 * Spaces at the start of a line are kept. An empty text gives no lines.
 */
export function layoutText(
  text: string,
  { width, tone }: { readonly width: number; readonly tone?: Tone },
): readonly StyledLine[] {
  if (text === '') return [];
  return cleanText(text)
    .replace(/\n$/, '')
    .split('\n')
    .flatMap((line) => wrapSpans([{ text: expandTabs(line), ...(tone && { tone }) }], width));
}
