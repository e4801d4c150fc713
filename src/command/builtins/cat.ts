import { type FileHandle, open, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { messages } from '../../messages/index.ts';
import { isInside, isPlaceOnAnySystem } from '../../platform/paths.ts';
import type { Builtin } from './types.ts';

/** cat: files of the workspace, or its input, one after the other. */
export const cat: Builtin = async ({ args, stdin, stdout, complain, workspace, signal }) => {
  const say = messages().command;
  const option = args[0] === '--' ? undefined : args.find((arg) => /^-./.test(arg));
  if (option !== undefined) {
    complain(say.catOption({ option }));
    return 1;
  }
  const names = args[0] === '--' ? args.slice(1) : args;
  const copy = (source: Readable): Promise<void> => pipeline(source, stdout, { end: false, signal });
  let exit = 0;
  for (const name of names.length === 0 ? ['-'] : names) {
    if (name === '-') {
      await copy(stdin);
      continue;
    }
    const opened = await openInside(workspace, name);
    if (opened.ok) {
      await copy(opened.file.createReadStream());
    } else {
      complain(opened.problem);
      exit = 1;
    }
  }
  return exit;
};

type Opened = { readonly ok: true; readonly file: FileHandle } | { readonly ok: false; readonly problem: string };

/** Opens a plain file inside the folder; links are followed only as far as they stay in it. */
async function openInside(folder: string, file: string): Promise<Opened> {
  const say = messages().command;
  const outside = { ok: false, problem: say.catOutside({ file }) } as const;
  // Paths of Windows are refused everywhere: a lesson has to mean the same on every system.
  if (isPlaceOnAnySystem(file)) return outside;
  if (file.split(/[\\/]/).includes('..')) return outside;
  try {
    const root = await realpath(folder);
    const path = await realpath(join(root, file));
    if (!isInside(root, path)) return outside;
    // Opening a named pipe would wait for its writer.
    if (!(await stat(path)).isFile()) return { ok: false, problem: say.catNotFile({ file }) };
    return { ok: true, file: await open(path, 'r') };
  } catch (error) {
    return { ok: false, problem: unreadable(file, error) };
  }
}

function unreadable(file: string, error: unknown): string {
  const say = messages().command;
  const reason = (error as NodeJS.ErrnoException).code ?? String(error);
  if (reason !== 'ENOENT' && reason !== 'ENOTDIR') return say.catFailed({ file, reason });
  return /[*?]/.test(file) ? say.catPattern({ file }) : say.catMissing({ file });
}
