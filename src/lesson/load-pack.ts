import { readdir, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { messages } from '../messages/index.ts';
import { isInside } from '../platform/paths.ts';
import { type ParsedLesson, type ParseOptions, parseLesson } from './parse-lesson.ts';
import { type PackManifest, parsePack } from './parse-pack.ts';
import { readText } from './read-text.ts';
import { authorError, makeSource, type Source } from './source.ts';
import { didYouMean } from './suggest.ts';
import type { AuthorError, Lesson, Pack } from './types.ts';

/** A pack, or everything that is wrong in all of its files. */
export type LoadResult =
  | { readonly ok: true; readonly pack: Pack }
  | { readonly ok: false; readonly errors: readonly AuthorError[] };

export type LoadOptions = ParseOptions;

const packFile = 'pack.yaml';
const lessonFile = 'lesson.md';

/** Reads a pack: pack.yaml in `folder` and the lesson.md of every lesson it names. Never throws for what is in the files. */
export async function loadPack(folder: string, options: LoadOptions = {}): Promise<LoadResult> {
  const root = resolve(folder);
  const path = join(root, packFile);
  const read = await readText(path);
  if (!read.ok) return { ok: false, errors: [read.error] };
  const { manifest, errors, source } = parsePack({ path, text: read.text });
  if (manifest === undefined) return { ok: false, errors };
  const loaded = await loadLessons(root, manifest, source, options);
  if (loaded.errors.length > 0) return { ok: false, errors: loaded.errors };
  const { name, title, languages } = manifest;
  return { ok: true, pack: { name, title, languages, folder: root, lessons: loaded.lessons } };
}

async function loadLessons(
  root: string,
  manifest: PackManifest,
  packSource: Source,
  options: LoadOptions,
): Promise<{ readonly lessons: readonly Lesson[]; readonly errors: readonly AuthorError[] }> {
  const lessons: Lesson[] = [];
  const errors: AuthorError[] = [];
  const ids = new Map<string, string>();
  for (const { folder, place } of manifest.lessons) {
    const path = join(root, ...folder.split('/'), lessonFile);
    const outside = await leaves(root, path);
    const read = outside ? undefined : await readText(path);
    if (read === undefined) errors.push(authorError(packSource, place, messages().lesson.outsidePack({ folder })));
    else if (read.ok) {
      const { lesson, errors: wrong, declared } = parseLesson({ path, text: read.text, folder }, options);
      errors.push(...wrong, ...sameId({ path, text: read.text, folder, declared }, ids));
      if (lesson) lessons.push(lesson);
    } else if (!read.missing) errors.push(read.error);
    else {
      const message = messages().lesson.lessonMissing({ file: `${folder}/${lessonFile}` });
      errors.push(authorError(packSource, place, message, didYouMean(folder, await folders(root))));
    }
  }
  return { lessons, errors };
}

type Declaring = { readonly path: string; readonly text: string; readonly folder: string } & {
  readonly declared: ParsedLesson['declared'] | undefined;
};

function sameId({ path, text, folder, declared }: Declaring, ids: Map<string, string>): readonly AuthorError[] {
  if (declared === undefined) return [];
  const other = ids.get(declared.id);
  ids.set(declared.id, folder);
  if (other === undefined) return [];
  const message = messages().lesson.lessonIdTwice({ id: declared.id, folder: other });
  return [authorError(makeSource(path, text), declared.place, message)];
}

/** Does a symbolic link lead out of the pack? A pack from elsewhere must not show files of this machine. */
async function leaves(root: string, path: string): Promise<boolean> {
  try {
    return !isInside(await realpath(root), await realpath(path));
  } catch {
    // Not there or not readable: reading it tells why.
    return false;
  }
}

async function folders(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}
