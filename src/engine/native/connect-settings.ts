import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loopback } from '../../platform/free-port.ts';
import { databaseUser } from '../database-user.ts';
import type { NativeContext } from './context.ts';
import type { Properties } from './server-properties.ts';

/** What a worker is given that differs from machine to machine. */
export type WorkerPlace = {
  /** of its REST interface */
  readonly port: number;
  readonly brokerPort: number;
  readonly shopPort: number;
  readonly warehousePort: number;
  /** the folder that holds one folder a connector */
  readonly plugins: string;
};

/** The worker's settings: those of the compose file, at this machine's addresses. */
export async function workerProperties(
  { compose }: Pick<NativeContext, 'compose'>,
  { port, brokerPort, plugins }: WorkerPlace,
): Promise<Properties> {
  const shared = plainProperties(await readFile(join(compose, 'connect.properties'), 'utf8'));
  return {
    ...shared,
    'bootstrap.servers': `${loopback}:${brokerPort}`,
    listeners: `http://${loopback}:${port}`,
    'rest.advertised.host.name': loopback,
    // Java takes both for a path; a backslash would have to be doubled wherever it is read again.
    'plugin.path': plugins.replaceAll('\\', '/'),
  };
}

/** `name=value` lines of a file of ours; comments and blank lines left out. */
function plainProperties(text: string): Properties {
  const lines = text.split(/\r?\n/).filter((line) => line.includes('=') && !line.startsWith('#'));
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}

/** What connectors may say as `${env:NAME}`; the names are the same on both engines. */
export const workerEnvironment = (
  { folders }: Pick<NativeContext, 'folders'>,
  { brokerPort, shopPort, warehousePort }: WorkerPlace,
): Readonly<Record<string, string>> => ({
  KAFKA_BOOTSTRAP: `${loopback}:${brokerPort}`,
  SHOP_HOST: loopback,
  SHOP_PORT: String(shopPort),
  WAREHOUSE_HOST: loopback,
  WAREHOUSE_PORT: String(warehousePort),
  DB_USER: databaseUser.name,
  DB_PASSWORD: databaseUser.password,
  WORKSPACE: folders.workspace,
});
