import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import type { EngineKind } from '../engine/types.ts';
import type { Lesson } from '../lesson/types.ts';
import { readJson, writeJson } from '../platform/json-file.ts';

/** Where it is remembered; can be made again, by proving everything. */
export const passedLessonsPath = (cache: string): string => join(cache, 'proved-lessons.json');

const schema = z.object({ format: z.literal(1), passed: z.record(z.string(), z.string()) });

/** Which lessons have passed on which engine, and what was in their files then. */
export type PassedLessons = {
  /** Has it passed as it is now? */
  readonly has: (lesson: Lesson) => boolean;
  /** It has passed as it was when this was opened. */
  readonly add: (lesson: Lesson) => Promise<void>;
  /** It has not passed. */
  readonly remove: (lesson: Lesson) => Promise<void>;
};

type Options = {
  readonly cache: string;
  readonly engine: EngineKind;
  /** another version of the program may judge in another way */
  readonly version: string;
};

export async function openPassedLessons(
  lessons: readonly Lesson[],
  { cache, engine, version }: Options,
): Promise<PassedLessons> {
  const path = passedLessonsPath(cache);
  const hashes = new Map<string, string>();
  for (const lesson of lessons) hashes.set(lesson.path, await hashOf(dirname(lesson.path), version));
  let passed: Readonly<Record<string, string>> = (await readJson(path, schema))?.passed ?? {};
  const keyOf = (lesson: Lesson): string => `${engine} ${lesson.path}`;
  const save = async (lesson: Lesson, hash: string): Promise<void> => {
    // Lessons that are gone need not be remembered.
    const there = Object.entries(passed).filter(([key]) => existsSync(key.slice(key.indexOf(' ') + 1)));
    passed = { ...Object.fromEntries(there), [keyOf(lesson)]: hash };
    await writeJson(path, { format: 1, passed });
  };
  return {
    has: (lesson) => passed[keyOf(lesson)] === hashes.get(lesson.path),
    add: (lesson) => save(lesson, hashes.get(lesson.path) ?? ''),
    remove: (lesson) => save(lesson, ''),
  };
}

/** Of all files in a lesson's folder. */
async function hashOf(folder: string, version: string): Promise<string> {
  const hash = createHash('sha256').update(version);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort()) hash.update(`\0${file}\0`).update(await readFile(file));
  return hash.digest('hex');
}
