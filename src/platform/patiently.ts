import { setTimeout as delay } from 'node:timers/promises';

const pollMs = 50;

/** What Windows says of a file or folder that somebody, often a virus scanner, still has open. */
const held: readonly (string | undefined)[] = ['EPERM', 'EACCES', 'EBUSY', 'ENOTEMPTY'];

/**
 * Does something with a file or folder (renaming it, mostly). On Windows it is tried again for a while when somebody has it open, which is
 * no obstacle elsewhere.
 * @throws what the work throws, there after the last attempt
 */
export async function patiently<T>(
  work: () => Promise<T>,
  platform: NodeJS.Platform = process.platform,
  withinMs = 5_000,
): Promise<T> {
  const deadline = Date.now() + (platform === 'win32' ? withinMs : 0);
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!held.includes((error as NodeJS.ErrnoException).code) || Date.now() >= deadline) throw error;
      await delay(pollMs);
    }
  }
}
