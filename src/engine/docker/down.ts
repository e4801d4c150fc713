import { rm, rmdir } from 'node:fs/promises';
import { messages } from '../../messages/index.ts';
import { withLock } from '../../platform/lock.ts';
import { type DockerContext, projectLabel } from './context.ts';
import { runDocker, went } from './docker-command.ts';
import { dockerFailed } from './docker-failed.ts';

/** Stopping a broker takes a second; one that hangs is killed after its grace time. */
const longestStopMs = 60_000;

/**
 * Removes the containers and the network of our project; purge also the volumes and the files of this engine. Found by our label,
 * so what was started by hand goes as well, and nothing of anybody else's. Images stay. Idempotent.
 */
export async function takeDown(context: DockerContext, purge: boolean): Promise<void> {
  const { environment, logs, cache, home } = context.folders;
  await withLock(context.paths.lock, async () => {
    const containers = await ours(context, ['container', 'ls', '--all', '--quiet']);
    await onAll(context, ['container', 'stop', '--time', '15'], containers);
    await onAll(context, ['container', 'rm', '--force', '--volumes'], containers);
    await onAll(context, ['network', 'rm'], await ours(context, ['network', 'ls', '--quiet']));
    if (!purge) return;
    await onAll(context, ['volume', 'rm'], await ours(context, ['volume', 'ls', '--quiet']));
    for (const folder of [context.paths.folder, context.paths.shims, logs]) await remove(folder);
    // The native engine may have its own in there.
    await rmdir(environment).catch(() => undefined);
  });
  if (purge) for (const folder of [cache, home]) await rmdir(folder).catch(() => undefined);
}

/** The ids of what carries our label; nothing if there is no Docker to ask. */
async function ours(context: DockerContext, list: readonly string[]): Promise<readonly string[]> {
  const answer = await runDocker(context, [...list, '--filter', `label=${projectLabel}=${context.project}`]);
  if (went(answer)) return answer.stdout.split('\n').filter((id) => id !== '');
  throw await dockerFailed(context, messages().docker.cannotStop, answer);
}

async function onAll(context: DockerContext, command: readonly string[], ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const answer = await runDocker(context, [...command, ...ids], { limitMs: longestStopMs });
  if (!went(answer)) throw await dockerFailed(context, messages().docker.cannotStop, answer);
}

const remove = (path: string): Promise<void> =>
  rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
