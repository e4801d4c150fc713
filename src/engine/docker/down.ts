import { rm, rmdir } from 'node:fs/promises';
import { withLock } from '../../platform/lock.ts';
import type { DockerContext } from './context.ts';
import { endNodes } from './end-nodes.ts';
import { dockerKafka } from './kafka-containers.ts';
import { findOwn, onAll } from './own-things.ts';
import { sideNode } from './side-status.ts';

/**
 * Removes the containers and the network of our project; purge also the volumes and the files of this engine. Found by our label,
 * so what was started by hand goes as well, and nothing of anybody else's. Images stay. Idempotent.
 */
export async function takeDown(context: DockerContext, purge: boolean): Promise<void> {
  const { environment, logs, cache, home } = context.folders;
  await withLock(context.paths.lock, async () => {
    // What uses others ends before them.
    await endNodes(context, [sideNode('connect')], 'stop');
    await endNodes(context, dockerKafka('cluster').nodes, 'stop');
    const containers = await findOwn(context, { kind: 'container' });
    await onAll(context, ['container', 'stop', '--time', '15'], containers);
    await onAll(context, ['container', 'rm', '--force', '--volumes'], containers);
    await onAll(context, ['network', 'rm'], await findOwn(context, { kind: 'network' }));
    if (!purge) return;
    await onAll(context, ['volume', 'rm'], await findOwn(context, { kind: 'volume' }));
    for (const folder of [context.paths.folder, context.paths.shims, logs]) await remove(folder);
    // The native engine may have its own in there.
    await rmdir(environment).catch(() => undefined);
  });
  if (purge) for (const folder of [cache, home]) await rmdir(folder).catch(() => undefined);
}

const remove = (path: string): Promise<void> =>
  rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
