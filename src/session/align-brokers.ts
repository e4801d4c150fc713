import { brokerName, isTarget } from '../engine/target.ts';
import type { NodeStatus } from '../engine/types.ts';
import type { Lesson, Step } from '../lesson/types.ts';
import type { SessionEngine } from './deps.ts';
import { stoppedTargets } from './stopped-targets.ts';

/**
 * Puts the brokers of the lesson's cluster as the steps before left them: what they stopped is stopped, the others run. The cluster
 * itself is up. Returns the names of those that were started or stopped for it.
 */
export async function alignBrokers(
  engine: Pick<SessionEngine, 'status' | 'start' | 'stop'>,
  lesson: Lesson,
  before: readonly Step[],
): Promise<readonly string[]> {
  if (!lesson.services.includes('cluster')) return [];
  const stopped = stoppedTargets(before);
  const nodes = (await engine.status()).find(({ service }) => service === 'cluster')?.nodes ?? [];
  const changed = await Promise.all(
    nodes.map(async ({ node, state }) => {
      const name = brokerName(node);
      if (!isTarget(name)) return [];
      const isUp = isRunning(state);
      if (stopped.has(name) === !isUp) return [];
      await (isUp ? engine.stop(name) : engine.start(name));
      return [name];
    }),
  );
  return changed.flat();
}

const isRunning = (state: NodeStatus['state']): boolean => state === 'running' || state === 'starting';
