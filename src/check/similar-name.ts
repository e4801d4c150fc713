import { distance } from 'fastest-levenshtein';
import { messages } from '../messages/index.ts';
import { isKafkasOwn } from './own-names.ts';

const maxDistance = 2;
const shortName = 5;

/**
 * The name that was probably meant to be `wanted`, undefined if none comes close. Names of Kafka's own (`__…`,
 * `connect-…`) never do; nor does one that differs in its digits only, since `orders-2` is rarely a slip for `orders-1`.
 */
export function similarName(wanted: string, names: readonly string[]): string | undefined {
  const limit = wanted.length <= shortName ? 1 : maxDistance;
  const close = names
    .filter((name) => name !== wanted && !isKafkasOwn(name) && !differsInDigitsOnly(wanted, name))
    .map((name) => ({
      name,
      far: folded(wanted) === folded(name) ? 0 : distance(wanted.normalize(), name.normalize()),
    }))
    .filter(({ far }) => far <= limit);
  return close.sort((a, b) => a.far - b.far || a.name.localeCompare(b.name))[0]?.name;
}

/** Without capital letters, and composed: a name typed on one system and one made on another. */
const folded = (name: string): string => name.normalize().toLowerCase();

const differsInDigitsOnly = (a: string, b: string): boolean => a.replaceAll(/\d/g, '') === b.replaceAll(/\d/g, '');

/** How `found` differs from `wanted`, as the end of a sentence: `without the s`. '' where it cannot be said shortly. */
export function difference(wanted: string, found: string): string {
  const say = messages().check;
  if (wanted.normalize() === found.normalize()) return say.differsInForm;
  if (folded(wanted) === folded(found)) return say.differsInCase;
  let start = 0;
  while (start < wanted.length && wanted[start] === found[start]) start += 1;
  let end = 0;
  const room = Math.min(wanted.length, found.length) - start;
  while (end < room && wanted.at(-1 - end) === found.at(-1 - end)) end += 1;
  const lost = wanted.slice(start, wanted.length - end);
  const extra = found.slice(start, found.length - end);
  if (extra === '') return say.differsWithout({ text: lost });
  if (lost === '') return say.differsWith({ text: extra });
  if (lost.length === 2 && lost === [...extra].reverse().join(''))
    return say.differsSwapped({ one: String(lost[0]), other: String(lost[1]) });
  if (lost.length === 1 && extra.length === 1) return say.differsInstead({ found: extra, wanted: lost });
  return '';
}

/** `there is a topic quickstart-event, without the s`; undefined if no name comes close. */
export function similarSentence(
  what: 'topic' | 'group' | 'setting' | 'connector',
  wanted: string,
  names: readonly string[],
): string | undefined {
  const found = similarName(wanted, names);
  return found === undefined
    ? undefined
    : messages().check.similar({ what, found, difference: difference(wanted, found) });
}
