import type { Segment } from '../lesson/types.ts';
import { codeLines } from './code.ts';
import { layoutMarkdown } from './layout.ts';
import { mergeSpans } from './lines.ts';
import type { Span, StyledLine } from './types.ts';
import { wrapSpans } from './wrap.ts';

type CodeSegment = Extract<Segment, { kind: 'code' }>;
export type SegmentOptions = { readonly width: number; readonly maxProse?: number };

const shells: ReadonlySet<string> = new Set(['', 'sh', 'bash', 'shell', 'zsh']);
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

function layoutCodeSegment(segment: CodeSegment, width: number): readonly StyledLine[] {
  if (width < 12) return codeLines(segment.text, segment.language, width).flat();
  if (segment.role === 'run' && shells.has(segment.language)) return layoutRun(segment, width);
  const name =
    segment.role === 'file' && segment.file
      ? wrapSpans([{ text: `file ${segment.file}`, tone: 'dim' }], width - 2)
      : [];
  const code = codeLines(segment.text, segment.language, width - 2).flat();
  return [...name, ...code].map((line) => (line.length === 0 ? line : mergeSpans([indent, ...line])));
}

/**
 * Lays out what a lesson shows: prose as markdown, code in colours and indented. Commands that Enter runs are marked `$ `,
 * a file to be written has its name above it. An empty line stands between the segments.
 */
export function layoutSegments(segments: readonly Segment[], options: SegmentOptions): readonly StyledLine[] {
  const parts = segments
    .map((segment) =>
      segment.kind === 'markdown' ? layoutMarkdown(segment.source, options) : layoutCodeSegment(segment, options.width),
    )
    .filter((lines) => lines.length > 0);
  return parts.flatMap((lines, index) => (index === 0 ? lines : [[], ...lines]));
}
