import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { newClusterId } from '../../../src/engine/cluster-id.ts';
import { propertiesText, serverProperties } from '../../../src/engine/native/server-properties.ts';
import { probeClient } from '../../../src/kafka/probe-client.ts';
import { freePort } from '../../../src/platform/free-port.ts';
import type { TestBroker } from '../../support/broker.ts';
import { tempFolder } from '../../support/temp.ts';
import { startTool, until } from './client.ts';

export type Misadvertised = {
  /** listener → 127.0.0.1:PORT where it listens */
  readonly addresses: Readonly<Record<string, string>>;
  /** Ends the broker and removes its files. */
  stop(): Promise<void>;
};

/**
 * A broker of its own that listens once on a loopback port for each of these names, and sends a client of that listener
 * on to the given address. helper: whose Java and jars it is started with.
 */
export async function startMisadvertised(
  helper: TestBroker,
  advertised: Readonly<Record<string, string>>,
): Promise<Misadvertised> {
  const folder = await tempFolder();
  const names = Object.keys(advertised);
  const ports: number[] = [];
  for (const _ of [...names, 'CONTROLLER', 'PLAINTEXT']) ports.push(await freePort([], ports));
  const [controllerPort = 0, port = 0] = ports.slice(names.length);
  const addresses = Object.fromEntries(names.map((name, index) => [name, `127.0.0.1:${ports[index]}`]));
  const common = serverProperties({ nodeId: 1, brokers: 1, port, controllerPort, dataFolder: join(folder, 'data') });
  const extra = (key: string, places: Readonly<Record<string, string>>): string =>
    [common[key], ...Object.entries(places).map(([name, address]) => `${name}://${address}`)].join();
  const file = join(folder, 'server.properties');
  await mkdir(join(folder, 'data'));
  await writeFile(
    file,
    propertiesText({
      ...common,
      listeners: extra('listeners', addresses),
      'advertised.listeners': extra('advertised.listeners', advertised),
      'listener.security.protocol.map': ['CONTROLLER', 'PLAINTEXT', ...names].map((name) => `${name}:PLAINTEXT`).join(),
    }),
  );
  const format = await startTool(helper, 'kafka-storage', ...formatArguments(file));
  const { exitCode, stderr } = await format.running;
  if (exitCode !== 0) throw new Error(`not formatted: ${stderr}`);

  const server = await helper.engine.spawnable({ tool: 'kafka-server-start', args: [file] });
  const running = execa(server.file, server.args, { env: server.env, reject: false, cleanup: true, stdio: 'ignore' });
  const stop = async (): Promise<void> => {
    running.kill('SIGTERM');
    await running;
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const isUp = (address: string) =>
      until(
        () => probeClient(address),
        (met) => met.kind === 'told' && met.brokers.length === 1,
      );
    await Promise.all(Object.values(addresses).map(isUp));
    return { addresses, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const formatArguments = (file: string): string[] => [
  'format',
  '--standalone',
  '--cluster-id',
  newClusterId(),
  '--config',
  file,
];
