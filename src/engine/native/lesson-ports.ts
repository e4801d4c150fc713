import type { PortMap } from '../canonical-addresses.ts';
import type { NativePaths } from './context.ts';
import { readCurrent } from './current-kafka.ts';
import { canonicalControllerPort, kafkaService } from './kafka-nodes.ts';
import { readNodeState } from './node-state.ts';

/** The lessons' ports and those that the Kafka at their address really has. */
export async function lessonPorts(paths: NativePaths): Promise<PortMap> {
  const { nodes } = kafkaService(await readCurrent(paths), paths);
  const ports = new Map<number, number>();
  for (const node of nodes) {
    const state = await readNodeState(node.paths);
    if (state === undefined) continue;
    ports.set(node.port, state.port);
    if (node.id === 1) ports.set(canonicalControllerPort, state.controllerPort);
  }
  return ports;
}
