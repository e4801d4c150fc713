import { distance } from 'fastest-levenshtein';
import { messages } from '../messages/index.ts';

const longestWord = 40;
const mostListed = 12;
const mostTried = 100;

const plain = (word: string): string => word.toLowerCase().replaceAll(/[-_ .]/g, '');

/** Letters that only changed places are one slip, as `rnu` for `run`. */
function howFar(word: string, candidate: string): number {
  const letters = (text: string) => [...text].toSorted().join('');
  return letters(word) === letters(candidate) && word !== candidate ? 1 : distance(word, candidate);
}

/** The candidate that `word` was probably meant to be; undefined where none is close. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > longestWord) return undefined;
  let tried = 0;
  let best: { readonly candidate: string; readonly far: number } | undefined;
  for (const candidate of candidates) {
    if (++tried > mostTried) break;
    if (candidate.length > longestWord) continue;
    if (plain(candidate).length < 2) continue;
    const far = howFar(plain(word), plain(candidate));
    if (far <= Math.max(1, Math.floor(candidate.length / 3)) && far < (best?.far ?? Number.POSITIVE_INFINITY)) {
      best = { candidate, far };
    }
  }
  return best?.candidate;
}

/** «Did you mean …», or nothing where no candidate is close. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const found = closest(word, candidates);
  return found === undefined ? undefined : messages().lesson.didYouMean({ name: found });
}

/** «Did you mean …»; where nothing is close, the names that are known. */
export function meantOrKnown(word: string, candidates: readonly string[]): string {
  return didYouMean(word, candidates) ?? messages().lesson.knownHere({ names: candidates.slice(0, mostListed) });
}
