import { rm } from 'node:fs/promises';
import { EnvironmentError } from '../../errors.ts';
import type { DatabaseName } from '../../lesson/types.ts';
import { messages } from '../../messages/index.ts';
import { freePort, loopback } from '../../platform/free-port.ts';
import { withLock } from '../../platform/lock.ts';
import { mariadbVersion } from '../ask-mariadb.ts';
import { canonicalPorts, memoryNeeds } from '../side-services.ts';
import type { Progress, ServiceStatus } from '../types.ts';
import type { NativeContext } from './context.ts';
import { databasePorts } from './database-ports.ts';
import type { DatabaseServer } from './database-server.ts';
import { serverArguments } from './database-settings.ts';
import { initialiseDatabase, isInitialised } from './init-database.ts';
import { launchProcess } from './launch-process.ts';
import { endNode, type NamedNode, nodeFailed, type StartEnd, waitUntilReady } from './node-process.ts';
import { livingNode, type NodeState, readNodeState } from './node-state.ts';

export type DatabaseStart = {
  readonly server: DatabaseServer;
  readonly report: (progress: Progress) => void;
  readonly signal: AbortSignal;
};

const named = ({ paths }: NativeContext, name: DatabaseName): NamedNode => ({
  id: 0,
  name,
  paths: paths.databases[name],
});

const answers = async ({ port }: NodeState): Promise<boolean> =>
  (await mariadbVersion({ host: loopback, port })) !== undefined;

/** True if the server runs and can be used. */
export const isDatabaseUp = async (context: NativeContext, name: DatabaseName): Promise<boolean> =>
  (await databaseStatus(context, name)).state === 'running';

/**
 * Brings a database up and waits until it can be used; made first if it is not there. A second program that does the same waits.
 * @throws EnvironmentError with the cause if it cannot be started
 */
export async function bringUpDatabase(context: NativeContext, name: DatabaseName, start: DatabaseStart): Promise<void> {
  const { databases, lock } = context.paths;
  const { report, signal } = start;
  const bringUp = async (): Promise<void> => {
    const state = await readNodeState(databases[name]);
    const isWhole = isInitialised(context.paths, name);
    if (state && (await livingNode(state)) && isWhole) {
      report({ service: name, phase: 'waiting' });
      if ((await waitUntilReady(named(context, name), state, signal, () => answers(state))) === 'ready') return;
    }
    await endNode(databases[name], 'kill');
    if (!isWhole) {
      report({ service: name, phase: 'formatting' });
      await initialiseDatabase(context, name, start.server, signal);
    }
    // A port that was free a moment ago can be gone: once more with another, then it is told.
    if ((await startOnce(context, name, start)) === 'ready') return;
    if ((await startOnce(context, name, start)) === 'port-taken') throw await nodeFailed(named(context, name));
  };
  await withLock(lock, bringUp, { signal, onWait: () => report({ service: name, phase: 'waiting' }) });
}

async function startOnce(
  context: NativeContext,
  name: DatabaseName,
  { server, report, signal }: DatabaseStart,
): Promise<StartEnd> {
  const paths = context.paths.databases[name];
  const before = await readNodeState(paths);
  const canonical = canonicalPorts[name];
  const port = await freePort([before?.port ?? canonical, canonical], await databasePorts(context.paths, name));
  const tell = (phase: Progress['phase']) => report({ service: name, phase, memoryMb: memoryNeeds[name] });
  tell('starting');
  try {
    const args = serverArguments(server, { name, port, dataFolder: paths.data, log: paths.serverLog });
    const launch = { file: server.server, args, env: context.env, mark: `--datadir=${paths.data}`, ports: { port } };
    const state = await launchProcess(paths, launch).catch((error: Error) => {
      throw new EnvironmentError({
        what: messages().services.notRunnable({ path: server.server }),
        why: error.message,
        next: messages().engine.doctorNext,
      });
    });
    tell('waiting');
    const end = await waitUntilReady(named(context, name), state, signal, () => answers(state));
    if (end === 'port-taken') await endNode(paths, 'kill');
    return end;
  } catch (error) {
    // What was asked for and let go of goes on starting: the next start joins it.
    if (!signal.aborted) await endNode(paths, 'kill');
    throw error;
  }
}

/** Ends a database. Its data and port are kept. */
export const endDatabase = (
  { databases, lock }: NativeContext['paths'],
  name: DatabaseName,
  how: 'stop' | 'kill',
): Promise<void> => withLock(lock, () => endNode(databases[name], how));

/** Ends a database and removes its data: it is made anew with the next start. Its port is kept. */
export const clearDatabase = ({ databases, lock }: NativeContext['paths'], name: DatabaseName): Promise<void> =>
  withLock(lock, async () => {
    await endNode(databases[name], 'kill');
    await rm(databases[name].data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });

/** What a database does now. */
export async function databaseStatus(context: NativeContext, name: DatabaseName): Promise<ServiceStatus> {
  const state = await readNodeState(context.paths.databases[name]);
  if (state === undefined || !isInitialised(context.paths, name)) return { service: name, state: 'absent' };
  const known = { service: name, address: { host: loopback, port: state.port } } as const;
  const own = await livingNode(state);
  if (own === undefined) return { ...known, state: 'stopped' };
  return { ...known, state: (await answers(state)) ? 'running' : 'starting', pid: own.pid };
}
