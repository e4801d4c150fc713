import { join } from 'node:path';
import type { ParsedLesson } from '../lesson/parse-lesson.ts';
import type { ReadLesson } from '../lesson/read-lessons.ts';
import type { TextResult } from '../lesson/read-text.ts';
import type { Source } from '../lesson/source.ts';
import type { AuthorError } from '../lesson/types.ts';

/** Files beside pack.yaml that a pack may have. */
export const sideFiles = {
  glossary: 'glossary.yaml',
  translations: 'translations.yaml',
  released: 'released.yaml',
} as const;
export type SideFile = keyof typeof sideFiles;

export type Translation = {
  readonly language: string;
  readonly path: string;
  /** where there is such a file */
  readonly parsed?: ParsedLesson;
  /** why the file cannot be read */
  readonly error?: AuthorError;
};

export type AuthoredLesson = ReadLesson & { readonly translations: readonly Translation[] };

/** All of a pack that its author is told about, read from the disk. */
export type AuthoredPack = {
  readonly folder: string;
  /** pack.yaml */
  readonly source: Source;
  /** what stops the program from using the pack or a lesson of it */
  readonly errors: readonly AuthorError[];
  /** the first is the one the lessons are written in */
  readonly languages: readonly string[];
  readonly lessons: readonly AuthoredLesson[];
  /** names of all its files, with / between folders */
  readonly files: ReadonlySet<string>;
  readonly side: Readonly<Partial<Record<SideFile, TextResult>>>;
};

/** The absolute path of a file beside pack.yaml. */
export const sidePath = (pack: Pick<AuthoredPack, 'folder'>, name: SideFile): string =>
  join(pack.folder, sideFiles[name]);
