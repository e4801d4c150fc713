import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { messages } from '../../messages/index.ts';
import { isPortFree, loopback } from '../../platform/free-port.ts';
import { portOwner } from '../../platform/port-owner.ts';
import { askBroker } from '../ask-broker.ts';
import type { Finding, ServiceStatus } from '../types.ts';
import { canonicalPorts } from './broker.ts';
import { livingBroker, readBrokerState } from './broker-state.ts';
import { brokerStatus } from './broker-status.ts';
import type { NativeContext } from './context.ts';
import { isUnfinishedDownload } from './kafka-jars.ts';

const say = () => messages().engine;

/** A taken port is no error: the broker moves, and the lessons' addresses are mapped. */
export async function findPort(context: NativeContext): Promise<Finding> {
  const { port } = canonicalPorts;
  if (await isPortFree(port)) return { id: 'port', level: 'ok', what: say().portFree({ port }) };
  const state = await readBrokerState(context.paths);
  const own = await livingBroker(state);
  if (own && state?.port === port) return { id: 'port', level: 'ok', what: say().portOurs({ port }) };
  return { id: 'port-taken', level: 'warning', what: await takenBy(port), why: say().portTakenWhy({ port }) };
}

async function takenBy(port: number): Promise<string> {
  if ((await askBroker(loopback, port, 500)) !== undefined) return say().portTakenByKafka({ port });
  const owner = await portOwner(port);
  if (owner === undefined) return say().portTaken({ port });
  const { portTakenBy, portOwner: who } = messages().doctor;
  return portTakenBy({ port, owner: who.process(owner) });
}

export async function findBroker(context: NativeContext): Promise<Finding> {
  const status = await brokerStatus(context);
  return {
    id: `broker-${status.state}`,
    level: status.state === 'starting' ? 'warning' : 'ok',
    what: brokerSentence(status),
  };
}

function brokerSentence({ state, address, pid }: ServiceStatus): string {
  switch (state) {
    case 'running':
      return say().brokerRunning({ address: `${address?.host}:${address?.port}`, pid: pid ?? 0 });
    case 'starting':
      return say().brokerStarting({ pid: pid ?? 0 });
    case 'stopped':
      return say().brokerStopped;
    case 'absent':
      return say().brokerAbsent;
    default:
      return state satisfies never;
  }
}

/** What interrupted work has left; the next start takes care of all of it. */
export async function findLeftovers(context: NativeContext): Promise<readonly Finding[]> {
  const names = await readdir(context.folders.cache).catch(() => []);
  const paths = names.filter(isUnfinishedDownload).map((name) => join(context.folders.cache, name));
  if (existsSync(context.paths.newData)) paths.push(context.paths.newData);
  return paths.map((path) => ({
    id: 'leftover',
    level: 'warning',
    what: say().leftover({ path }),
    why: say().leftoverWhy,
  }));
}
