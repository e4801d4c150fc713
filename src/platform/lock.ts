import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import lockfile from 'proper-lockfile';
import { patiently } from './patiently.ts';

const pollMs = 100;

/**
 * Runs `work` while this process alone holds the lock `<path>.lock`; waits for another holder as long as that one lives.
 * A holder that died is noticed after 10 s.
 * @param onWait told once if the lock is held by somebody else
 * @throws whatever `work` throws, and the signal's reason when aborted while waiting
 */
export async function withLock<T>(
  path: string,
  work: () => Promise<T>,
  { signal, onWait }: { signal?: AbortSignal | undefined; onWait?: () => void } = {},
): Promise<T> {
  await mkdir(dirname(path), { recursive: true });
  const release = await acquire(path, signal, onWait);
  try {
    return await work();
  } finally {
    // Removed with the folder, or taken over after a long sleep of the machine: nothing is left to release.
    await release().catch(() => undefined);
  }
}

async function acquire(path: string, signal?: AbortSignal, onWait?: () => void): Promise<() => Promise<void>> {
  for (let told = false; ; ) {
    signal?.throwIfAborted();
    try {
      // Windows refuses a folder that is just being removed: one that another holder has let go of.
      return await patiently(() =>
        lockfile.lock(path, {
          realpath: false,
          stale: 10_000,
          update: 2_000,
          // The default throws out of a timer, which would end the program.
          onCompromised: () => undefined,
        }),
      );
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw error;
      if (!told) onWait?.();
      told = true;
      await delay(pollMs, undefined, signal ? { signal } : {});
    }
  }
}
