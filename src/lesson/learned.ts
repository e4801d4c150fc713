import { messages } from '../messages/index.ts';
import type { Fence } from './fence.ts';
import type { Problems } from './source.ts';

/** A sentence that is read at a glance: so many characters, two lines of a narrow window. */
const mostCharacters = 120;

/** The sentence of a `learned` block, on one line; undefined where there is none. What is wrong is told to `problems`. */
export function readLearned({ text, place, inFile }: Fence, problems: Problems): string | undefined {
  const sentence = text.replaceAll(/\s+/g, ' ').trim();
  if (sentence === '') {
    problems.add(place, messages().lesson.learnedEmpty);
    return undefined;
  }
  const tooMuch = endOf(text, mostCharacters);
  if (tooMuch !== undefined) {
    const before = text.slice(0, tooMuch).split('\n');
    const at = inFile({ line: before.length, column: (before.at(-1) ?? '').length + 1 });
    problems.add(at, messages().lesson.learnedTooLong({ most: mostCharacters, count: [...sentence].length }));
  }
  return sentence;
}

/** Where the first character stands that is one too many, as an offset; white space counts as one, around the text as none. */
function endOf(text: string, most: number): number | undefined {
  let count = 0;
  for (const { 0: unit, index } of text.trimEnd().matchAll(/\s+|\S/gu)) {
    if (count === 0 && unit.trim() === '') continue;
    count++;
    if (count > most) return index;
  }
  return undefined;
}
