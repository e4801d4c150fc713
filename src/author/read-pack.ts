import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { leaves } from '../lesson/leaves.ts';
import { packFile } from '../lesson/load-pack.ts';
import { loadTries } from '../lesson/load-tries.ts';
import { type ParseOptions, parseLesson } from '../lesson/parse-lesson.ts';
import { parsePack } from '../lesson/parse-pack.ts';
import { type ReadLesson, readLessons, usable } from '../lesson/read-lessons.ts';
import { readText, type TextResult } from '../lesson/read-text.ts';
import { makeSource } from '../lesson/source.ts';
import { type AuthoredLesson, type AuthoredPack, type SideFile, sideFiles } from './authored-pack.ts';

/** Reads all of a pack that `author check` looks at. Never throws for what is in the files. */
export async function readAuthoredPack(folder: string, options: ParseOptions): Promise<AuthoredPack> {
  const root = resolve(folder);
  const path = join(root, packFile);
  const read = await readText(path);
  if (!read.ok) {
    const source = makeSource(path, '');
    return { folder: root, source, errors: [read.error], languages: [], lessons: [], files: new Set(), side: {} };
  }
  const { declared, errors, source } = parsePack({ path, text: read.text });
  const lessons = await readLessons(root, declared.lessons, source, options);
  const { errors: wrongTries } = await loadTries({ lessons: lessons.flatMap(usable) });
  const [, ...others] = declared.languages;
  return {
    folder: root,
    source,
    errors: [...errors, ...lessons.flatMap((lesson) => lesson.errors), ...wrongTries],
    languages: declared.languages,
    lessons: await Promise.all(lessons.map((lesson) => withTranslations(root, lesson, others, options))),
    files: await filesIn(root),
    side: await readSideFiles(root),
  };
}

async function withTranslations(
  root: string,
  lesson: ReadLesson,
  languages: readonly string[],
  options: ParseOptions,
): Promise<AuthoredLesson> {
  const translations = await Promise.all(
    languages.map(async (language) => {
      const path = lesson.path.replace(/\.md$/, `.${language}.md`);
      const read = await readInside(root, path);
      if (read === undefined) return { language, path };
      if (!read.ok) return { language, path, error: read.error };
      return { language, path, parsed: parseLesson({ path, text: read.text, folder: lesson.folder }, options) };
    }),
  );
  return { ...lesson, translations };
}

async function readSideFiles(root: string): Promise<AuthoredPack['side']> {
  const read = async (name: SideFile) => [name, await readInside(root, join(root, sideFiles[name]))] as const;
  const names = Object.keys(sideFiles) as SideFile[];
  const all = await Promise.all(names.map(read));
  return Object.fromEntries(all.filter(([, result]) => result !== undefined));
}

/** undefined: there is no such file, or a link leads it out of the pack. */
async function readInside(root: string, path: string): Promise<TextResult | undefined> {
  if (await leaves(root, path)) return undefined;
  const read = await readText(path);
  return !read.ok && read.missing ? undefined : read;
}

const mostFiles = 10_000;

/** Names of all files below a folder, with / between folders; links are not followed. */
async function filesIn(root: string): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const walk = async (folder: string): Promise<void> => {
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (found.size >= mostFiles || entry.name === 'node_modules' || entry.name === '.git') continue;
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) await walk(name);
      else if (entry.isFile()) found.add(name);
    }
  };
  await walk('');
  return found;
}
