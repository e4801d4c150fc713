import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { ParsedLesson } from '../lesson/parse-lesson.ts';
import type { TextResult } from '../lesson/read-text.ts';
import { text } from '../lesson/schema.ts';
import type { Segment, Step } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import type { AuthoredPack } from './authored-pack.ts';
import { type ReadSideFile, readSideFile } from './side-file.ts';

/** language → lesson → part → hash of the original's sentences from which that part was translated */
export type TranslationLock = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

const wantsLock = { error: () => messages().author.wantsLock };
const lock = z.record(z.string(), z.record(z.string(), z.record(z.string(), text, wantsLock), wantsLock), wantsLock);

/** Reads translations.yaml. Pure. */
export const readTranslationLock = (path: string, read: TextResult): ReadSideFile<TranslationLock> =>
  readSideFile(lock, path, read);

/** The part before the first step; a step cannot have this id. */
export const introPart = '(intro)';

/** A hash of the sentences of each part of a lesson: the introduction and the steps. */
export function partHashes({ outline, lesson }: ParsedLesson): ReadonlyMap<string, string> {
  const parts = outline.map(({ step }): [string, string] => [step.id, hash(sentencesOf(step))]);
  const intro = lesson ? [[introPart, hash([lesson.title, lesson.summary, ...sentences(lesson.intro)])] as const] : [];
  return new Map([...intro, ...parts]);
}

/** All that is translated. */
const sentencesOf = ({ title, body, hints, checks, mistakes, quiz, board = [], learned }: Step): readonly string[] => [
  title,
  ...sentences(body),
  ...hints.flatMap((hint) => [hint.title, hint.source]),
  ...checks.flatMap((check) => ('as' in check && check.as !== undefined ? [check.as] : [])),
  ...mistakes.map(({ say }) => say),
  // Left out where there is none, so that steps without one keep the hash they had.
  ...(learned === undefined ? [] : [learned]),
  ...board.flatMap((panel) => [panel.title, panel.symptom, panel.report]),
  ...(quiz?.options ?? []).flatMap((option) => [option.text, option.feedback ?? '']),
];

/** What is only shown may be translated as well. */
const sentences = (segments: readonly Segment[]): readonly string[] =>
  segments.flatMap((one) => (one.kind === 'markdown' ? [one.source] : one.role === 'shown' ? [one.text] : []));

/** Line breaks and spaces do not count. */
const hash = (texts: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(texts.map((one) => one.replaceAll(/\s+/g, ' ').trim())))
    .digest('hex')
    .slice(0, 12);

/** The lock after the translations in a language were said to be up to date. */
export function acceptTranslations(pack: AuthoredPack, language: string, former: TranslationLock): TranslationLock {
  const lessons = pack.lessons.flatMap(({ parsed, translations }): [string, Record<string, string>][] => {
    const isThere = translations.some((one) => one.language === language && one.parsed);
    return parsed?.declared && isThere ? [[parsed.declared.id, Object.fromEntries(partHashes(parsed))]] : [];
  });
  return { ...former, [language]: Object.fromEntries(lessons) };
}

/** The text of translations.yaml. */
export function writeTranslationLock(locked: TranslationLock): string {
  const lines = [
    '# Which text of the original each translation was made from.',
    '# Written by: kafka-lessons author check --accept LANGUAGE',
  ];
  for (const [language, lessons] of Object.entries(locked).toSorted()) {
    lines.push(`${language}:`);
    for (const [id, parts] of Object.entries(lessons)) {
      lines.push(`  ${id}:`, ...Object.entries(parts).map(([part, value]) => `    ${part}: "${value}"`));
    }
  }
  return `${lines.join('\n')}\n`;
}
