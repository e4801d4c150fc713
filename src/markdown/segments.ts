import type { Segment } from '../lesson/types.ts';
import { cleanInline } from './clean.ts';
import { codeLines } from './code.ts';
import { type LayoutOptions, layoutMarkdown } from './layout.ts';
import { mergeSpans } from './lines.ts';
import type { Span, StyledLine } from './types.ts';
import { wrapSpans } from './wrap.ts';

type CodeSegment = Extract<Segment, { kind: 'code' }>;
export type SegmentOptions = LayoutOptions & {
  /** the line above a file's content */
  readonly fileLabel: (name: string) => string;
};

const shells: ReadonlySet<string> = new Set(['', 'sh', 'bash', 'shell', 'zsh']);
/** In a narrower column code starts at its edge. */
const leastIndented = 12;
const indent: Span = { text: '  ' };
const prompt: Span = { text: '$ ', tone: 'accent' };

/** For each source line whether a command starts there: not a blank line, a comment or the continuation of a line with `\`. */
function commandStarts(source: string): readonly boolean[] {
  const lines = source.split('\n');
  return lines.map((line, index) => {
    const continues = index > 0 && /\\\s*$/.test(lines[index - 1] ?? '');
    return !continues && line.trim() !== '' && !line.trimStart().startsWith('#');
  });
}

function layoutRun({ text, language }: CodeSegment, width: number): readonly StyledLine[] {
  const starts = commandStarts(text);
  return codeLines(text, language === '' ? 'sh' : language, width - 4).flatMap((lines, index) =>
    lines.map((line, part) => {
      if (line.length === 0) return line;
      return mergeSpans([indent, part === 0 && starts[index] ? prompt : indent, ...line]);
    }),
  );
}

const wrapLabel = (label: readonly Span[], width: number): readonly StyledLine[] =>
  label.length === 0 ? [] : wrapSpans(label, width);

function layoutCodeSegment(segment: CodeSegment, options: SegmentOptions): readonly StyledLine[] {
  const { width, fileLabel } = options;
  const named = segment.role === 'file' && segment.file !== undefined;
  const label: readonly Span[] = named ? [{ text: cleanInline(fileLabel(segment.file)), tone: 'dim' }] : [];
  if (width < leastIndented)
    return [...wrapLabel(label, width), ...codeLines(segment.text, segment.language, width).flat()];
  if (segment.role === 'run' && shells.has(segment.language)) return layoutRun(segment, width);
  const code = codeLines(segment.text, segment.language, width - 2).flat();
  return [...wrapLabel(label, width - 2), ...code].map((line) =>
    line.length === 0 ? line : mergeSpans([indent, ...line]),
  );
}

/**
 * Lays out what a lesson shows: prose as markdown, code in colours and indented. Commands that Enter runs are marked `$ `,
 * a file to be written has its name above it. An empty line stands between the segments.
 */
export function layoutSegments(segments: readonly Segment[], options: SegmentOptions): readonly StyledLine[] {
  const parts = segments
    .map((segment) =>
      segment.kind === 'markdown' ? layoutMarkdown(segment.source, options) : layoutCodeSegment(segment, options),
    )
    .filter((lines) => lines.length > 0);
  return parts.flatMap((lines, index) => (index === 0 ? lines : [[], ...lines]));
}
