import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { messages } from '../messages/index.ts';
import { leaves } from './leaves.ts';
import { missingCopies } from './missing-copies.ts';
import { type ParsedLesson, type ParseOptions, parseLesson } from './parse-lesson.ts';
import type { PackManifest } from './parse-pack.ts';
import { readText } from './read-text.ts';
import { authorError, type Source } from './source.ts';
import { didYouMean } from './suggest.ts';
import type { AuthorError, Lesson } from './types.ts';

/** One lesson that pack.yaml names, as far as it could be read. */
export type ReadLesson = PackManifest['lessons'][number] & {
  /** absolute path of its lesson.md */
  readonly path: string;
  /** where there is such a file */
  readonly parsed?: ParsedLesson;
  /** all that is wrong with it; empty where `parsed` has a lesson */
  readonly errors: readonly AuthorError[];
};

/** The lesson, or none where anything is wrong with it. */
export const usable = ({ parsed, errors }: ReadLesson): readonly Lesson[] =>
  parsed?.lesson && errors.length === 0 ? [parsed.lesson] : [];

const lessonFile = 'lesson.md';
/** of all lessons of a pack */
const mostCharacters = 32 * 1024 * 1024;

/** Reads the lesson.md of every lesson that pack.yaml (`packSource`) names. Never throws for what is in the files. */
export async function readLessons(
  root: string,
  named: PackManifest['lessons'],
  packSource: Source,
  options: ParseOptions,
): Promise<readonly ReadLesson[]> {
  const lessons: ReadLesson[] = [];
  const ids = new Map<string, string>();
  let characters = 0;
  for (const { folder, place } of named) {
    const path = join(root, ...folder.split('/'), lessonFile);
    const wrong = (message: string, suggestion?: string) =>
      lessons.push({ folder, place, path, errors: [authorError(packSource, place, message, suggestion)] });
    if (await leaves(root, path)) {
      wrong(messages().lesson.outsidePack({ folder }));
      continue;
    }
    const read = await readText(path);
    characters += read.ok ? read.text.length : 0;
    if (read.ok && characters > mostCharacters)
      wrong(messages().lesson.packTooLarge({ megabytes: mostCharacters / 1024 / 1024 }));
    else if (read.ok) {
      const parsed = parseLesson({ path, text: read.text, folder }, options);
      const errors = [...parsed.errors, ...sameId(parsed, folder, ids), ...(await missingCopies(root, parsed))];
      lessons.push({ folder, place, path, parsed, errors });
    } else if (!read.missing) lessons.push({ folder, place, path, errors: [read.error] });
    else {
      const message = messages().lesson.lessonMissing({ file: `${folder}/${lessonFile}` });
      wrong(message, didYouMean(folder, await folders(root)));
    }
  }
  return lessons;
}

function sameId({ declared, source }: ParsedLesson, folder: string, ids: Map<string, string>): readonly AuthorError[] {
  if (declared === undefined) return [];
  const other = ids.get(declared.id);
  ids.set(declared.id, folder);
  if (other === undefined) return [];
  return [authorError(source, declared.place, messages().lesson.lessonIdTwice({ id: declared.id, folder: other }))];
}

async function folders(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}
