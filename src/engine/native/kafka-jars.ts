import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EnvironmentError } from '../../errors.ts';
import { messages } from '../../messages/index.ts';
import { readJson, writeJson } from '../../platform/json-file.ts';
import { withLock } from '../../platform/lock.ts';
import { looksLikeWholeZip } from '../../platform/zip-check.ts';
import { type ClassPath, prepareClassPath } from './class-path.ts';
import type { NativeContext } from './context.ts';
import { damagedJars, makeManifest, manifestSchema } from './jar-manifest.ts';
import { isUnfinishedDownload, type JarSet, jarFolderName, todaysKafka, unfinishedPrefix } from './jar-set.ts';
import { readKafkaHome } from './kafka-home.ts';
import { copyDependencies, type MavenReport } from './maven.ts';

/**
 * The jars if they are there and whole: from KAFKA_HOME where that may serve, else from the cache. Quick enough for every command.
 * @throws EnvironmentError if KAFKA_HOME is set, may serve and holds no Kafka
 */
export async function findKafkaJars(context: NativeContext, set: JarSet = todaysKafka): Promise<ClassPath | undefined> {
  const { cache } = context.folders;
  const home = set.orKafkaHome && context.env['KAFKA_HOME'];
  if (home) {
    const kafka = await readKafkaHome(home);
    return prepareClassPath(cache, kafka.libs, kafka.jars, kafka.version);
  }
  const folder = await downloadFolder(context, set);
  const manifest = await readJson(join(folder, 'manifest.json'), manifestSchema);
  if (manifest === undefined) return undefined;
  const libs = join(folder, 'libs');
  if ((await damagedJars(libs, manifest)).length > 0) return undefined;
  const names = manifest.jars.map((jar) => jar.name);
  return prepareClassPath(cache, libs, names, set.version);
}

/**
 * The jars, fetched by Maven first if they are missing or damaged. Two programs at once fetch once.
 * @throws EnvironmentError if they cannot be had
 */
export async function ensureKafkaJars(
  context: NativeContext,
  options: {
    readonly javaHome?: string | undefined;
    readonly signal: AbortSignal;
    readonly report: (report: MavenReport) => void;
  },
  set: JarSet = todaysKafka,
): Promise<ClassPath> {
  const found = await findKafkaJars(context, set);
  if (found) return found;
  const folder = await downloadFolder(context, set);
  return withLock(
    folder,
    async () => {
      const meanwhile = await findKafkaJars(context, set);
      if (meanwhile) return meanwhile;
      await fetchInto(folder, context, set, options);
      const fetched = await findKafkaJars(context, set);
      if (fetched === undefined) throw damaged(folder);
      return fetched;
    },
    { signal: options.signal },
  );
}

const downloadFolder = async ({ folders, resources }: NativeContext, set: JarSet): Promise<string> =>
  join(folders.cache, await jarFolderName(set, resources));

async function fetchInto(
  folder: string,
  context: NativeContext,
  set: JarSet,
  options: Parameters<typeof ensureKafkaJars>[1],
): Promise<void> {
  await mkdir(context.folders.cache, { recursive: true });
  await removeLeftovers(context.folders.cache, set);
  const temp = await mkdtemp(join(context.folders.cache, unfinishedPrefix(set)));
  try {
    const maven = { set, resources: context.resources, folder: temp, env: context.env, ...options };
    let libs = await copyDependencies(maven);
    if ((await brokenZips(libs)).length > 0) {
      // The copy in the user's repository is damaged. It is not ours to repair: fetch into a repository of our own.
      await rm(libs, { recursive: true });
      libs = await copyDependencies({ ...maven, repository: join(temp, 'repository') });
      const broken = await brokenZips(libs);
      if (broken[0] !== undefined) throw damaged(broken[0]);
    }
    await moveJars(libs, join(folder, 'libs'));
    await writeJson(join(folder, 'manifest.json'), await makeManifest(join(folder, 'libs')));
  } finally {
    await rm(temp, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** What fetches that were killed have left. Called under the lock: nobody else is fetching this set. */
async function removeLeftovers(cache: string, set: JarSet): Promise<void> {
  const prefix = unfinishedPrefix(set);
  const names = (await readdir(cache)).filter((name) => name.startsWith(prefix) && isUnfinishedDownload(name));
  await Promise.all(names.map((name) => rm(join(cache, name), { recursive: true, force: true, maxRetries: 3 })));
}

async function brokenZips(libs: string): Promise<readonly string[]> {
  const names = (await readdir(libs)).filter((name) => name.endsWith('.jar'));
  const whole = await Promise.all(names.map((name) => looksLikeWholeZip(join(libs, name))));
  return names.filter((_, index) => !whole[index]);
}

/**
 * Into place: the whole folder at once, or, when there is one already, only the jars that differ, because a running broker may
 * have the others open.
 */
async function moveJars(from: string, to: string): Promise<void> {
  const manifest = await readJson(join(to, '..', 'manifest.json'), manifestSchema);
  if (manifest === undefined) {
    await rm(to, { recursive: true, force: true, maxRetries: 3 });
    await mkdir(join(to, '..'), { recursive: true });
    await rename(from, to);
    return;
  }
  await mkdir(to, { recursive: true });
  for (const name of await damagedJars(to, manifest)) await rename(join(from, name), join(to, name));
}

function damaged(what: string): EnvironmentError {
  const say = messages().engine;
  return new EnvironmentError({ what: say.jarsDamaged({ what }), why: say.jarsDamagedWhy, next: say.mavenFailedNext });
}
