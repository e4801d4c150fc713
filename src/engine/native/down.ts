import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from '../../platform/lock.ts';
import { endBroker } from './broker.ts';
import { endArchiving, isClassData } from './class-data.ts';
import type { NativeContext } from './context.ts';
import { isDownload } from './kafka-jars.ts';

/** Ends what runs; purge also removes what this engine made: environment, downloads, logs. Idempotent. */
export async function takeDown(context: NativeContext, purge: boolean): Promise<void> {
  await endBroker(context, 'stop');
  await endArchiving(context);
  if (!purge) return;
  const { environment, cache, logs, home } = context.folders;
  await withLock(context.paths.lock, async () => {
    for (const own of [context.paths.broker, context.paths.shims, logs]) await remove(own);
    // The Docker engine may have its own in there.
    await rmdir(environment).catch(() => undefined);
    // The cache may be a folder the learner chose: only what we put there goes.
    const names = await readdir(cache).catch(() => []);
    await Promise.all(
      names.filter((name) => isDownload(name) || isClassData(name)).map((name) => remove(join(cache, name))),
    );
  });
  for (const folder of [cache, home]) await rmdir(folder).catch(() => undefined);
}

const remove = (path: string): Promise<void> =>
  rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
