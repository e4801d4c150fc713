import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkLine } from '../command/check-line.ts';
import { kafkaToolNames, museumToolNames } from '../command/known-tools.ts';
import { exitCodes, UserError } from '../errors.ts';
import { formatAuthorErrors } from '../lesson/author-error.ts';
import type { CheckCommand } from '../lesson/lesson-context.ts';
import { loadPack } from '../lesson/load-pack.ts';
import { translatePack } from '../lesson/translate-pack.ts';
import type { AuthorError, Pack } from '../lesson/types.ts';
import { type Language, language, messages } from '../messages/index.ts';

/** The course that comes with the program: `lessons` beside `dist`. */
export const ownPack = (): string => fileURLToPath(new URL('../lessons/', import.meta.url));

/** Judges the command lines of lessons. */
export const checkCommand: CheckCommand = (line, at) =>
  checkLine(line, at === 'museum' ? museumToolNames : kafkaToolNames);

/** The pack a command was asked for, as it was written and in each language. */
export type Course = { readonly written: Pack; readonly inLanguage: (language: Language) => Promise<Pack> };

/** Reads it in the language in use. Throws UserError with every author's error in it. */
export const loadCourse = async (folder: string | undefined): Promise<Pack> =>
  (await openCourse(folder)).inLanguage(language());

/**
 * Reads it as it was written; translations are read when they are asked for. Throws as loadCourse does; places below `cwd` are told
 * from there.
 */
export async function openCourse(folder: string | undefined, cwd: string = process.cwd()): Promise<Course> {
  const result = await loadPack(folder === undefined ? ownPack() : resolve(folder), { checkCommand });
  if (result.ok) {
    const { pack, originals } = result;
    const read = new Map<Language, Promise<Pack>>();
    return {
      written: pack,
      inLanguage: (wanted) => {
        const known = read.get(wanted) ?? translatePack(pack, originals, wanted);
        read.set(wanted, known);
        return known;
      },
    };
  }
  throw packError(result.errors, cwd);
}

/** Every author's error of a pack. */
export function packError(found: readonly AuthorError[], cwd: string = process.cwd()): UserError {
  const say = messages().cli;
  const count = found.length;
  const errors = formatAuthorErrors(found, { cwd, most: count });
  return new UserError({ what: say.packErrors({ count }), why: errors, next: say.packErrorsNext }, exitCodes.usage);
}
