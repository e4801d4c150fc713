import type { Address } from '../engine/types.ts';
import type { Lesson, ServiceName } from '../lesson/types.ts';
import type { LivePlace } from '../live/keep-live.ts';
import type { SessionDeps } from './deps.ts';
import { clusterService } from './services.ts';

/** Where the Kafka is that a lesson speaks of, and its Connect worker. One that needs none shows the Kafka that is there. */
export async function livePlace({ engine }: Pick<SessionDeps, 'engine'>, lesson?: Lesson): Promise<LivePlace> {
  const services = lesson?.services ?? [];
  const kafka = await firstAddress(engine, [clusterService(services), 'broker', 'cluster']);
  const usesConnect = services.includes('connect');
  const connect = usesConnect ? await engine.address('connect') : undefined;
  return {
    owned: lesson?.owns.topics ?? [],
    usesConnect,
    isWhole: kafka !== undefined && (!usesConnect || connect !== undefined),
    ...(kafka && { kafka }),
    ...(connect && { connect }),
  };
}

/** `broker` and `cluster` take each other's place: the one that has not got it has no address. */
async function firstAddress(
  engine: SessionDeps['engine'],
  services: readonly ServiceName[],
): Promise<Address | undefined> {
  for (const service of services) {
    const found = await engine.address(service);
    if (found) return found;
  }
  return undefined;
}
