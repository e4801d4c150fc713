import { join } from 'node:path';
import { withLock } from '../../src/platform/lock.ts';
import { testCache } from './kafka-once.ts';

/**
 * Waits until no other test file has the port at which a lesson with a compose file brings a Kafka of its own up: it stands in that file, so
 * that it cannot be another one for each. Returns what lets go of it.
 */
export const takeComposedPort = (): Promise<() => void> =>
  new Promise((taken, failed) => {
    withLock(join(testCache, 'composed-port'), () => new Promise<void>((letGo) => taken(letGo))).catch(failed);
  });
