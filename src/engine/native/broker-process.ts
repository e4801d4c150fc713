import { spawn } from 'node:child_process';
import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { EnvironmentError } from '../../errors.ts';
import { messages } from '../../messages/index.ts';
import { loopback } from '../../platform/free-port.ts';
import { identify } from '../../platform/process-identity.ts';
import { askBroker } from '../ask-broker.ts';
import { causeLine, saysPortTaken, tailOf } from '../broker-log.ts';
import { type BrokerState, brokerClass, formattedClusterId, livingBroker, writeBrokerState } from './broker-state.ts';
import type { NativeContext, NativePaths } from './context.ts';
import { jvmEnvironment } from './jvm.ts';
import { propertiesText, serverProperties } from './server-properties.ts';

/** A broker takes 1-2 s; a slow machine that recovers a crashed log takes many times that. */
const longestStartMs = 60_000;
const pollMs = 30;

export type Launch = {
  readonly java: string;
  /** flags up to the class path */
  readonly jvm: readonly string[];
  readonly ports: { readonly port: number; readonly controllerPort: number };
};

/** Starts the broker so that it outlives this program, and remembers it at once. */
export async function launchBroker(context: NativeContext, launch: Launch): Promise<BrokerState> {
  const { paths } = context;
  await mkdir(paths.logs, { recursive: true });
  await writeFile(paths.properties, propertiesText(serverProperties({ ...launch.ports, dataFolder: paths.data })));
  await rm(paths.console, { force: true });
  const output = await open(paths.console, 'a');
  try {
    const child = spawn(launch.java, [...launch.jvm, brokerClass, paths.properties], {
      cwd: paths.broker,
      env: jvmEnvironment(context.env),
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
      windowsHide: true,
    });
    const pid = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('spawn', () => resolve(child.pid ?? 0));
    });
    child.unref();
    const started = (await identify(pid))?.started;
    const state: BrokerState = { format: 1, ...launch.ports };
    if (started === undefined) return state;
    const remembered = { ...state, process: { pid, started, mainClass: brokerClass } };
    await writeBrokerState(paths, remembered);
    return remembered;
  } finally {
    await output.close();
  }
}

/** True if our broker answers there: the cluster id, which nobody else has, proves that it is ours. */
export async function answers(paths: NativePaths, state: BrokerState, timeoutMs = 1000): Promise<boolean> {
  const [clusterId, answer] = await Promise.all([
    formattedClusterId(paths),
    askBroker(loopback, state.port, timeoutMs),
  ]);
  return clusterId !== undefined && answer?.clusterId === clusterId && answer.brokers.length > 0;
}

/** How waiting for a broker ended. */
export type StartEnd = 'ready' | 'port-taken';

/**
 * Waits until the broker can be used.
 * @returns port-taken if it ended because a port was not free
 * @throws EnvironmentError if it ended otherwise, or does not answer in time
 */
export async function waitUntilReady(paths: NativePaths, state: BrokerState, signal: AbortSignal): Promise<StartEnd> {
  const deadline = Date.now() + longestStartMs;
  while (Date.now() < deadline) {
    signal.throwIfAborted();
    if (await answers(paths, state)) return 'ready';
    if ((await livingBroker(state)) === undefined) {
      if (saysPortTaken(await startLog(paths))) return 'port-taken';
      throw await brokerFailed(paths);
    }
    await delay(pollMs, undefined, { signal });
  }
  const say = messages().engine;
  throw new EnvironmentError({
    what: say.brokerSilent({ seconds: longestStartMs / 1000 }),
    why: say.brokerSilentWhy({ log: paths.serverLog }),
    next: say.downNext,
  });
}

/** The error of a broker that ended while it started, with the cause from its log. */
export async function brokerFailed(paths: NativePaths): Promise<EnvironmentError> {
  const say = messages().engine;
  const cause = causeLine(await startLog(paths)) ?? say.noCause;
  return new EnvironmentError({
    what: say.brokerFailed,
    why: say.brokerFailedWhy({ cause, log: paths.serverLog }),
    next: say.doctorNext,
  });
}

const startLog = async (paths: NativePaths): Promise<string> =>
  `${await tailOf(paths.serverLog)}\n${await tailOf(paths.console)}`;
