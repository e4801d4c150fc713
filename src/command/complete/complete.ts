import { quoteWord } from '../quote-line.ts';
import type { Candidate, Offer } from './types.ts';

/** A text with its cursor. */
export type Typed = { readonly text: string; readonly cursor: number };

/** The line with this candidate in the place of the word. Behind a whole word comes a blank, where none is yet. */
export function withCandidate(
  line: Typed,
  offer: Offer,
  candidate: Candidate,
  { isWhole }: { readonly isWhole: boolean },
): Typed {
  const word = isWhole && candidate.goesOn !== true ? whole(offer, candidate.text) : open(offer, candidate.text);
  const after = line.text.slice(line.cursor);
  const blank = isWhole && candidate.goesOn !== true && !/^\s/.test(after) ? ' ' : '';
  const before = `${line.text.slice(0, offer.start)}${word}${blank}`;
  return { text: before + after, cursor: before.length };
}

const whole = ({ quote }: Offer, text: string): string =>
  quote === '' || text.includes(quote) ? quoteWord(text) : `${quote}${text}${quote}`;

/** To be typed on: a quote that it needs stays open. */
function open({ quote }: Offer, text: string): string {
  if (quote !== '') return `${quote}${text}`;
  return quoteWord(text) === text ? text : `'${text}`;
}

/** The longest beginning that all candidates have. */
export function commonStart(candidates: readonly Candidate[]): string {
  const [first = '', ...others] = candidates.map(({ text }) => text);
  let common = first;
  for (const other of others) {
    while (!other.startsWith(common)) common = common.slice(0, -1);
  }
  // Half of a surrogate pair would be no character.
  return /[\ud800-\udbff]$/.test(common) ? common.slice(0, -1) : common;
}
