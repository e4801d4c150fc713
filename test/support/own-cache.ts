import { copyFile, link, mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { type Folders, folders } from '../../src/platform/folders.ts';
import { testCache } from './kafka-once.ts';
import { tempFolder } from './temp.ts';

export type OwnCache = { readonly env: NodeJS.ProcessEnv; readonly folders: Folders; remove(): Promise<void> };

/** The downloads of the tests that a cache can be filled with: Kafka's jars, or also the connectors where a test has fetched them. */
export type Filling = 'kafka' | 'plugins';

/** A temp home with a cache of its own, filled with the tests' downloads by hard links: for tests that purge or damage it. */
export async function ownCache({ filled }: { readonly filled: boolean | readonly Filling[] }): Promise<OwnCache> {
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
  const fillings: readonly Filling[] = filled === true ? ['kafka'] : filled === false ? [] : filled;
  for (const filling of fillings) await fill(ours.cache, filling);
  return { env, folders: ours, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

async function fill(cache: string, filling: Filling): Promise<void> {
  const pattern = new RegExp(`^${filling}-\\d[\\w.]*-\\w{8}$`);
  const name = (await readdir(testCache)).find((each) => pattern.test(each));
  if (name === undefined) throw new Error(`the tests have no ${filling} yet`);
  const [from, to] = [join(testCache, name), join(cache, name)];
  const files = await readdir(from, { recursive: true, withFileTypes: true });
  for (const file of files.filter((each) => each.isFile())) {
    const source = join(file.parentPath, file.name);
    const target = join(to, relative(from, source));
    await mkdir(dirname(target), { recursive: true });
    await link(source, target).catch(async () => {
      // Another file system: a copy with the same time, which the quick check looks at.
      await copyFile(source, target);
      const { atime, mtime } = await stat(source);
      await utimes(target, atime, mtime);
    });
  }
}
