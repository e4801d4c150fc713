import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** The folders of PATH, in order (Windows spells it Path). */
export const pathFolders = (env: NodeJS.ProcessEnv): readonly string[] =>
  (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => folder !== '');

/** The first program of one of these names on PATH; undefined if there is none. */
export async function findOnPath(names: readonly string[], env: NodeJS.ProcessEnv): Promise<string | undefined> {
  for (const folder of pathFolders(env)) {
    for (const name of names) {
      const path = join(folder, name);
      const isThere = await access(path, constants.X_OK).then(
        () => true,
        () => false,
      );
      if (isThere) return path;
    }
  }
  return undefined;
}
