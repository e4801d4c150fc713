import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { messages } from '../../messages/index.ts';
import { availableMemoryMb } from '../../platform/memory.ts';
import type { Finding } from '../types.ts';
import type { NativeContext } from './context.ts';

const MB = 1024 * 1024;

/** The broker (300 MB with its JVM) and one or two tools (120 MB each) beside this program. */
const neededMemoryMb = 700;
/** Jars 54 MB, Maven's copies of them, the class data 82 MB, what the lessons write. */
const neededDiskMb = 400;
/** Also the connectors and Maven's copies of them, 170 MB, two databases, 50 MB each, and MariaDB itself where it is not installed, 500 MB. */
const neededForAllMb = 1200;

export const findMemory = async (): Promise<Finding> => judge('memory', availableMemoryMb(), neededMemoryMb);

/** Looks at the disk of the data folder; the folder itself may not exist yet. */
export async function findDisk({ folders }: NativeContext): Promise<readonly Finding[]> {
  const megabytes = await freeMegabytes(folders.home);
  return megabytes === undefined ? [] : [judgeDisk(megabytes)];
}

/** Enough for the lessons with Kafka alone may be too little for those with connectors and databases. */
export function judgeDisk(megabytes: number): Finding {
  const found = judge('disk', megabytes, neededDiskMb);
  if (found.level !== 'ok' || megabytes >= neededForAllMb) return found;
  const why = messages().services.diskForMore({ needed: neededForAllMb });
  return { ...found, id: 'disk-short-for-databases', level: 'warning', why };
}

async function freeMegabytes(folder: string): Promise<number | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    const found = await statfs(at).catch(() => undefined);
    if (found) return Math.round((found.bavail * found.bsize) / MB);
    if (at === dirname(at)) return undefined;
  }
}

export function judge(kind: 'memory' | 'disk', megabytes: number, needed: number): Finding {
  const say = messages().engine;
  const what = say[kind]({ megabytes });
  if (megabytes >= needed) return { id: kind, level: 'ok', what };
  return { id: `${kind}-short`, level: 'warning', what, why: say[`${kind}Why`]({ needed }) };
}
