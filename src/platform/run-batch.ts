import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { findProgram } from './find-program.ts';
import { pathsOf } from './paths.ts';
import { systemProgram } from './system-program.ts';
import { makeWinePrefix, wineEnv } from './wine-prefix.ts';

/** How a batch file ended. */
export type BatchEnd =
  /** lines: what it printed, without empty lines */
  | { readonly kind: 'ended'; readonly exit: number; readonly lines: readonly string[] }
  | { readonly kind: 'too-long'; readonly seconds: number }
  | { readonly kind: 'no-file' }
  | { readonly kind: 'not-run'; readonly why: 'no-program' | 'not-started' };

/** A batch file in a folder; `/` separates the parts of its name. */
export type BatchFile = { readonly folder: string; readonly name: string };

/** What is started to run it. */
export type BatchCommand = {
  readonly file: string;
  readonly args: readonly string[];
  /** all of it: nothing is inherited */
  readonly env: Readonly<Record<string, string>>;
  /** cmd.exe reads its quotes by rules of its own */
  readonly verbatim: boolean;
};

export type BatchOptions = {
  /** where wine has its Windows */
  readonly prefix: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly platform?: NodeJS.Platform;
};

const seconds = 20;
/** Larger files of the folder are known by their size and time. */
const mostRead = 256 * 1024;

/**
 * Runs batch files with the cmd.exe of Windows, elsewhere with wine's where that is installed: without input and in a clean
 * environment. As long as nothing in the folder changes, a file is run once. Never throws for what the file does.
 */
export function createBatchRunner(options: BatchOptions): (file: BatchFile) => Promise<BatchEnd> {
  const known = new Map<string, { readonly contents: string; readonly end: Promise<BatchEnd> }>();
  return async (file) => {
    const contents = await contentsOf(file.folder);
    const key = join(file.folder, file.name);
    const before = known.get(key);
    if (before?.contents === contents) return before.end;
    const end = runBatch(file, options);
    known.set(key, { contents, end });
    return end;
  };
}

async function runBatch({ folder, name }: BatchFile, options: BatchOptions): Promise<BatchEnd> {
  const isThere = await stat(join(folder, name)).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isThere) return { kind: 'no-file' };
  const command = await batchCommand(name, options);
  if (command === undefined) return { kind: 'not-run', why: 'no-program' };
  if (!command.verbatim && !(await makeWinePrefix(command.file, options.prefix).catch(() => false))) {
    return { kind: 'not-run', why: 'not-started' };
  }
  const { exitCode, timedOut, stdout } = await execa(command.file, command.args, {
    cwd: folder,
    env: command.env,
    extendEnv: false,
    stdin: 'ignore',
    // What cmd complains of there differs from system to system, and wine adds its own.
    stderr: 'ignore',
    timeout: seconds * 1000,
    reject: false,
    windowsVerbatimArguments: command.verbatim,
  });
  if (timedOut) return { kind: 'too-long', seconds };
  if (exitCode === undefined) return { kind: 'not-run', why: 'not-started' };
  const lines = stdout.split(/\r?\n/).map((line) => line.trimEnd());
  return { kind: 'ended', exit: exitCode, lines: lines.filter((line) => line !== '') };
}

/** What runs a batch file on this system, from its folder; undefined where nothing does. */
export async function batchCommand(
  name: string,
  { prefix, env = process.env, platform = process.platform }: BatchOptions,
): Promise<BatchCommand | undefined> {
  const file = name.replaceAll('/', '\\');
  if (platform === 'win32') {
    const shell = systemProgram('cmd.exe', env);
    const { dirname } = pathsOf('win32');
    const system = dirname(shell);
    return {
      file: shell,
      // The outer quotes are taken off by /s; those of the file stay, also around a space.
      args: ['/d', '/s', '/c', `""${file}""`],
      env: { SystemRoot: dirname(system), ComSpec: shell, Path: system, PATHEXT: '.COM;.EXE;.BAT;.CMD' },
      verbatim: true,
    };
  }
  const wine = (await findProgram('wine', env, platform)) ?? (await findProgram('wine64', env, platform));
  return wine === undefined
    ? undefined
    : { file: wine, args: ['cmd', '/d', '/c', file], env: wineEnv(prefix), verbatim: false };
}

/** Changes when any file below the folder does. */
async function contentsOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hash = createHash('sha256');
  for (const path of paths.toSorted()) {
    const found = await stat(path).catch(() => undefined);
    const isSmall = found !== undefined && found.size <= mostRead;
    const text = isSmall ? await readFile(path).catch(() => '') : `${found?.size} ${found?.mtimeMs}`;
    hash.update(`${path}\0`).update(text).update('\0');
  }
  return hash.digest('hex');
}
