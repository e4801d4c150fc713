import { EnvironmentError } from '../../errors.ts';
import { messages } from '../../messages/index.ts';
import type { ServiceKeeper } from '../keepers.ts';
import type { NativeContext } from './context.ts';
import { museumKafka } from './jar-set.ts';
import { requireJava } from './java.ts';
import { ensureKafkaJars, findKafkaJars } from './kafka-jars.ts';
import { bringUpMuseum, clearMuseum, endMuseum, requireRoom } from './museum-service.ts';
import { isMuseumUp, museumStatus } from './museum-status.ts';
import type { Runtime } from './runtime.ts';
import { endsShown } from './shown-action.ts';

/**
 * What its JVMs are started from, if it is here.
 * @throws EnvironmentError if not
 */
export async function museumRuntime(context: NativeContext): Promise<Runtime> {
  const [java, classPath] = await Promise.all([requireJava(context.env), findKafkaJars(context, museumKafka)]);
  if (classPath) return { java, classPath };
  const say = messages().engine;
  throw new EnvironmentError({ what: say.museumMissing, why: say.museumMissingWhy, next: say.museumCommand });
}

/** Kafka 2.8.1 with its ZooKeeper as a service of the native engine, beside the lessons' Kafka. */
export function museumKeeper(context: NativeContext): ServiceKeeper {
  const { museum } = context.paths;

  const ensureRuntime: (...of: Parameters<ServiceKeeper['bringUp']>) => Promise<Runtime> = async (report, signal) => {
    report({ service: 'museum', phase: 'checking' });
    const [java, here] = await Promise.all([requireJava(context.env), findKafkaJars(context, museumKafka)]);
    if (here) return { java, classPath: here };
    // How much it is, before anything is fetched.
    report({ service: 'museum', phase: 'downloading', done: 0, total: museumKafka.expectedBytes });
    const classPath = await ensureKafkaJars(
      context,
      { javaHome: java.home, signal, report: (progress) => report({ service: 'museum', ...progress }) },
      museumKafka,
    );
    return { java, classPath };
  };

  return {
    bringUp: async (report, signal) => {
      const [isUp, here] = await Promise.all([isMuseumUp(museum), findKafkaJars(context, museumKafka)]);
      // Before anything is fetched for it.
      if (!isUp) await requireRoom(context);
      // Its tools are started from the same jars.
      if (!isUp || !here) {
        const runtime = await ensureRuntime(report, signal);
        if (!isUp) await bringUpMuseum(context, { runtime, report, signal });
      }
      report({ service: 'museum', phase: 'ready' });
    },
    end: (how) => endMuseum(context.paths, how),
    clear: () => clearMuseum(context.paths),
    status: () => museumStatus(museum),
    address: async () => (await museumStatus(museum)).address,
    shown: (action) => endsShown(action, [museum.broker, museum.zooKeeper]),
  };
}
