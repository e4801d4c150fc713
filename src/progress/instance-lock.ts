import { rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import lockfile from 'proper-lockfile';
import * as z from 'zod';
import { EnvironmentError } from '../errors.ts';
import { messages } from '../messages/index.ts';
import { readJson, writeJson } from '../platform/json-file.ts';
import { withLock } from '../platform/lock.ts';
import { patiently } from '../platform/patiently.ts';
import { identify } from '../platform/process-identity.ts';

export type InstanceLock = {
  readonly release: () => Promise<void>;
  /** True after another instance has taken it over, as can happen when this one was asleep. */
  readonly isLost: () => boolean;
};

const ownerSchema = z.object({ pid: z.int().positive(), host: z.string() });

/**
 * Makes this the only instance that writes progress in this home. A lock whose owner has died is taken over at once.
 * @throws EnvironmentError if another instance has it; a system error if the folder cannot be written to
 */
export async function lockInstance(home: string): Promise<InstanceLock> {
  const file = join(home, 'progress.json');
  const lockPath = join(home, 'progress.lock');
  const ownerPath = join(home, 'progress.owner.json');
  let lost = false;
  const lock = (): Promise<() => Promise<void>> =>
    lockfile.lock(file, {
      realpath: false,
      lockfilePath: lockPath,
      stale: 10_000,
      update: 2_000,
      onCompromised: () => {
        lost = true;
      },
    });
  // Two that start at once must not both see a dead owner and take the lock from each other.
  const release = await withLock(join(home, 'progress.opening'), async () => {
    const owner = await readJson(ownerPath, ownerSchema);
    if (owner?.host === hostname() && (await identify(owner.pid)) === undefined) {
      await rm(lockPath, { recursive: true, force: true });
    }
    const unlock = await patiently(lock).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ELOCKED' ? alreadyOpen(owner?.pid) : error;
    });
    await writeJson(ownerPath, { pid: process.pid, host: hostname() }).catch(async (error) => {
      await unlock();
      throw error;
    });
    return unlock;
  });
  return {
    isLost: () => lost,
    release: async () => {
      if (lost) return;
      // The folder may be gone or have become read-only: then there is no lock left, or nobody else can have one either.
      await rm(ownerPath, { force: true }).catch(() => undefined);
      await release().catch(() => undefined);
    },
  };
}

function alreadyOpen(pid: number | undefined): EnvironmentError {
  const say = messages().progress;
  return new EnvironmentError({ what: say.locked({ pid }), why: say.lockedWhy, next: say.lockedNext });
}
