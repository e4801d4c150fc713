import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseNames } from '../../lesson/types.ts';
import { packsFolder } from '../../platform/folders.ts';
import { withLock } from '../../platform/lock.ts';
import { kafkaNames } from '../kafkas.ts';
import { endArchiving, isClassData } from './class-data.ts';
import { takeAllComposedDown } from './composed-kafka.ts';
import { endConnect } from './connect-service.ts';
import type { NativeContext } from './context.ts';
import { endDatabase } from './database-service.ts';
import { isDownload } from './jar-set.ts';
import { endKafka } from './kafka-service.ts';
import { endMuseum } from './museum-service.ts';

/** Ends what runs; purge also removes what this engine made: environment, downloads, logs. Idempotent. */
export async function takeDown(context: NativeContext, purge: boolean): Promise<void> {
  await takeAllComposedDown(context);
  // What uses others ends before them.
  await endConnect(context.paths, 'stop');
  for (const name of databaseNames) await endDatabase(context.paths, name, 'stop');
  for (const name of kafkaNames) await endKafka(context, name, 'stop');
  await endMuseum(context.paths, 'stop');
  await endArchiving(context);
  if (!purge) return;
  const { environment, cache, logs, home } = context.folders;
  const { broker, composed, cluster, connect, databases, museum, current, shims, lock } = context.paths;
  await withLock(lock, async () => {
    const services = [connect, ...databaseNames.map((name) => databases[name]), broker].map(({ folder }) => folder);
    for (const own of [...services, cluster, composed, museum.folder, current, shims, logs]) await remove(own);
    // The Docker engine may have its own in there.
    await rmdir(environment).catch(() => undefined);
    // The cache may be a folder the learner chose: only what we put there goes.
    const names = await readdir(cache).catch(() => []);
    await Promise.all(
      names
        .filter((name) => isDownload(name) || isClassData(name) || name === packsFolder)
        .map((name) => remove(join(cache, name))),
    );
  });
  for (const folder of [cache, home]) await rmdir(folder).catch(() => undefined);
}

const remove = (path: string): Promise<void> =>
  rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
