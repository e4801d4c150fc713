import { copyFile, link, mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { type Folders, folders } from '../../src/platform/folders.ts';
import { testCache } from './kafka-once.ts';
import { tempFolder } from './temp.ts';

export type OwnCache = { readonly env: NodeJS.ProcessEnv; readonly folders: Folders; remove(): Promise<void> };

/** A temp home with a cache of its own, filled with the tests' jars by hard links: for tests that purge or damage it. */
export async function ownCache({ filled }: { readonly filled: boolean }): Promise<OwnCache> {
  const folder = await tempFolder();
  // A learner's folder may be called like this.
  const home = join(folder, "Léa's files");
  const env = {
    ...process.env,
    KAFKA_LESSONS_HOME: home,
    KAFKA_LESSONS_CACHE: join(home, 'cache'),
    KAFKA_LESSONS_ENGINE: 'native',
  };
  const ours = folders(env);
  await mkdir(ours.cache, { recursive: true });
  if (filled) await fill(ours.cache);
  return { env, folders: ours, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

async function fill(cache: string): Promise<void> {
  const name = (await readdir(testCache)).find((each) => /^kafka-[\d.]+-\w{8}$/.test(each));
  if (name === undefined) throw new Error('the tests have no jars yet');
  const [from, to] = [join(testCache, name), join(cache, name)];
  await mkdir(join(to, 'libs'), { recursive: true });
  await copyFile(join(from, 'manifest.json'), join(to, 'manifest.json'));
  for (const jar of await readdir(join(from, 'libs'))) {
    const [source, target] = [join(from, 'libs', jar), join(to, 'libs', jar)];
    await link(source, target).catch(async () => {
      // Another file system: a copy with the same time, which the quick check looks at.
      await copyFile(source, target);
      const { atime, mtime } = await stat(source);
      await utimes(target, atime, mtime);
    });
  }
}
