import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { exitCodes, UserError } from '../errors.ts';
import { pathFault } from '../lesson/names.ts';
import { messages } from '../messages/index.ts';
import { packsFolder } from '../platform/folders.ts';

/** A pack is text for people; these are far more than any has. */
export const tarballLimits = { packed: 16 * 1024 * 1024, unpacked: 64 * 1024 * 1024, entries: 5000, folders: 12 };
export type TarballLimits = typeof tarballLimits;

/** Small pieces, so that what is wrong is noticed soon. */
const pieceBytes = 64 * 1024;
const headerBytes = 1536;

/**
 * Unpacks a tarball into a folder below `cache` that is named after its contents, once, and returns the folder that holds its
 * pack.yaml. Only plain files and folders are taken, only under names that stay in the folder on every system.
 * @throws UserError (exit 2) for anything else in it
 */
export async function unpackTarball(
  file: string,
  cache: string,
  limits: TarballLimits = tarballLimits,
): Promise<string> {
  const { size } = await stat(file);
  if (size > limits.packed) refuse(file, messages().pack.tooLarge({ megabytes: limits.packed / 1024 / 1024 }));
  const bytes = await readFile(file);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  const folder = join(cache, packsFolder, hash);
  // Renamed into place when it was whole.
  const isThere = (await stat(folder).catch(() => undefined))?.isDirectory();
  if (!isThere) await writeFiles(await readTarball(file, await unfolded(file, bytes, limits), limits), folder);
  return packFolder(file, folder);
}

/** Without gzip. It stops where there is more than a pack can have, before it takes the memory. */
async function unfolded(file: string, bytes: Buffer, limits: TarballLimits): Promise<Buffer> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const say = messages().pack;
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: limits.unpacked + limits.entries * headerBytes });
  } catch (error) {
    const tooMuch = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    const problem = error instanceof Error ? error.message : String(error);
    return refuse(
      file,
      tooMuch ? say.unfoldsTooMuch({ megabytes: limits.unpacked / 1024 / 1024 }) : say.notTar({ problem }),
    );
  }
}

type Files = ReadonlyMap<string, Buffer>;

/** All files of a tar file. */
async function readTarball(file: string, bytes: Buffer, limits: TarballLimits): Promise<Files> {
  const { Parser } = await import('tar');
  const say = messages().pack;
  const files = new Map<string, Buffer>();
  const names = new Set<string>();
  let problem: string | undefined;
  let unpacked = 0;
  let entries = 0;
  const parser = new Parser({
    strict: true,
    onReadEntry: (entry) => {
      problem ??= faultOf(String(entry.path), entry.type, names);
      if (++entries > limits.entries) problem ??= say.tooMany({ entries: limits.entries });
      if (entry.size > limits.unpacked - unpacked)
        problem ??= say.unfoldsTooMuch({ megabytes: limits.unpacked / 1024 / 1024 });
      const parts: Buffer[] = [];
      entry.on('data', (part: Buffer) => {
        unpacked += part.length;
        if (unpacked > limits.unpacked) problem ??= say.unfoldsTooMuch({ megabytes: limits.unpacked / 1024 / 1024 });
        else if (problem === undefined) parts.push(part);
      });
      entry.on('end', () => {
        if (entry.type !== 'Directory' && problem === undefined) files.set(String(entry.path), Buffer.concat(parts));
      });
    },
  });
  parser.on('error', (error: Error) => {
    problem ??= say.notTar({ problem: error.message });
  });
  const ended = new Promise<void>((resolve) => {
    parser.on('end', resolve);
    parser.on('error', () => resolve());
  });
  for (let from = 0; from < bytes.length && problem === undefined; from += pieceBytes) {
    parser.write(bytes.subarray(from, from + pieceBytes));
  }
  if (problem === undefined) {
    parser.end();
    await ended;
  }
  if (problem !== undefined) refuse(file, problem);
  return files;
}

/** Why an entry cannot be taken; remembers the names. */
function faultOf(path: string, type: string, names: Set<string>): string | undefined {
  const say = messages().pack;
  const name = path.replace(/\/$/, '');
  if (type !== 'File' && type !== 'OldFile' && type !== 'ContiguousFile' && type !== 'Directory') {
    return say.notAFile({ name, type });
  }
  const fault = pathFault(name);
  if (fault !== undefined || name.split('/').length > tarballLimits.folders) return say.badName({ name });
  if (type === 'Directory') return undefined;
  // Some systems make no difference between capital and small letters.
  const key = name.toLowerCase().normalize('NFC');
  if (names.has(key)) return say.twice({ name });
  names.add(key);
  return undefined;
}

async function writeFiles(files: Files, folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const fresh = await mkdtemp(`${folder}.`);
  try {
    for (const [name, content] of files) {
      const path = join(fresh, ...name.split('/'));
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content, { flag: 'wx' });
    }
    await rename(fresh, folder).catch(async (error: NodeJS.ErrnoException) => {
      // Another instance was faster.
      if ((await stat(folder).catch(() => undefined)) === undefined) throw error;
    });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** The top, or the folder in which `npm pack` puts everything, or else the only one there is. */
async function packFolder(file: string, folder: string): Promise<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  const inside = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const names = ['', 'package', ...(inside.length === 1 ? inside : [])];
  for (const candidate of names.map((name) => join(folder, name))) {
    const found = await stat(join(candidate, 'pack.yaml')).catch(() => undefined);
    if (found?.isFile()) return candidate;
  }
  return refuse(file, messages().pack.noPackInside);
}

function refuse(file: string, why: string): never {
  throw new UserError(
    { what: messages().pack.notTaken({ file }), why, next: messages().pack.notTakenNext },
    exitCodes.usage,
  );
}
