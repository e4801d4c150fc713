import type { Finding } from '../types.ts';
import type { NativeContext } from './context.ts';
import { findBroker, findLeftovers, findPort } from './diagnose-broker.ts';
import { findMariaDb } from './diagnose-databases.ts';
import { findJava, findKafka, findMavenOrHome } from './diagnose-installed.ts';
import { findDisk, findMemory } from './diagnose-machine.ts';
import { findSystem } from './diagnose-system.ts';

/** What this machine has and lacks for the native engine. In order of cause: the first error explains those after it. */
export async function diagnose(context: NativeContext): Promise<readonly Finding[]> {
  const findings = await Promise.all([
    findSystem(),
    findJava(context),
    findMavenOrHome(context),
    findKafka(context),
    findMariaDb(context),
    findMemory(),
    findDisk(context),
    findPort(context),
    findBroker(context),
    findLeftovers(context),
  ]);
  return findings.flat();
}
