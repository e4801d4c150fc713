import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, loopback } from '../../platform/free-port.ts';
import { withLock } from '../../platform/lock.ts';
import { connectAnswers } from '../ask-connect.ts';
import { readCurrent } from '../current-kafka.ts';
import { canonicalPorts, memoryNeeds } from '../side-services.ts';
import type { ServiceStatus } from '../types.ts';
import { type WorkerPlace, workerEnvironment, workerProperties } from './connect-settings.ts';
import type { NativeContext } from './context.ts';
import { databasePort, databasePorts } from './database-ports.ts';
import { kafkaService } from './kafka-nodes.ts';
import { endNode, launchNode, type NamedNode, nodeFailed, type StartEnd, waitUntilReady } from './node-process.ts';
import { formattedClusterId, livingNode, type NodeState, readNodeState } from './node-state.ts';
import { serverJvm } from './runtime.ts';
import type { Start } from './start-nodes.ts';

const workerClass = 'org.apache.kafka.connect.cli.ConnectDistributed';
const heapMb = 512;

const named = ({ paths }: Pick<NativeContext, 'paths'>): NamedNode => ({
  id: 0,
  name: 'connect',
  paths: paths.connect,
});

/** What a running worker was started with: another broker, port or setting makes it begin anew. */
type Worker = {
  readonly place: WorkerPlace;
  /** of the Kafka that holds what it keeps */
  readonly clusterId: string | undefined;
};

/** @param plugins the folder that holds one folder a connector */
export type ConnectStart = Start & { readonly plugins: string };

async function findWorker(context: NativeContext, plugins: string, port: number): Promise<Worker> {
  const { paths } = context;
  const [first] = kafkaService(await readCurrent(paths), paths).nodes;
  const [broker, clusterId] = await Promise.all([readNodeState(first.paths), formattedClusterId(first.paths)]);
  const shopPort = await databasePort(paths, 'shop', [port]);
  const warehousePort = await databasePort(paths, 'warehouse', [port]);
  return { place: { port, brokerPort: broker?.port ?? first.port, shopPort, warehousePort, plugins }, clusterId };
}

/** All that decides how a worker behaves, in one text. */
async function settingsText(context: NativeContext, { place, clusterId }: Worker): Promise<string> {
  const properties = await workerProperties(context, place);
  return JSON.stringify({ clusterId, properties, environment: workerEnvironment(context, place) });
}

const settingsFile = ({ paths }: NativeContext): string => join(paths.connect.folder, 'started-with.json');

/** True if the worker runs with the settings it is to have and can be used, found out in a few milliseconds. */
export async function isConnectUp(context: NativeContext, plugins: string): Promise<boolean> {
  const state = await readNodeState(context.paths.connect);
  if (state?.process === undefined) return false;
  const worker = await findWorker(context, plugins, state.port);
  return (await isAsItShouldBe(context, worker)) && (await answers(state, worker.clusterId));
}

const isAsItShouldBe = async (context: NativeContext, worker: Worker): Promise<boolean> =>
  (await readFile(settingsFile(context), 'utf8').catch(() => '')) === (await settingsText(context, worker));

const answers = ({ port }: NodeState, clusterId?: string): Promise<boolean> =>
  connectAnswers({ host: loopback, port }, clusterId);

/**
 * Brings the worker up beside the Kafka of the lessons, and waits until it can be used. One that runs with other settings, or
 * for a Kafka that is gone, is ended first. A second program that does the same waits.
 * @throws EnvironmentError with the cause if it cannot be started
 */
export async function bringUpConnect(context: NativeContext, start: ConnectStart): Promise<void> {
  const { connect, lock } = context.paths;
  const bringUp = async (): Promise<void> => {
    const state = await readNodeState(connect);
    if (state && (await livingNode(state))) {
      const worker = await findWorker(context, start.plugins, state.port);
      if (await isAsItShouldBe(context, worker)) {
        start.report({ service: 'connect', phase: 'waiting' });
        const isReady = () => answers(state, worker.clusterId);
        if ((await waitUntilReady(named(context), state, start.signal, isReady)) === 'ready') return;
      }
      await endNode(connect, 'stop');
    }
    // A port that was free a moment ago can be gone: once more with another, then it is told.
    if ((await startOnce(context, start)) === 'ready') return;
    if ((await startOnce(context, start)) === 'port-taken') throw await nodeFailed(named(context));
  };
  const onWait = () => start.report({ service: 'connect', phase: 'waiting' });
  await withLock(lock, bringUp, { signal: start.signal, onWait });
}

async function startOnce(context: NativeContext, start: ConnectStart): Promise<StartEnd> {
  const { connect } = context.paths;
  const { runtime, report, signal } = start;
  const before = await readNodeState(connect);
  const preferred = [before?.port ?? canonicalPorts.connect, canonicalPorts.connect];
  const port = await freePort(preferred, await databasePorts(context.paths));
  const worker = await findWorker(context, start.plugins, port);
  const { place, clusterId } = worker;
  report({ service: 'connect', phase: 'starting', memoryMb: memoryNeeds.connect });
  const jvm = serverJvm(context, runtime, { heapMb, logs: connect.logs });
  const env = { ...context.env, ...workerEnvironment(context, place) };
  const properties = await workerProperties(context, place);
  try {
    const launch = { java: runtime.java.file, jvm, mainClass: workerClass, properties, ports: { port } };
    const state = await launchNode({ env }, connect, launch);
    await writeFile(settingsFile(context), await settingsText(context, worker));
    report({ service: 'connect', phase: 'waiting', memoryMb: memoryNeeds.connect });
    const end = await waitUntilReady(named(context), state, signal, () => answers(state, clusterId));
    if (end === 'port-taken') await endNode(connect, 'kill');
    return end;
  } catch (error) {
    // What was asked for and let go of goes on starting: the next start joins it.
    if (!signal.aborted) await endNode(connect, 'kill');
    throw error;
  }
}

/** Ends the worker; it says goodbye to its group unless it is killed. What it keeps is in Kafka. */
export const endConnect = ({ connect, lock }: NativeContext['paths'], how: 'stop' | 'kill'): Promise<void> =>
  withLock(lock, () => endNode(connect, how));

/** What the worker does now; absent until it was started for the first time. */
export async function connectStatus({ paths }: Pick<NativeContext, 'paths'>): Promise<ServiceStatus> {
  const state = await readNodeState(paths.connect);
  if (state === undefined) return { service: 'connect', state: 'absent' };
  const known = { service: 'connect', address: { host: loopback, port: state.port } } as const;
  const own = await livingNode(state);
  if (own === undefined) return { ...known, state: 'stopped' };
  return { ...known, state: (await answers(state)) ? 'running' : 'starting', pid: own.pid };
}
