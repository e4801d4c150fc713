import { brokerName, isTarget, type Target } from '../engine/target.ts';
import type { NodeStatus } from '../engine/types.ts';
import type { Lesson, ServiceName, Step } from '../lesson/types.ts';
import type { SessionEngine } from './deps.ts';
import { stoppedTargets } from './stopped-targets.ts';

/** The services of a lesson that run when these steps of it have been done. */
export function runningServices({ services }: Lesson, done: readonly Step[]): readonly ServiceName[] {
  const stopped = stoppedTargets(done);
  return services.filter((service) => !stopped.has(service));
}

type Part = { readonly target: Target; readonly isUp: boolean };

/**
 * Puts the services of a lesson, and the brokers of its cluster, as the steps before left them: what they stopped is stopped, the
 * others run. The lesson's Kafka itself is up. Returns the names of those that were started or stopped for it.
 */
export async function alignServices(
  engine: Pick<SessionEngine, 'status' | 'start' | 'stop'>,
  lesson: Lesson,
  before: readonly Step[],
): Promise<readonly string[]> {
  const isKafka = (service: ServiceName): boolean => service === 'broker' || service === 'cluster';
  if (lesson.services.every((service) => service === 'broker')) return [];
  const stopped = stoppedTargets(before);
  const status = await engine.status();
  const services = lesson.services
    .filter((service) => !isKafka(service))
    .map((target): Part => ({ target, isUp: isUp(status.find(({ service }) => service === target)?.state) }));
  const cluster = lesson.services.includes('cluster') ? status.find(({ service }) => service === 'cluster') : undefined;
  const brokers = (cluster?.nodes ?? []).flatMap(({ node, state }): Part[] => {
    const target = brokerName(node);
    return isTarget(target) ? [{ target, isUp: isUp(state) }] : [];
  });
  const wrong = [...services, ...brokers].filter((part) => stopped.has(part.target) === part.isUp);
  for (const part of wrong) await (part.isUp ? engine.stop(part.target) : engine.start(part.target));
  return wrong.map(({ target }) => target);
}

const isUp = (state: NodeStatus['state'] | undefined): boolean => state === 'running' || state === 'starting';
