import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loopback } from '../../platform/free-port.ts';
import type { ServiceStatus } from '../types.ts';
import { zooKeeperAnswers } from './ask-zookeeper.ts';
import type { MuseumPaths } from './context.ts';
import { museumBrokerId } from './museum-properties.ts';
import { answers } from './node-process.ts';
import { formattedClusterId, livingNode, readNodeState } from './node-state.ts';

/** True if the broker and its ZooKeeper answer, found out in a few milliseconds. */
export async function isMuseumUp(paths: MuseumPaths): Promise<boolean> {
  const [zooKeeper, broker] = await Promise.all([readNodeState(paths.zooKeeper), readNodeState(paths.broker)]);
  if (!zooKeeper?.process || !broker?.process) return false;
  const both = await Promise.all([
    zooKeeperAnswers(paths.zooKeeper, zooKeeper.port),
    answers({ id: museumBrokerId, paths: paths.broker }, broker),
  ]);
  return both.every(Boolean);
}

/** True if both have stored something: a broker's data and its ZooKeeper's are worth nothing without the other. */
export const isMuseumStored = async ({ zooKeeper, broker }: MuseumPaths): Promise<boolean> =>
  existsSync(join(zooKeeper.data, 'version-2')) && (await formattedClusterId(broker)) !== undefined;

/** What the museum does now; the address and the process are its broker's. */
export async function museumStatus(paths: MuseumPaths): Promise<ServiceStatus> {
  const state = await readNodeState(paths.broker);
  const known = { service: 'museum', ...(state && { address: { host: loopback, port: state.port } }) } as const;
  const pid = state?.process?.pid;
  if (await isMuseumUp(paths)) return { ...known, state: 'running', ...(pid && { pid }) };
  const own = (await livingNode(state)) ?? (await livingNode(await readNodeState(paths.zooKeeper)));
  if (own) return { ...known, state: 'starting', pid: own.pid };
  return (await isMuseumStored(paths)) ? { ...known, state: 'stopped' } : { service: 'museum', state: 'absent' };
}
