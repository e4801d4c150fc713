import type { ParsedLesson } from '../../lesson/parse-lesson.ts';
import { messages } from '../../messages/index.ts';
import type { AuthoredLesson, AuthoredPack } from '../authored-pack.ts';
import { type Finding, finding } from '../finding.ts';
import type { Term } from '../glossary.ts';
import { hasWord, type Prose, proseBetween, proseOf, wordPlaces } from '../prose.ts';

/** Words that the glossary says not to use. */
export function avoidedWords(pack: AuthoredPack, terms: readonly Term[]): readonly Finding[] {
  const [original = ''] = pack.languages;
  return pack.lessons.flatMap(({ parsed, translations }) => [
    ...(parsed ? avoidedIn(parsed, original, terms) : []),
    ...translations.flatMap(({ language, parsed: other }) => (other ? avoidedIn(other, language, terms) : [])),
  ]);
}

function avoidedIn({ source }: ParsedLesson, language: string, terms: readonly Term[]): readonly Finding[] {
  const prose = proseOf(source);
  return terms.flatMap(({ words, avoid }) =>
    (avoid[language] ?? []).flatMap((word) => {
      const instead = words[language];
      const suggestion = instead === undefined ? undefined : messages().author.sayInstead({ word: instead });
      return wordPlaces(prose, word).map((place) =>
        finding('avoided-word', source, place, messages().author.avoidedWord({ word }), suggestion),
      );
    }),
  );
}

/**
 * Terms of the glossary that a step introduces in bold, and of which the step's translation never has the word. (What is
 * bold and not in the glossary is not told: bold is for other things as well.)
 */
export function untranslatedTerms(pack: AuthoredPack, terms: readonly Term[]): readonly Finding[] {
  const [original = ''] = pack.languages;
  return pack.lessons.flatMap((lesson) => untranslatedIn(lesson, original, terms));
}

function untranslatedIn(
  { parsed, translations }: AuthoredLesson,
  original: string,
  terms: readonly Term[],
): readonly Finding[] {
  if (!parsed) return [];
  const prose = proseOf(parsed.source);
  const introduced = parsed.outline.map((step) => ({
    id: step.step.id,
    terms: introducedIn(proseBetween(prose, step.place.line, step.endLine), original, terms),
  }));
  return translations.flatMap(({ language, parsed: other }) => {
    if (!other) return [];
    const translated = proseOf(other.source);
    return other.outline.flatMap((step) => {
      const { text } = proseBetween(translated, step.place.line, step.endLine);
      const wanted = introduced.find(({ id }) => id === step.step.id)?.terms ?? [];
      return wanted.flatMap(({ words }) => {
        const word = words[language];
        if (word === undefined || hasWord(text, word)) return [];
        const message = messages().author.termMissing({ term: words[original] ?? '', word });
        return [finding('untranslated-term', other.source, step.place, message)];
      });
    });
  });
}

function introducedIn({ text }: Prose, language: string, terms: readonly Term[]): readonly Term[] {
  const bold = Array.from(text.matchAll(/\*\*([^*]+)\*\*/g), ([, inside]) =>
    (inside ?? '').replaceAll(/\s+/g, ' ').trim(),
  );
  return terms.filter(({ words }) => {
    const word = words[language]?.toLowerCase();
    return word !== undefined && bold.some((one) => [word, `${word}s`].includes(one.toLowerCase()));
  });
}
