import { freePort } from '../../platform/free-port.ts';
import type { NodePaths } from './context.ts';
import { readNodeState, writeNodeState } from './node-state.ts';

/**
 * The port a server has, or will have: chosen before it starts where another one has to be told.
 * @param canonical the port lessons write
 * @param except ports that are promised to others
 */
export async function reservedPort(
  paths: NodePaths,
  canonical: number,
  except: readonly number[] = [],
): Promise<number> {
  const state = await readNodeState(paths);
  if (state) return state.port;
  const port = await freePort([canonical], except);
  await writeNodeState(paths, { format: 1, port });
  return port;
}
