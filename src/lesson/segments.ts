import type { Stretch } from './hints.ts';
import { type Source, trimBlankLines } from './source.ts';
import type { Segment } from './types.ts';

/** A stretch that is not prose; what is shown in its place, if anything. */
export type Cut = Stretch & { readonly segment?: Segment };

/** The prose of a stretch as markdown, with what stands between it. Neighbouring prose becomes one segment. */
export function readSegments(source: Source, stretch: Stretch, cuts: readonly Cut[]): readonly Segment[] {
  const segments: Segment[] = [];
  const prose = (start: number, end: number) => {
    const text = trimBlankLines(source.text.slice(start, end));
    if (text === '') return;
    const last = segments.at(-1);
    if (last?.kind === 'markdown')
      segments[segments.length - 1] = { kind: 'markdown', source: `${last.source}\n\n${text}` };
    else segments.push({ kind: 'markdown', source: text });
  };
  let from = stretch.start;
  for (const cut of cuts.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    // Inside a cut that was already made.
    if (cut.start < from) continue;
    prose(from, cut.start);
    if (cut.segment !== undefined) segments.push(cut.segment);
    from = cut.end;
  }
  prose(from, stretch.end);
  return segments;
}
