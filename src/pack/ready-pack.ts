import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pack } from '../lesson/types.ts';

/**
 * The course that comes with the program as the build has read it, so that nothing is parsed before the first frame. Beside the
 * program lies one file for the course as it was written, and one for each of its other languages.
 */
type ReadyPack = { readonly fingerprint: string; readonly pack: Pack };

/** Stands for the folder of the pack, which is known only where the program is installed. */
const folderMark = '@@PACK@@';

/** What lies beside the program for a language; undefined: as it was written. */
export const readyFile = (language?: string): string => `course${language === undefined ? '' : `.${language}`}.json`;

/** What the build writes into that file. */
export async function readyText(pack: Pack, language?: string): Promise<string> {
  const text = JSON.stringify({ fingerprint: await fingerprintOf(pack, language), pack } satisfies ReadyPack);
  return text.replaceAll(`"${inJson(pack.folder)}`, `"${folderMark}`);
}

const besideProgram = new URL('.', import.meta.url);

/** The pack in `folder` as the build has read it; undefined where that was not done, or its files are others by now. */
export async function readReadyPack(
  folder: string,
  language?: string,
  beside = besideProgram,
): Promise<Pack | undefined> {
  try {
    const text = await readFile(new URL(readyFile(language), beside), 'utf8');
    const { fingerprint, pack } = JSON.parse(text.replaceAll(`"${folderMark}`, `"${inJson(folder)}`)) as ReadyPack;
    return fingerprint === (await fingerprintOf(pack, language)) ? pack : undefined;
  } catch {
    // The files themselves are what counts; whatever is wrong with them is told by reading them.
    return undefined;
  }
}

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** Of all that is read for a pack, and for its words in a language. */
async function fingerprintOf({ folder, lessons }: Pack, language: string | undefined): Promise<string> {
  const translations = lessons.map(({ path }) => path.replace(/\.md$/, `.${language}.md`));
  const paths = [join(folder, 'pack.yaml'), ...lessons.map(({ path }) => path), ...(language ? translations : [])];
  const texts = await Promise.all(paths.map((path) => readFile(path).catch(() => 'none')));
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex');
}
