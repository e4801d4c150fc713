import { cutLine, lineWidth, padLine } from '../markdown/index.ts';
import type { Span, StyledLine, Tone } from '../markdown/types.ts';

/** A piece of text with a meaning. */
export const span = (text: string, tone?: Tone, style: Omit<Span, 'text' | 'tone'> = {}): Span => ({
  text,
  ...(tone && { tone }),
  ...style,
});

export const bold = (text: string, tone?: Tone): Span => span(text, tone, { bold: true });

/** `left` and `right` at the ends of a line of `width` cells; `left` is cut where both do not fit. */
export function spread(left: StyledLine, right: StyledLine, width: number): StyledLine {
  const rightWidth = lineWidth(right);
  if (rightWidth === 0) return cutLine(left, width);
  if (rightWidth + 2 > width) return cutLine(right, width);
  return [...padLine(cutLine(left, width - rightWidth - 2), width - rightWidth), ...right];
}

/** Puts the same number of empty cells before each line. */
export const indentLines = (lines: readonly StyledLine[], cells: number): readonly StyledLine[] =>
  lines.map((line) => (line.length === 0 ? line : [span(' '.repeat(cells)), ...line]));
