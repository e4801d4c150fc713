import { quoteWord } from '../command/quote-line.ts';

/** `kafka-lessons …`, to be typed as it stands; pack: what `--pack` was given, so that the line is about the same lessons. */
export const ownLine = (words: readonly string[], pack?: string): string =>
  ['kafka-lessons', ...words, ...(pack === undefined ? [] : ['--pack', pack])].map(quoteWord).join(' ');
