import { join, resolve } from 'node:path';
import type { ParsedLesson, ParseOptions } from './parse-lesson.ts';
import { parsePack } from './parse-pack.ts';
import { type ReadLesson, readLessons, usable } from './read-lessons.ts';
import { readText } from './read-text.ts';
import type { AuthorError, BrokenLesson, Pack } from './types.ts';

/**
 * A pack of which at least one lesson can be used, with all of its lessons as they were parsed (`translatePack` wants them), or
 * everything that is wrong in all of its files.
 */
export type LoadResult =
  | { readonly ok: true; readonly pack: Pack; readonly originals: readonly ParsedLesson[] }
  | { readonly ok: false; readonly errors: readonly AuthorError[] };

export type LoadOptions = ParseOptions;

export const packFile = 'pack.yaml';

/**
 * Reads a pack: pack.yaml in `folder` and the lesson.md of every lesson it names. A lesson with errors does not stop the
 * others. Never throws for what is in the files.
 */
export async function loadPack(folder: string, options: LoadOptions = {}): Promise<LoadResult> {
  const root = resolve(folder);
  const path = join(root, packFile);
  const read = await readText(path);
  if (!read.ok) return { ok: false, errors: [read.error] };
  const { manifest, errors, source } = parsePack({ path, text: read.text });
  if (manifest === undefined) return { ok: false, errors };
  const all = await readLessons(root, manifest.lessons, source, options);
  const lessons = all.flatMap(usable);
  const broken = all.flatMap((one, index) => (usable(one).length > 0 ? [] : [asBroken(one, index)]));
  if (lessons.length === 0) return { ok: false, errors: broken.flatMap((one) => one.errors) };
  const { name, title, languages } = manifest;
  const pack = { name, title, languages, folder: root, lessons, ...(broken.length > 0 && { broken }) };
  return { ok: true, pack, originals: all.flatMap(({ parsed }) => parsed ?? []) };
}

const asBroken = ({ folder, parsed, errors }: ReadLesson, index: number): BrokenLesson => ({
  index,
  folder,
  ...(parsed?.declared && { id: parsed.declared.id }),
  errors,
});
