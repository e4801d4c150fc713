import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkCommand } from '../commands/load-course.ts';
import { loadPack } from '../lesson/load-pack.ts';
import { translatePack } from '../lesson/translate-pack.ts';
import { readyFile, readyText } from './ready-pack.ts';

/**
 * Part of the build: reads the pack in `folder` and writes it into `to` as the program wants it, in each of its languages. Of a pack
 * with errors nothing is written: the program reads it by itself, and tells them.
 */
export async function writeReadyPacks(folder: string, to: string): Promise<void> {
  const read = await loadPack(folder, { checkCommand });
  if (!read.ok || read.pack.broken) return;
  const { pack, originals } = read;
  await writeFile(join(to, readyFile()), await readyText(pack));
  for (const language of pack.languages.slice(1)) {
    const translated = await translatePack(pack, originals, language);
    await writeFile(join(to, readyFile(language)), await readyText(translated, language));
  }
}
