import type { ParsedCommand, Spawnable } from '../../command/types.ts';
import { EnvironmentError } from '../../errors.ts';
import { messages } from '../../messages/index.ts';
import { brokerOnly } from '../broker-only.ts';
import type { PortMap } from '../canonical-addresses.ts';
import { requireTool } from '../require-tool.ts';
import { writeShims } from '../shims.ts';
import { toolNames } from '../tool-table.ts';
import type { Engine, Progress } from '../types.ts';
import { bringUpBroker, canonicalPorts, endBroker, type Runtime, runningBroker } from './broker.ts';
import { readBrokerState } from './broker-state.ts';
import { brokerStatus } from './broker-status.ts';
import { findArchive, makeArchiveInBackground } from './class-data.ts';
import type { ClassPath } from './class-path.ts';
import { type NativeEngineOptions, nativeContext } from './context.ts';
import { diagnose } from './diagnose.ts';
import { takeDown } from './down.ts';
import { type Java, requireJava } from './java.ts';
import { ensureKafkaJars, findKafkaJars } from './kafka-jars.ts';
import { resourcePath } from './resources.ts';
import { toolCommand } from './tool-command.ts';

/** Apache Kafka as JVMs of this machine: no Docker, no installation beyond Java and Maven (or KAFKA_HOME). */
export function createNativeEngine(options: NativeEngineOptions): Engine {
  const context = nativeContext(options);

  async function bringUp(report: (progress: Progress) => void, signal: AbortSignal): Promise<void> {
    const [running, ready] = await Promise.all([runningBroker(context), quickRuntime()]);
    if (running && ready) {
      report({ service: 'broker', phase: 'ready' });
      await makeArchiveInBackground(context, ready);
      return;
    }
    report({ service: 'broker', phase: 'checking' });
    const java = await requireJava(context.env);
    const classPath = await ensureKafkaJars(context, {
      javaHome: java.home,
      signal,
      report: (progress) => report({ service: 'broker', ...progress }),
    });
    const runtime = withArchive({ java, classPath });
    if (running === undefined) await bringUpBroker(context, runtime, report, signal);
    report({ service: 'broker', phase: 'ready' });
    await makeArchiveInBackground(context, runtime);
  }

  const withArchive = (parts: { readonly java: Java; readonly classPath: ClassPath }): Runtime => ({
    ...parts,
    archive: findArchive(context, parts),
  });

  /** undefined if anything is missing: what, is told when it is needed. */
  const quickRuntime = (): Promise<Runtime | undefined> => runtime().catch(() => undefined);

  async function runtime(): Promise<Runtime> {
    const [java, classPath] = await Promise.all([requireJava(context.env), findKafkaJars(context)]);
    if (classPath === undefined) throw notPrepared();
    return withArchive({ java, classPath });
  }

  async function ports(): Promise<PortMap> {
    const state = await readBrokerState(context.paths);
    if (state === undefined) return new Map();
    return new Map([
      [canonicalPorts.port, state.port],
      [canonicalPorts.controllerPort, state.controllerPort],
    ]);
  }

  return {
    kind: 'native',
    diagnose: () => diagnose(context),
    ...brokerOnly({
      bringUp,
      end: (how) => endBroker(context, how),
      status: () => brokerStatus(context),
      noOther: () => messages().engine.serviceUnknownWhy,
    }),
    async spawnable(command: ParsedCommand): Promise<Spawnable> {
      const tool = requireTool(command);
      return toolCommand(tool, command.args, {
        runtime: await runtime(),
        ports: await ports(),
        logging: resourcePath(context.resources, 'tools-log4j2.properties'),
        env: context.env,
      });
    },
    tools: () => toolNames,
    shellPath: () => writeShims({ folder: context.paths.shims, program: context.program }),
    down: ({ purge }) => takeDown(context, purge),
  };
}

function notPrepared(): EnvironmentError {
  const say = messages().engine;
  return new EnvironmentError({ what: say.jarsMissing, why: say.jarsMissingWhy, next: say.upCommand });
}
