import type { KafkaName } from '../kafkas.ts';
import type { ServiceKeeper } from '../keepers.ts';
import type { Progress } from '../types.ts';
import { makeArchiveInBackground } from './class-data.ts';
import type { ClassPath } from './class-path.ts';
import type { NativeContext } from './context.ts';
import { type Java, requireJava } from './java.ts';
import { ensureKafkaJars } from './kafka-jars.ts';
import { kafkaService } from './kafka-nodes.ts';
import { bringUpKafka, endKafka, isKafkaUp, startNode } from './kafka-service.ts';
import { kafkaAddress, kafkaStatus } from './kafka-status.ts';
import type { Runtime } from './runtime.ts';
import { endsShown } from './shown-action.ts';

export type KafkaParts = {
  readonly context: NativeContext;
  /** what is needed to start JVMs, if it is here. Throws EnvironmentError if not */
  readonly runtime: () => Promise<Runtime>;
  readonly withArchive: (parts: { readonly java: Java; readonly classPath: ClassPath }) => Runtime;
};

/** One of the two Kafkas of the lessons as a service of the native engine. */
export function kafkaKeeper(name: KafkaName, { context, runtime, withArchive }: KafkaParts): ServiceKeeper {
  /** What JVMs are started from, fetched first where it is missing. */
  async function ensureRuntime(report: (progress: Progress) => void, signal: AbortSignal): Promise<Runtime> {
    report({ service: name, phase: 'checking' });
    const java = await requireJava(context.env);
    const classPath = await ensureKafkaJars(context, {
      javaHome: java.home,
      signal,
      report: (progress) => report({ service: name, ...progress }),
    });
    return withArchive({ java, classPath });
  }

  return {
    bringUp: async (report, signal) => {
      // What is missing is told when it is needed.
      const [isUp, here] = await Promise.all([isKafkaUp(context, name), runtime().catch(() => undefined)]);
      const ready = isUp && here ? here : await ensureRuntime(report, signal);
      if (!isUp) await bringUpKafka(context, name, { runtime: ready, report, signal });
      report({ service: name, phase: 'ready' });
      await makeArchiveInBackground(context, ready);
    },
    end: (how, node) => endKafka(context, name, how, node),
    startNode: async (node, report, signal) =>
      startNode(context, name, node, { runtime: await runtime(), report, signal }),
    status: () => kafkaStatus(context, name),
    address: () => kafkaAddress(context, name),
    shown: (action, id) => {
      const { nodes } = kafkaService(name, context.paths);
      return endsShown(
        action,
        nodes.filter((node) => id === undefined || node.id === id).map(({ paths }) => paths),
      );
    },
  };
}
