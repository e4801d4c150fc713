import type { Span, Tone } from '../markdown/types.ts';

/** How a span is drawn: properties of Ink's Text. Only the 16 ANSI colours, no backgrounds. */
export type Look = {
  readonly color?: 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan';
  readonly dimColor?: boolean;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
};

const tones: Readonly<Record<Tone, Look>> = {
  plain: {},
  dim: { dimColor: true },
  heading: { bold: true },
  code: { color: 'cyan' },
  link: { color: 'blue', underline: true },
  keyword: { color: 'magenta' },
  string: { color: 'green' },
  number: { color: 'yellow' },
  comment: { dimColor: true },
  good: { color: 'green' },
  bad: { color: 'red' },
  wait: { color: 'yellow' },
  accent: { color: 'cyan' },
};

/** The look of a span; prose keeps the terminal's own foreground. */
export const lookOf = ({ tone, bold, italic, underline }: Span): Look => ({
  ...tones[tone ?? 'plain'],
  ...(bold && { bold }),
  ...(italic && { italic }),
  ...(underline && { underline }),
});
