/** The parts of markdown/ that views use. */
export { graphemes, padText, textWidth } from './cells.ts';
export { cleanText } from './clean.ts';
export { layoutCode } from './code.ts';
export { layoutMarkdown } from './layout.ts';
export { cutLine, lineWidth, padLine, plainText } from './lines.ts';
export { layoutSegments, type SegmentOptions } from './segments.ts';
export { layoutText } from './text.ts';
export type { Span, StyledLine, Tone } from './types.ts';
export { wrapSpans } from './wrap.ts';
