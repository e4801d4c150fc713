import { rename } from 'node:fs/promises';
import { endProcess } from '../../platform/end-process.ts';
import { freePort } from '../../platform/free-port.ts';
import { withLock } from '../../platform/lock.ts';
import type { Progress } from '../types.ts';
import { answers, brokerFailed, launchBroker, waitUntilReady } from './broker-process.ts';
import { type BrokerState, livingBroker, readBrokerState, writeBrokerState } from './broker-state.ts';
import type { ClassPath } from './class-path.ts';
import type { NativeContext } from './context.ts';
import { formatStorage, isFormatted } from './format-storage.ts';
import type { Java } from './java.ts';
import { jvmArguments } from './jvm.ts';
import { resourcePath } from './resources.ts';

/** The ports Kafka's own documentation uses, and every lesson. */
export const canonicalPorts = { port: 9092, controllerPort: 9093 } as const;

const brokerHeapMb = 384;
const stopGraceMs = 15_000;

/** What is needed to start JVMs. */
export type Runtime = { readonly java: Java; readonly classPath: ClassPath; readonly archive?: string | undefined };

type Report = (progress: Progress) => void;

/** The broker if it runs and answers now, in a few milliseconds. */
export async function runningBroker(context: NativeContext): Promise<BrokerState | undefined> {
  const state = await readBrokerState(context.paths);
  return state?.process && (await answers(context.paths, state)) ? state : undefined;
}

/**
 * Formats and starts the broker if it is not up, and waits until it can be used. A second program that does the same waits.
 * @throws EnvironmentError with the cause if it cannot be started
 */
export async function bringUpBroker(
  context: NativeContext,
  runtime: Runtime,
  report: Report,
  signal: AbortSignal,
): Promise<void> {
  const { paths } = context;
  const bringUp = async (): Promise<void> => {
    const state = await readBrokerState(paths);
    const own = await livingBroker(state);
    if (state && own && (await isFormatted(context))) {
      report({ service: 'broker', phase: 'waiting' });
      if ((await waitUntilReady(paths, state, signal)) === 'ready') return;
    } else if (own) {
      // Its data was removed under it: nothing it says is worth keeping.
      await endProcess(own.pid, own.started, 0);
    }
    // A port that was free a moment ago can be gone: once more with others, then it is told.
    if ((await startOnce(context, runtime, report, signal)) === 'ready') return;
    if ((await startOnce(context, runtime, report, signal)) === 'port-taken') throw await brokerFailed(paths);
  };
  await withLock(paths.lock, bringUp, { signal, onWait: () => report({ service: 'broker', phase: 'waiting' }) });
}

async function startOnce(context: NativeContext, runtime: Runtime, report: Report, signal: AbortSignal) {
  const { paths } = context;
  const remembered = await readBrokerState(paths);
  const port = await freePort([remembered?.port ?? canonicalPorts.port, canonicalPorts.port]);
  const controllerPort = await freePort(
    [remembered?.controllerPort ?? canonicalPorts.controllerPort, canonicalPorts.controllerPort],
    [port],
  );
  const ports = { port, controllerPort };
  const jvm = jvmArguments({
    heapMb: brokerHeapMb,
    logging: resourcePath(context.resources, 'server-log4j2.properties'),
    classPathFile: runtime.classPath.file,
    archive: runtime.archive,
    properties: { 'kafka.logs.dir': paths.logs },
  });
  const java = runtime.java.file;
  if (!(await isFormatted(context))) {
    report({ service: 'broker', phase: 'formatting' });
    await formatStorage(context, { java, jvm, settings: ports, signal });
  }
  report({ service: 'broker', phase: 'starting' });
  // A fresh log: what it says of a failure is then about this start.
  await rename(paths.serverLog, paths.previousLog).catch(() => undefined);
  const state = await launchBroker(context, { java, jvm, ports });
  report({ service: 'broker', phase: 'waiting' });
  return waitUntilReady(paths, state, signal);
}

/** Ends the broker: TERM and a grace time, or at once. Its data and ports are kept. */
export async function endBroker(context: NativeContext, how: 'stop' | 'kill'): Promise<void> {
  const { paths } = context;
  await withLock(paths.lock, async () => {
    const state = await readBrokerState(paths);
    if (state === undefined) return;
    const own = await livingBroker(state);
    if (own) await endProcess(own.pid, own.started, how === 'stop' ? stopGraceMs : 0);
    const { process: _, ...rest } = state;
    await writeBrokerState(paths, rest);
  });
}
