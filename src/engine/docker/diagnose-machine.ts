import { statfs } from 'node:fs/promises';
import { messages } from '../../messages/index.ts';
import { hasOwnDaemon } from '../../platform/docker-host.ts';
import type { Finding } from '../types.ts';
import { askDocker } from './diagnose-ask.ts';
import { clockSkew, type InfoFact, infoFact } from './docker-facts-info.ts';

const MB = 1024 * 1024;

/** A broker 320 MB, one or two tools 120 MB each, what the daemon's own machine needs. */
const neededMemoryMb = 1000;
/** Images 600 MB, what the lessons write. */
const neededDiskMb = 1500;

/** Memory, disk and clock of the machine the containers run on. */
export async function findMachine(env: NodeJS.ProcessEnv): Promise<readonly Finding[]> {
  const from = Date.now();
  const info = infoFact(await askDocker(['info', '--format', '{{json .}}'], { env, limitMs: 5000 }));
  const skew = info.clock === undefined ? 0 : clockSkew(info.clock, { from, to: Date.now() });
  return [...findMemory(info), ...(await findDisk(info)), ...findClock(info, skew)];
}

export function findMemory({ memoryBytes, isDesktop }: InfoFact): readonly Finding[] {
  if (memoryBytes === undefined) return [];
  const say = messages().doctor;
  const megabytes = Math.round(memoryBytes / MB);
  const what = say.dockerMemory({ megabytes });
  if (megabytes >= neededMemoryMb) return [{ id: 'docker-memory', level: 'ok', what }];
  const why = say.dockerMemoryWhy({ needed: neededMemoryMb });
  return [{ id: 'docker-memory-short', level: 'warning', what, why, ...(isDesktop && { fix: say.moreMemoryFix }) }];
}

/** Only where the daemon's files are on this system. */
async function findDisk({ rootDir, isDesktop }: InfoFact): Promise<readonly Finding[]> {
  if (rootDir === undefined || isDesktop || !hasOwnDaemon()) return [];
  const found = await statfs(rootDir).catch(() => undefined);
  return found ? judgeDisk(Math.round((found.bavail * found.bsize) / MB)) : [];
}

export function judgeDisk(megabytes: number): readonly Finding[] {
  const say = messages().doctor;
  const what = say.dockerDisk({ megabytes });
  if (megabytes >= neededDiskMb) return [{ id: 'docker-disk', level: 'ok', what }];
  const why = say.dockerDiskWhy({ needed: neededDiskMb });
  return [{ id: 'docker-disk-short', level: 'warning', what, why, fix: say.pruneFix }];
}

export function findClock({ isDesktop }: Pick<InfoFact, 'isDesktop'>, seconds: number): readonly Finding[] {
  if (seconds === 0) return [];
  const say = messages().doctor;
  return [
    {
      id: 'docker-clock-skew',
      level: 'warning',
      what: say.clockSkew({ seconds }),
      why: say.clockSkewWhy,
      fix: isDesktop ? say.restartDesktop : say.restartDaemon,
    },
  ];
}
