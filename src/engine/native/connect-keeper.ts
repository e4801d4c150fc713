import { messages } from '../../messages/index.ts';
import { readCurrent } from '../current-kafka.ts';
import type { KafkaName } from '../kafkas.ts';
import type { ServiceKeeper } from '../keepers.ts';
import { memoryNeeds } from '../side-services.ts';
import { makeArchiveInBackground } from './class-data.ts';
import { bringUpConnect, connectStatus, endConnect, isConnectUp } from './connect-service.ts';
import type { NativeContext } from './context.ts';
import { ensureFetched, findFetched } from './fetch-set.ts';
import { connectPlugins } from './jar-set.ts';
import { isKafkaUp } from './kafka-service.ts';
import { requireMemory } from './memory.ts';
import { livingNode, readNodeState } from './node-state.ts';
import type { Runtime } from './runtime.ts';
import { endsShown } from './shown-action.ts';

export type ConnectParts = {
  readonly context: NativeContext;
  readonly runtime: () => Promise<Runtime>;
  /** the Kafkas, one of which the worker keeps its own things in */
  readonly kafka: Readonly<Record<KafkaName, ServiceKeeper>>;
};

/** A Connect worker as a service of the native engine: a JVM from Kafka's own jars, with the connectors of the lessons. */
export function connectKeeper({ context, runtime, kafka }: ConnectParts): ServiceKeeper {
  const { connect } = context.paths;

  const requireRoom = async (): Promise<void> => {
    if (await livingNode(await readNodeState(connect))) return;
    const parts = messages().services.connectParts;
    requireMemory(context.memoryMb(), { service: 'connect', neededMb: memoryNeeds.connect, parts });
  };

  const plugins: (...of: Parameters<ServiceKeeper['bringUp']>) => Promise<string> = async (report, signal) => {
    const here = await findFetched(context, connectPlugins);
    if (here) return here.libs;
    report({ service: 'connect', phase: 'checking' });
    const { java } = await runtime();
    // How much it is, before anything is fetched.
    report({ service: 'connect', phase: 'downloading', done: 0, total: connectPlugins.expectedBytes });
    const fetched = await ensureFetched(context, connectPlugins, {
      javaHome: java.home,
      signal,
      report: (progress) => report({ service: 'connect', ...progress }),
    });
    return fetched.libs;
  };

  return {
    bringUp: async (report, signal) => {
      const current = await readCurrent(context.paths);
      if (!(await isKafkaUp(context, current))) await kafka[current].bringUp(report, signal);
      await requireRoom();
      const folder = await plugins(report, signal);
      if (!(await isConnectUp(context, folder))) {
        const ready = await runtime();
        await bringUpConnect(context, { plugins: folder, runtime: ready, report, signal });
        await makeArchiveInBackground(context, ready);
      }
      report({ service: 'connect', phase: 'ready' });
    },
    end: (how) => endConnect(context.paths, how),
    status: () => connectStatus(context),
    address: async () => (await connectStatus(context)).address,
    shown: (action) => endsShown(action, [connect]),
  };
}
