import { dirname, join } from 'node:path';
import { readText } from './read-text.ts';
import { parseTries, type TriedStep } from './tries.ts';
import type { AuthorError, Lesson, Pack } from './types.ts';

/** Beside lesson.md; a lesson need not have it. */
export const triesFile = 'tries.yaml';

export type LoadedTries = {
  /** by the lesson's id; a lesson without the file has none */
  readonly tried: ReadonlyMap<string, readonly TriedStep[]>;
  readonly errors: readonly AuthorError[];
};

/** Reads how the mistakes of these lessons are made. Never throws for what is in the files. */
export async function loadTries({ lessons }: Pick<Pack, 'lessons'>): Promise<LoadedTries> {
  const loaded = await Promise.all(lessons.map(async (lesson) => ({ lesson, ...(await loadOne(lesson)) })));
  return {
    tried: new Map(loaded.map(({ lesson, tried }) => [lesson.id, tried])),
    errors: loaded.flatMap(({ errors }) => errors),
  };
}

async function loadOne(lesson: Lesson): Promise<ReturnType<typeof parseTries>> {
  const path = join(dirname(lesson.path), triesFile);
  const read = await readText(path);
  if (read.ok) return parseTries({ path, text: read.text }, lesson);
  return { tried: [], errors: read.missing ? [] : [read.error] };
}
