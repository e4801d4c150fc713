import { rm } from 'node:fs/promises';
import { messages } from '../../messages/index.ts';
import { withLock } from '../../platform/lock.ts';
import type { MuseumPaths, NativeContext } from './context.ts';
import { requireMemory } from './memory.ts';
import { isMuseumStored, isMuseumUp } from './museum-status.ts';
import { endNode, waitUntilReady } from './node-process.ts';
import { livingNode, readNodeState } from './node-state.ts';
import { museumBroker, museumMemoryMb, startMuseum } from './start-museum.ts';
import type { Start } from './start-nodes.ts';

/**
 * Brings the museum's ZooKeeper and broker up beside whatever else runs, and waits until they can be used. A second program that does
 * the same waits.
 * @throws EnvironmentError with the cause if it cannot be started
 */
export async function bringUpMuseum(context: NativeContext, start: Start): Promise<void> {
  const { museum, lock } = context.paths;
  const { report, signal } = start;
  const bringUp = async (): Promise<void> => {
    const [zooKeeper, broker] = await Promise.all([living(museum.zooKeeper), living(museum.broker)]);
    const isStored = await isMuseumStored(museum);
    if (zooKeeper && broker && isStored) {
      report({ service: 'museum', phase: 'waiting' });
      if ((await waitUntilReady(museumBroker(museum), broker, signal, () => isMuseumUp(museum))) === 'ready') return;
    }
    // A broker without its ZooKeeper is of no use.
    await endNode(museum.broker, 'kill');
    if (!isStored) await startAfresh(museum);
    await startMuseum(context, start);
  };
  await withLock(lock, bringUp, { signal, onWait: () => report({ service: 'museum', phase: 'waiting' }) });
}

/**
 * Refuses a museum for which there is no room; one whose processes live has it already.
 * @throws EnvironmentError that says what it needs
 */
export async function requireRoom({ paths: { museum }, memoryMb }: NativeContext): Promise<void> {
  if ((await living(museum.zooKeeper)) ?? (await living(museum.broker))) return;
  const parts = messages().engine.museumParts;
  requireMemory(memoryMb(), { service: 'museum', neededMb: museumMemoryMb, parts });
}

async function living(paths: MuseumPaths['broker']) {
  const state = await readNodeState(paths);
  return (await livingNode(state)) && state;
}

/** A broker refuses a ZooKeeper that it does not know. */
async function startAfresh({ zooKeeper, broker }: MuseumPaths): Promise<void> {
  await endNode(zooKeeper, 'kill');
  for (const { data } of [zooKeeper, broker]) await rm(data, { recursive: true, force: true, maxRetries: 3 });
}

/** Ends the broker, then its ZooKeeper: the broker takes leave of it. Data and ports are kept. */
export async function endMuseum({ museum, lock }: NativeContext['paths'], how: 'stop' | 'kill'): Promise<void> {
  await withLock(lock, async () => {
    await endNode(museum.broker, how);
    await endNode(museum.zooKeeper, how);
  });
}

/** Ends it and removes what it stores: the next time it is as it was on its first day. Ports are kept. */
export async function clearMuseum(paths: NativeContext['paths']): Promise<void> {
  await endMuseum(paths, 'kill');
  await withLock(paths.lock, () => startAfresh(paths.museum));
}
