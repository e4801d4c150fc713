import { access, mkdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { findProgram } from './find-program.ts';
import { withLock } from './lock.ts';

/** Wine's own Windows, some 700 MB: made when a batch file is first run by wine, removed by `down --purge`. */
export const winePrefix = (cache: string): string => join(cache, 'wine');

/** Written last: a prefix without it was never finished. */
const marker = 'made-by-kafka-lessons';

/** Nothing of the learner's own wine is used, and nothing of the program's environment reaches a batch file. */
export const wineEnv = (prefix: string): Readonly<Record<string, string>> => ({
  PATH: '/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin',
  HOME: prefix,
  // File names are UTF-8.
  LC_ALL: 'C.UTF-8',
  WINEPREFIX: prefix,
  WINEDEBUG: '-all',
  // It would offer to fetch .NET and a browser, and write menus.
  WINEDLLOVERRIDES: 'mscoree,mshtml,winemenubuilder.exe=d',
});

/** Making it takes some 7 s on a quiet machine. */
const deadlineMs = 120_000;

/**
 * Makes the prefix if it is not there; two processes that want it at once make it once.
 * @returns whether there is one to use
 */
export async function makeWinePrefix(wine: string, prefix: string): Promise<boolean> {
  if (await isMade(prefix)) return true;
  return withLock(prefix, async () => {
    if (await isMade(prefix)) return true;
    await rm(prefix, { recursive: true, force: true, maxRetries: 5 });
    await mkdir(prefix, { recursive: true });
    const { exitCode } = await execa(wine, ['cmd', '/d', '/c', 'exit 0'], {
      cwd: prefix,
      env: wineEnv(prefix),
      extendEnv: false,
      stdio: 'ignore',
      timeout: deadlineMs,
      reject: false,
    });
    if (exitCode !== 0) {
      await removeWinePrefix(prefix);
      return false;
    }
    await writeFile(join(prefix, marker), '');
    return true;
  });
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const isMade = (prefix: string): Promise<boolean> => isThere(join(prefix, marker));

/** Ends what wine still runs in it, and removes it. Nothing to remove is no error. */
export async function removeWinePrefix(prefix: string): Promise<void> {
  if (!(await isThere(prefix))) return;
  const server = await findProgram('wineserver', process.env);
  if (server !== undefined) {
    const options = {
      env: wineEnv(prefix),
      extendEnv: false,
      stdio: 'ignore',
      timeout: 20_000,
      reject: false,
    } as const;
    await execa(server, ['--kill'], options);
    await execa(server, ['--wait'], options);
  }
  await removeServerFolder(prefix);
  await rm(prefix, { recursive: true, force: true, maxRetries: 5 });
  await rmdir(dirname(prefix)).catch(() => undefined);
}

/** Debian's wine keeps a lock in a folder of its own, which it never removes; the prefix has its name. */
async function removeServerFolder(prefix: string): Promise<void> {
  const name = (await readFile(join(prefix, 'wineserver'), 'utf8').catch(() => '')).trim();
  if (/^wine-\w{6}$/.test(name)) await rm(join('/tmp', name), { recursive: true, force: true });
}
