import { lstat, mkdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileBlock } from '../lesson/types.ts';
import { isInside } from '../platform/paths.ts';

/** The learner's files of one lesson. */
export type Workspace = {
  readonly folder: string;
  /** Writes a step's files; one that the learner is to change is written only where it is missing. */
  readonly prepare: (files: readonly FileBlock[]) => Promise<void>;
  /** Writes a finished file (a solution); what the learner had written stays beside it as `NAME.yours`. */
  readonly finish: (file: FileBlock) => Promise<void>;
  /** Writes a file that the program makes itself. */
  readonly write: (name: string, text: string) => Promise<void>;
  /** undefined where there is no such file, or where it leads out of the workspace. */
  readonly read: (name: string) => Promise<string | undefined>;
  readonly remove: (names: readonly string[]) => Promise<void>;
};

export function openWorkspace(root: string, lessonId: string): Workspace {
  const folder = join(root, lessonId);

  /** A link on the way to a file is a way out of the workspace: it goes, what it leads to stays. */
  const dropLinks = async (name: string): Promise<void> => {
    let path = folder;
    for (const part of name.split('/')) {
      path = join(path, part);
      const found = await lstat(path).catch(() => undefined);
      if (!found) return;
      if (found.isSymbolicLink()) await rm(path);
    }
  };

  const put = async (name: string, contents: string | Buffer, flag: 'w' | 'wx' = 'w'): Promise<void> => {
    const path = join(folder, name);
    await dropLinks(name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, contents, { flag });
  };

  const contents = async ({ from, crlf, text, position }: FileBlock): Promise<string | Buffer> => {
    if (from !== undefined) return readFile(join(dirname(position.path), ...from.split('/')));
    return crlf ? text.replaceAll('\n', '\r\n') : text;
  };

  const read = async (name: string): Promise<string | undefined> => {
    try {
      const path = await realpath(join(folder, name));
      // A link that leads elsewhere is not the learner's file.
      if (!isInside(await realpath(folder), path)) return undefined;
      return await readFile(path, 'utf8');
    } catch {
      return undefined;
    }
  };

  return {
    folder,
    prepare: async (files) => {
      await mkdir(folder, { recursive: true });
      for (const file of files) {
        await put(file.name, await contents(file), file.edit ? 'wx' : 'w').catch((error: NodeJS.ErrnoException) => {
          if (error.code !== 'EEXIST') throw error;
        });
      }
    },
    finish: async (file) => {
      const own = await read(file.name);
      // What the learner wrote is worth more than the disk it takes.
      if (own !== undefined && own.replaceAll('\r\n', '\n') !== file.text) {
        await put(`${file.name}.yours`, own);
      }
      await put(file.name, await contents(file));
    },
    write: put,
    read,
    remove: async (names) => {
      for (const name of names) {
        await dropLinks(name);
        await rm(join(folder, name), { force: true });
      }
    },
  };
}
