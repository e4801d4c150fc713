import { compareLessons } from '../../lesson/translation.ts';
import { messages } from '../../messages/index.ts';
import type { AuthoredLesson, AuthoredPack, Translation } from '../authored-pack.ts';
import { asFinding, type Finding, finding } from '../finding.ts';
import { introPart, partHashes, type TranslationLock } from '../translation-lock.ts';

/** Translations that are missing, that do other things than the original, or that were made from an older text of it. */
export function translationFindings(pack: AuthoredPack, lock: TranslationLock, line: string): readonly Finding[] {
  return pack.lessons.flatMap((lesson) =>
    lesson.parsed
      ? lesson.translations.flatMap((translation) => findingsOf(pack, lesson, translation, { lock, line }))
      : [],
  );
}

function findingsOf(
  pack: AuthoredPack,
  { parsed: original, folder, place }: AuthoredLesson,
  { language, parsed, error }: Translation,
  { lock, line }: { readonly lock: TranslationLock; readonly line: string },
): readonly Finding[] {
  if (error) return [asFinding('broken', error)];
  if (!original) return [];
  if (!parsed) {
    const message = messages().author.noTranslation({ file: `${folder}/lesson.${language}.md`, language });
    return [finding('missing-translation', pack.source, place, message)];
  }
  const id = original.declared?.id;
  return [
    ...parsed.errors.map((one) => asFinding('broken', one)),
    ...compareLessons(original, parsed).map((one) => asFinding('different-translation', one)),
    ...(id === undefined ? [] : stale({ original, parsed, language, line }, lock[language]?.[id])),
  ];
}

type Compared = {
  readonly original: NonNullable<AuthoredLesson['parsed']>;
  readonly parsed: NonNullable<Translation['parsed']>;
  readonly language: string;
  readonly line: string;
};

function stale(
  { original, parsed, language, line }: Compared,
  accepted: Readonly<Record<string, string>> | undefined,
): readonly Finding[] {
  const m = messages().author;
  const accept = m.acceptIt({ line: `${line} --accept ${language}` });
  if (accepted === undefined)
    return [finding('stale-translation', parsed.source, { line: 1, column: 1 }, m.lessonNeverAccepted, accept)];
  const places = new Map([
    [introPart, { line: 1, column: 1 }],
    ...parsed.outline.map(({ step, place }) => [step.id, place] as const),
  ]);
  return Array.from(partHashes(original)).flatMap(([part, hash]) => {
    const place = places.get(part);
    if (place === undefined || accepted[part] === hash) return [];
    const message = accepted[part] === undefined ? m.neverAccepted({ part }) : m.originalChanged({ part });
    return [finding('stale-translation', parsed.source, place, message, accept)];
  });
}
