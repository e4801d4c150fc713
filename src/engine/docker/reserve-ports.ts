import type { Folders } from '../../platform/folders.ts';
import { freePort } from '../../platform/free-port.ts';
import { kafkaNames } from '../kafkas.ts';
import { dockerContext } from './context.ts';
import { dockerKafka } from './kafka-containers.ts';
import { remember } from './kafka-state.ts';
import { writeSideState } from './side-status.ts';

/** The same for the host's ports of the containers of a home: none that anybody looks for first. */
export async function reserveDockerPorts(folders: Folders): Promise<void> {
  const { paths } = dockerContext({ folders, env: {} });
  const taken: number[] = [];
  const next = async (): Promise<number> => {
    const port = await freePort([], taken);
    taken.push(port);
    return port;
  };
  for (const name of kafkaNames) {
    const kafka = dockerKafka(name);
    const ports: number[] = [];
    for (const _ of kafka.nodes) ports.push(await next());
    await remember(paths, kafka, { ports });
  }
  for (const name of ['connect', 'shop', 'warehouse'] as const)
    await writeSideState(paths, name, { port: await next() });
}
