import type { Folders } from '../../platform/folders.ts';
import { freePort } from '../../platform/free-port.ts';
import { nativePaths } from './context.ts';
import { writeNodeState } from './node-state.ts';

/**
 * Gives every server of a home that has none yet a port that nobody looks for first, so that it is in nobody's way: for homes beside the
 * learner's own.
 */
export async function reserveNativePorts(folders: Folders): Promise<void> {
  const { broker, nodes, connect, databases, museum } = nativePaths(folders);
  const taken: number[] = [];
  const next = async (): Promise<number> => {
    const port = await freePort([], taken);
    taken.push(port);
    return port;
  };
  await writeNodeState(broker, { format: 1, port: await next(), controllerPort: await next() });
  const controllerPort = await next();
  for (const node of nodes) await writeNodeState(node, { format: 1, port: await next(), controllerPort });
  for (const paths of [connect, databases.shop, databases.warehouse, museum.zooKeeper, museum.broker]) {
    await writeNodeState(paths, { format: 1, port: await next() });
  }
}
