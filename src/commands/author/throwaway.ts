import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reserveDockerPorts } from '../../engine/docker/reserve-ports.ts';
import { reserveNativePorts } from '../../engine/native/reserve-ports.ts';
import { folders } from '../../platform/folders.ts';
import type { CommonOptions } from '../options.ts';
import { openWorkshop, type Workshop } from '../workshop.ts';

/** A workshop in a home of its own: nothing of the learner's is touched, and nothing of it stays. */
export type Throwaway = {
  readonly workshop: Workshop;
  /** what its commands inherit */
  readonly env: NodeJS.ProcessEnv;
  /** Ends everything in it and removes it. */
  readonly remove: () => Promise<void>;
};

export type ThrowawayOptions = {
  readonly env?: NodeJS.ProcessEnv;
  /** any step may be opened */
  readonly anywhere?: boolean;
  /** what the folder's name begins with, in the temp folder of the system */
  readonly prefix?: string;
};

/**
 * Makes a home in the temp folder, on ports that nobody looks for first; downloads are shared with the learner's own home.
 * Throws UserError as openWorkshop does.
 */
export async function openThrowaway(
  options: CommonOptions,
  { env = process.env, prefix = 'kafka-lessons-author-', anywhere = false }: ThrowawayOptions = {},
): Promise<Throwaway> {
  const home = await mkdtemp(join(tmpdir(), prefix));
  const own = { ...env, KAFKA_LESSONS_HOME: home, KAFKA_LESSONS_CACHE: folders(env).cache };
  const removeHome = (): Promise<void> => rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  try {
    await reserveNativePorts(folders(own));
    await reserveDockerPorts(folders(own));
    const workshop = await openWorkshop(options, { lock: true, env: own, anywhere });
    return {
      workshop,
      env: own,
      remove: async () => {
        const { engine } = await workshop.engine();
        // With Docker data are not in the home; there, downloads are images and stay.
        await engine.down({ purge: engine.kind === 'docker' });
        await workshop.close();
        await removeHome();
      },
    };
  } catch (error) {
    await removeHome();
    throw error;
  }
}
