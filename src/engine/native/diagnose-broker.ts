import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { messages } from '../../messages/index.ts';
import { isPortFree, loopback } from '../../platform/free-port.ts';
import { portOwner } from '../../platform/port-owner.ts';
import { askBroker } from '../ask-broker.ts';
import { readCurrent } from '../current-kafka.ts';
import { canonicalPort, kafkaNames } from '../kafkas.ts';
import type { Finding, ServiceStatus } from '../types.ts';
import type { NativeContext } from './context.ts';
import { isUnfinishedDownload } from './jar-set.ts';
import { kafkaService } from './kafka-nodes.ts';
import { kafkaStatus } from './kafka-status.ts';
import { livingNode, readNodeState } from './node-state.ts';

const say = () => messages().engine;

/** A taken port is no error: the broker moves, and the lessons' addresses are mapped. */
export async function findPort(context: NativeContext): Promise<Finding> {
  const port = canonicalPort;
  if (await isPortFree(port)) return { id: 'port', level: 'ok', what: say().portFree({ port }) };
  if (await isOurs(context, port)) return { id: 'port', level: 'ok', what: say().portOurs({ port }) };
  return { id: 'port-taken', level: 'warning', what: await takenBy(port), why: say().portTakenWhy({ port }) };
}

async function isOurs({ paths }: NativeContext, port: number): Promise<boolean> {
  const states = await Promise.all(
    kafkaNames.flatMap((name) => kafkaService(name, paths).nodes).map((node) => readNodeState(node.paths)),
  );
  const mine = states.filter((state) => state?.port === port);
  return (await Promise.all(mine.map(livingNode))).some((own) => own !== undefined);
}

async function takenBy(port: number): Promise<string> {
  if ((await askBroker(loopback, port, 500)) !== undefined) return say().portTakenByKafka({ port });
  const owner = await portOwner(port);
  if (owner === undefined) return say().portTaken({ port });
  const { portTakenBy, portOwner: who } = messages().doctor;
  return portTakenBy({ port, owner: who.process(owner) });
}

export async function findBroker(context: NativeContext): Promise<Finding> {
  const status = await kafkaStatus(context, await readCurrent(context.paths));
  return {
    id: `${status.service}-${status.state}`,
    level: status.state === 'starting' ? 'warning' : 'ok',
    what: statusSentence(status),
  };
}

function statusSentence({ service, state, address, pid }: ServiceStatus): string {
  switch (state) {
    case 'running':
      return say().brokerRunning({ service, address: `${address?.host}:${address?.port}`, pid: pid ?? 0 });
    case 'starting':
      return say().brokerStarting({ service, pid: pid ?? 0 });
    case 'stopped':
      return say().brokerStopped({ service });
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
  const nodes = kafkaNames.flatMap((name) => kafkaService(name, context.paths).nodes);
  const data = [...nodes.map((node) => node.paths), ...Object.values(context.paths.databases)];
  paths.push(...data.map(({ newData }) => newData).filter((folder) => existsSync(folder)));
  return paths.map((path) => ({
    id: 'leftover',
    level: 'warning',
    what: say().leftover({ path }),
    why: say().leftoverWhy,
  }));
}
