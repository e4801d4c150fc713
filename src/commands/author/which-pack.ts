import { stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { exitCodes, UserError } from '../../errors.ts';
import { shownPath } from '../../lesson/author-error.ts';
import { packFile } from '../../lesson/load-pack.ts';
import { messages } from '../../messages/index.ts';
import { ownPack } from '../load-course.ts';
import { ownLine } from '../own-line.ts';

/** The pack that a verb for authors works on. */
export type WhichPack = {
  /** as it is written behind a command */
  readonly given: string;
  /** false: nothing names one, so it is the course that comes with the program */
  readonly named: boolean;
};

/** DIR, or what `--pack` says, or the folder one is in where that is a pack, or else the course. */
export async function whichPack(
  folder: string | undefined,
  pack: string | undefined,
  cwd: string = process.cwd(),
): Promise<WhichPack> {
  const given = folder ?? pack;
  if (given !== undefined) return { given, named: true };
  return (await isFile(join(cwd, packFile)))
    ? { given: '.', named: true }
    : { given: shownPath(ownPack(), cwd), named: false };
}

/**
 * Throws UserError (exit 2) where DIR is no folder, or a folder inside a pack. A folder that is no pack at all is told with everything
 * else that is wrong in it.
 */
export async function requireFolder(
  folder: string,
  verb: readonly string[],
  cwd: string = process.cwd(),
): Promise<void> {
  const say = messages().author;
  const root = resolve(cwd, folder);
  const found = await stat(root).catch(() => undefined);
  if (!found?.isDirectory()) {
    const what = found ? say.noFolder({ folder }) : say.folderMissing({ folder });
    throw new UserError({ what, next: say.folderNext }, exitCodes.usage);
  }
  if (await isFile(join(root, packFile))) return;
  const above = dirname(root);
  if (!(await isFile(join(above, packFile)))) return;
  const next = ownLine([...verb, relative(cwd, above) || '.']);
  throw new UserError({ what: say.packIsAbove({ folder, file: packFile }), next }, exitCodes.usage);
}

const isFile = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined))?.isFile() === true;
