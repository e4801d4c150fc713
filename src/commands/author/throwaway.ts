import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reserveDockerPorts } from '../../engine/docker/reserve-ports.ts';
import { reserveNativePorts } from '../../engine/native/reserve-ports.ts';
import { exitCodes, UserError } from '../../errors.ts';
import { messages } from '../../messages/index.ts';
import { packSource } from '../../pack/pack-source.ts';
import { folders } from '../../platform/folders.ts';
import type { CommonOptions } from '../options.ts';
import { trustAny } from '../trust-pack.ts';
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
 * Whose folder it is has written what is in it, so nobody is asked whether it is trusted. Throws UserError as openWorkshop does, and for
 * a pack that is not in a folder.
 */
export async function openThrowaway(
  options: CommonOptions,
  { env = process.env, prefix = 'kafka-lessons-author-', anywhere = false }: ThrowawayOptions = {},
): Promise<Throwaway> {
  await refuseAllButFolders(options.pack);
  const home = await mkdtemp(join(tmpdir(), prefix));
  const own = { ...env, KAFKA_LESSONS_HOME: home, KAFKA_LESSONS_CACHE: folders(env).cache };
  const removeHome = (): Promise<void> => rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  try {
    await reserveNativePorts(folders(own));
    await reserveDockerPorts(folders(own));
    const workshop = await openWorkshop({ ...options, trust: trustAny }, { lock: true, env: own, anywhere });
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

/**
 * Throws UserError (exit 2) for a pack that was unpacked into the cache: nobody would find there what is written into it, and what
 * mistakes do (tries.yaml) is not among the things that are shown before a pack from elsewhere is trusted.
 */
export async function refuseAllButFolders(given: string | undefined): Promise<void> {
  if (given === undefined || (await packSource(given, process.cwd())).kind === 'folder') return;
  const say = messages().authorTest;
  throw new UserError({ what: say.wantsFolder({ given }), next: say.wantsFolderNext }, exitCodes.usage);
}
