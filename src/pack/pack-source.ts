import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { exitCodes, UserError } from '../errors.ts';
import { closest } from '../lesson/suggest.ts';
import { messages } from '../messages/index.ts';

/** What `--pack` names. */
export type PackSource =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'tarball'; readonly file: string }
  /** `name`, or `name@version` */
  | {
      readonly kind: 'npm';
      readonly spec: string;
      readonly name: string;
      /** a folder here that is called almost so */
      readonly near?: string;
    };

/** A name of the npm registry: no address, no path, nothing that npm would take for an option. */
const npmSpec = /^((?:@[a-z0-9][a-z0-9._~-]*\/)?[a-z0-9][a-z0-9._~-]*)(?:@[A-Za-z0-9^~][A-Za-z0-9._^~+-]*)?$/;

/**
 * Finds out what `--pack` means: a folder, a tarball, a package in node_modules of the current folder, or a name for npm.
 * @throws UserError (exit 2) if it is none of these
 */
export async function packSource(given: string, cwd: string): Promise<PackSource> {
  const path = resolve(cwd, given);
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) return { kind: 'folder', folder: path };
  const isTarball = /\.(?:tgz|tar\.gz|tar)$/.test(given);
  if (found?.isFile() && isTarball) return { kind: 'tarball', file: path };
  const say = messages().pack;
  if (found) throw new UserError({ what: say.noPack({ given }), next: say.packForms }, exitCodes.usage);
  const name = npmSpec.exec(given)?.[1];
  if (name === undefined || isTarball) {
    throw new UserError({ what: say.nothingThere({ given }), next: say.packForms }, exitCodes.usage);
  }
  const installed = join(cwd, 'node_modules', ...name.split('/'));
  const isInstalled = name === given && (await stat(join(installed, 'pack.yaml')).catch(() => undefined))?.isFile();
  if (isInstalled) return { kind: 'folder', folder: installed };
  const near = closest(given, await foldersIn(cwd));
  return { kind: 'npm', spec: given, name, ...(near !== undefined && { near }) };
}

async function foldersIn(cwd: string): Promise<readonly string[]> {
  const entries = await readdir(cwd, { withFileTypes: true }).catch(() => []);
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}
