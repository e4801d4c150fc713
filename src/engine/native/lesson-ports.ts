import type { PortMap } from '../canonical-addresses.ts';
import { readCurrent } from '../current-kafka.ts';
import { canonicalControllerPort } from '../kafkas.ts';
import type { NativePaths } from './context.ts';
import { kafkaService } from './kafka-nodes.ts';
import { readNodeState } from './node-state.ts';
import { museumBrokerPort } from './start-museum.ts';

/** The lessons' ports and those that the Kafka at their address, and the museum's beside it, really have. */
export async function lessonPorts(paths: NativePaths): Promise<PortMap> {
  const { nodes } = kafkaService(await readCurrent(paths), paths);
  const ports = new Map<number, number>();
  for (const node of nodes) {
    const state = await readNodeState(node.paths);
    if (state === undefined) continue;
    ports.set(node.port, state.port);
    if (node.id === 1 && state.controllerPort) ports.set(canonicalControllerPort, state.controllerPort);
  }
  const museum = await readNodeState(paths.museum.broker);
  if (museum) ports.set(museumBrokerPort, museum.port);
  return ports;
}
