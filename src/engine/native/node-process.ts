import { mkdir, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { EnvironmentError } from '../../errors.ts';
import { messages } from '../../messages/index.ts';
import { endProcess } from '../../platform/end-process.ts';
import { loopback } from '../../platform/free-port.ts';
import { askBroker } from '../ask-broker.ts';
import { causeLine, saysPortTaken, tailOf } from '../broker-log.ts';
import type { NativeContext, NodePaths } from './context.ts';
import { jvmEnvironment } from './jvm.ts';
import { launchProcess } from './launch-process.ts';
import { formattedClusterId, livingNode, type NodeState, readNodeState, writeNodeState } from './node-state.ts';
import { type Properties, propertiesText } from './server-properties.ts';

/** A broker takes 1-2 s; a slow machine that recovers a crashed log takes many times that. */
const longestStartMs = 60_000;
/** One that was up answers within milliseconds; who says nothing for so long hangs, and no waiting brings it back. */
const hungAfterMs = 10_000;
const stopGraceMs = 15_000;
const pollMs = 30;

export type Launch = {
  readonly java: string;
  /** flags up to the class path */
  readonly jvm: readonly string[];
  /** it is given the file with the properties */
  readonly mainClass: string;
  readonly properties: Properties;
  readonly ports: { readonly port: number; readonly controllerPort?: number };
};

/** A process as it is told of: `the broker`, `broker-2`. */
export type NamedNode = { readonly id: number; readonly name: string; readonly paths: NodePaths };

/** Starts a node so that it outlives this program, and remembers it at once. */
export async function launchNode(
  { env }: Pick<NativeContext, 'env'>,
  paths: NodePaths,
  { java, jvm, mainClass, properties, ports }: Launch,
): Promise<NodeState> {
  await mkdir(paths.folder, { recursive: true });
  await writeFile(paths.properties, propertiesText(properties));
  const args = [...jvm, mainClass, paths.properties];
  return launchProcess(paths, { file: java, args, env: jvmEnvironment(env), mark: mainClass, ports });
}

/**
 * True if our node answers there as a member of its cluster: the cluster id, which nobody else has, proves that it is ours, and a
 * node that is not yet unfenced is not among the brokers.
 */
export async function answers(
  { id, paths }: Pick<NamedNode, 'id' | 'paths'>,
  { port }: Pick<NodeState, 'port'>,
  timeoutMs = 1000,
): Promise<boolean> {
  const [clusterId, answer] = await Promise.all([formattedClusterId(paths), askBroker(loopback, port, timeoutMs)]);
  return clusterId !== undefined && answer?.clusterId === clusterId && answer.brokers.some((each) => each.id === id);
}

/** How waiting for a node ended. */
export type StartEnd = 'ready' | 'port-taken';

/**
 * Waits until the node can be used.
 * @param isReady whether it can; that it answers as a member of its cluster, if left out
 * @returns port-taken if it ended because a port was not free
 * @throws EnvironmentError if it ended otherwise, or does not answer in time
 */
export async function waitUntilReady(
  node: NamedNode,
  state: NodeState,
  signal: AbortSignal,
  isReady?: () => Promise<boolean>,
): Promise<StartEnd> {
  const end = await waitFor(node, state, { signal, isReady, withinMs: longestStartMs });
  if (end !== 'silent') return end;
  const say = messages().engine;
  throw new EnvironmentError({
    what: say.brokerSilent({ name: node.name, seconds: longestStartMs / 1000 }),
    why: say.brokerSilentWhy({ log: node.paths.serverLog }),
    next: say.downNext,
  });
}

/**
 * The same for a node that was up before: one that hangs is not waited for, it can be replaced.
 * @returns silent if it lives but does not answer
 */
export const waitForRunning = (node: NamedNode, state: NodeState, signal: AbortSignal): Promise<StartEnd | 'silent'> =>
  waitFor(node, state, { signal, withinMs: hungAfterMs });

type Waiting = {
  readonly signal: AbortSignal;
  readonly isReady?: (() => Promise<boolean>) | undefined;
  readonly withinMs: number;
};

async function waitFor(
  node: NamedNode,
  state: NodeState,
  { signal, isReady = () => answers(node, state), withinMs }: Waiting,
): Promise<StartEnd | 'silent'> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    signal.throwIfAborted();
    if (await isReady()) return 'ready';
    if ((await livingNode(state)) === undefined) {
      if (saysPortTaken(await startLog(node.paths))) return 'port-taken';
      throw await nodeFailed(node);
    }
    await delay(pollMs, undefined, { signal });
  }
  return 'silent';
}

/** The error of a node that ended while it started, with the cause from its log. */
export async function nodeFailed({ name, paths }: NamedNode): Promise<EnvironmentError> {
  const say = messages().engine;
  const cause = causeLine(await startLog(paths)) ?? say.noCause;
  return new EnvironmentError({
    what: say.brokerFailed({ name }),
    why: say.brokerFailedWhy({ cause, log: paths.serverLog }),
    next: say.doctorNext,
  });
}

/** Ends a node: TERM and a grace time, or at once. Its data and ports are kept. Nothing to end is no error. */
export async function endNode(paths: NodePaths, how: 'stop' | 'kill'): Promise<void> {
  const state = await readNodeState(paths);
  if (state === undefined) return;
  const own = await livingNode(state);
  if (own) await endProcess(own.pid, own.started, how === 'stop' ? stopGraceMs : 0);
  const { process: _, ...rest } = state;
  await writeNodeState(paths, rest);
}

const startLog = async (paths: NodePaths): Promise<string> =>
  `${await tailOf(paths.serverLog)}\n${await tailOf(paths.console)}`;
