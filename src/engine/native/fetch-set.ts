import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EnvironmentError } from '../../errors.ts';
import { messages } from '../../messages/index.ts';
import { readJson, writeJson } from '../../platform/json-file.ts';
import { withLock } from '../../platform/lock.ts';
import { patiently } from '../../platform/patiently.ts';
import { looksLikeWholeZip } from '../../platform/zip-check.ts';
import type { NativeContext } from './context.ts';
import { damagedJars, fileNames, makeManifest, manifestSchema } from './jar-manifest.ts';
import { isUnfinishedDownload, type JarSet, jarFolderName, pomPath, unfinishedPrefix } from './jar-set.ts';
import { ArchiveDamaged, fetchWithMaven, type MavenReport } from './maven.ts';

/** A set that is here and whole. */
export type Fetched = {
  /** holds the files */
  readonly libs: string;
  /** relative to it */
  readonly names: readonly string[];
};

/** What a fetch needs of the engine. */
export type FetchContext = Pick<NativeContext, 'folders' | 'resources' | 'compose' | 'env'>;

export type FetchOptions = {
  readonly javaHome?: string | undefined;
  readonly signal: AbortSignal;
  readonly report: (report: MavenReport) => void;
};

/** The files of a set if they are there and whole. Quick enough for every command. */
export async function findFetched(context: FetchContext, set: JarSet): Promise<Fetched | undefined> {
  const folder = await downloadFolder(context, set);
  const manifest = await readJson(join(folder, 'manifest.json'), manifestSchema);
  if (manifest === undefined) return undefined;
  const libs = join(folder, 'libs');
  if ((await damagedJars(libs, manifest)).length > 0) return undefined;
  return { libs, names: manifest.jars.map((jar) => jar.name) };
}

/**
 * The files of a set, fetched by Maven first if they are missing or damaged. Two programs at once fetch once.
 * @throws EnvironmentError if they cannot be had
 */
export async function ensureFetched(context: FetchContext, set: JarSet, options: FetchOptions): Promise<Fetched> {
  const found = await findFetched(context, set);
  if (found) return found;
  const folder = await downloadFolder(context, set);
  return withLock(
    folder,
    async () => {
      const meanwhile = await findFetched(context, set);
      if (meanwhile) return meanwhile;
      await fetchInto(folder, context, set, options);
      const fetched = await findFetched(context, set);
      if (fetched === undefined) throw damaged(folder);
      return fetched;
    },
    { signal: options.signal },
  );
}

const downloadFolder = async (context: FetchContext, set: JarSet): Promise<string> =>
  join(context.folders.cache, await jarFolderName(set, context));

async function fetchInto(folder: string, context: FetchContext, set: JarSet, options: FetchOptions): Promise<void> {
  await mkdir(context.folders.cache, { recursive: true });
  await removeLeftovers(context.folders.cache, set);
  const temp = await mkdtemp(join(context.folders.cache, unfinishedPrefix(set)));
  try {
    const maven = { set, pom: pomPath(set, context), folder: temp, env: context.env, ...options };
    let libs = await fetchWithMaven(maven).catch(undefinedIfDamaged);
    if (libs === undefined || (await brokenZips(libs)).length > 0) {
      // The copy in the user's repository is damaged. It is not ours to repair: fetch into a repository of our own.
      await rm(join(temp, 'libs'), { recursive: true, force: true });
      libs = await fetchWithMaven({ ...maven, repository: join(temp, 'repository') });
      const broken = await brokenZips(libs);
      if (broken[0] !== undefined) throw damaged(broken[0]);
    }
    await moveFiles(libs, join(folder, 'libs'));
    await writeJson(join(folder, 'manifest.json'), await makeManifest(join(folder, 'libs')));
  } finally {
    await rm(temp, { recursive: true, force: true, maxRetries: 3 });
  }
}

function undefinedIfDamaged(error: unknown): undefined {
  if (!(error instanceof ArchiveDamaged)) throw error;
}

/** What fetches that were killed have left. Called under the lock: nobody else is fetching this set. */
async function removeLeftovers(cache: string, set: JarSet): Promise<void> {
  const prefix = unfinishedPrefix(set);
  const names = (await readdir(cache)).filter((name) => name.startsWith(prefix) && isUnfinishedDownload(name));
  await Promise.all(names.map((name) => rm(join(cache, name), { recursive: true, force: true, maxRetries: 3 })));
}

async function brokenZips(libs: string): Promise<readonly string[]> {
  const names = (await fileNames(libs)).filter((name) => name.endsWith('.jar'));
  const whole = await Promise.all(names.map((name) => looksLikeWholeZip(join(libs, name))));
  return names.filter((_, index) => !whole[index]);
}

/**
 * Into place: the whole folder at once, or, when there is one already, only the files that differ, because a running server may
 * have the others open.
 */
async function moveFiles(from: string, to: string): Promise<void> {
  const manifest = await readJson(join(to, '..', 'manifest.json'), manifestSchema);
  if (manifest === undefined) {
    await rm(to, { recursive: true, force: true, maxRetries: 3 });
    await mkdir(join(to, '..'), { recursive: true });
    await patiently(() => rename(from, to));
    return;
  }
  for (const name of await damagedJars(to, manifest)) {
    await mkdir(dirname(join(to, name)), { recursive: true });
    await patiently(() => rename(join(from, name), join(to, name)));
  }
}

function damaged(what: string): EnvironmentError {
  const say = messages().engine;
  return new EnvironmentError({ what: say.jarsDamaged({ what }), why: say.jarsDamagedWhy, next: say.mavenFailedNext });
}
