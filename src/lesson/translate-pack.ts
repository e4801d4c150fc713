import { inWordsOf } from './in-words-of.ts';
import { leaves } from './leaves.ts';
import { type ParsedLesson, parseLesson } from './parse-lesson.ts';
import { readText } from './read-text.ts';
import { compareLessons } from './translation.ts';
import type { Lesson, Pack } from './types.ts';

/**
 * A pack in one of its other languages: each lesson in the words of the lesson.LANGUAGE.md beside it. A lesson without one, or
 * whose translation does other things or has errors, stays in the original and is named in `untranslated`: nobody is kept from
 * learning by a translation. originals: the lessons of the pack as they were parsed.
 */
export async function translatePack(pack: Pack, originals: readonly ParsedLesson[], language: string): Promise<Pack> {
  const [written] = pack.languages;
  if (language === written) return pack;
  const untranslated: string[] = [];
  const lessons: Lesson[] = [];
  for (const lesson of pack.lessons) {
    const original = originals.find((each) => each.lesson === lesson);
    const translated = original && (await readTranslation(pack, original, lesson, language));
    if (!translated) untranslated.push(lesson.id);
    lessons.push(translated ? inWordsOf(lesson, translated) : lesson);
  }
  return { ...pack, lessons, ...(untranslated.length > 0 && { untranslated }) };
}

/** undefined: there is none that can be used; `author check` tells why. */
async function readTranslation(
  { folder, languages }: Pack,
  original: ParsedLesson,
  { path }: Lesson,
  language: string,
): Promise<Lesson | undefined> {
  if (!languages.includes(language)) return undefined;
  const file = path.replace(/\.md$/, `.${language}.md`);
  if (await leaves(folder, file)) return undefined;
  const read = await readText(file);
  if (!read.ok) return undefined;
  const translated = parseLesson({ path: file, text: read.text });
  return translated.lesson && compareLessons(original, translated).length === 0 ? translated.lesson : undefined;
}
