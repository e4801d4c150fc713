import * as z from 'zod';
import { loopback } from '../../platform/free-port.ts';
import { readJson, writeJson } from '../../platform/json-file.ts';
import { canonicalPorts, type SideName } from '../side-services.ts';
import type { ServiceStatus } from '../types.ts';
import type { DockerContext, DockerPaths } from './context.ts';
import { type DockerNode, findContainers, nodesWithData } from './kafka-containers.ts';

/** A service beside Kafka as what it is here: one container. */
export const sideNode = (name: SideName): DockerNode => ({ id: 0, service: name, port: canonicalPorts[name] });

/** What is remembered of it between programs. */
const stateSchema = z.object({
  format: z.literal(1),
  /** the host's */
  port: z.number().int(),
  /** what compose was told when it last came up */
  startedWith: z.string().optional(),
});
export type SideState = z.infer<typeof stateSchema>;

export const readSideState = (paths: DockerPaths, name: SideName): Promise<SideState | undefined> =>
  readJson(paths.states[name], stateSchema);

export const writeSideState = (paths: DockerPaths, name: SideName, state: Omit<SideState, 'format'>): Promise<void> =>
  writeJson(paths.states[name], { format: 1, ...state });

/** True if it can be used there. */
export type Answers = (port: number) => Promise<boolean>;

/**
 * What it does now. Docker is asked, for what answers at its port may be anybody's; but not before it was ever started: this is
 * looked at every few seconds.
 */
export async function sideStatus(context: DockerContext, name: SideName, answers: Answers): Promise<ServiceStatus> {
  const state = await readSideState(context.paths, name);
  if (state?.startedWith === undefined) return { service: name, state: 'absent' };
  const at = (now: ServiceStatus['state'], port = state.port): ServiceStatus => ({
    service: name,
    state: now,
    address: { host: loopback, port },
  });
  const node = sideNode(name);
  try {
    const container = (await findContainers(context, [node])).get(name);
    if (container?.state === 'stopped') return at('stopped', container.port);
    if (container) {
      const { port = state.port } = container;
      return at((await answers(port)) ? 'running' : 'starting', port);
    }
    // What Connect keeps is in Kafka; a database without a volume is none.
    const isThere = name === 'connect' || (await nodesWithData(context, [node])).length > 0;
    return isThere ? at('stopped') : { service: name, state: 'absent' };
  } catch {
    // Docker itself cannot be asked: the doctor tells why, and nothing runs that could be used.
    return at('stopped');
  }
}
