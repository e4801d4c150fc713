import { museumToolNames, writtenTool } from '../../command/known-tools.ts';
import type { ParsedCommand, Spawnable } from '../../command/types.ts';
import { exitCodes, UserError } from '../../errors.ts';
import { messages } from '../../messages/index.ts';
import { loopback } from '../../platform/free-port.ts';
import { addressText } from '../address.ts';
import { mapAddresses, type PortMap } from '../canonical-addresses.ts';
import { canonicalPort } from '../kafkas.ts';
import { museumToolOf } from '../museum-tools.ts';
import { requireTool } from '../require-tool.ts';
import type { MuseumPaths } from './context.ts';
import { readNodeState } from './node-state.ts';
import { canonicalZooKeeperPort, museumBrokerPort } from './start-museum.ts';
import { shownCommand, startedBy, type ToolSurroundings } from './tool-command.ts';

/** The folder of the archive that Kafka 2.8.1 came in, so that one sees whose tool ran. */
const folderShown = 'kafka_2.13-2.8.1';

/**
 * What `localhost:9092` and `localhost:2181` mean in the museum. Whole addresses also where a port is the same: the servers listen on
 * IPv4 alone, and clients of that time may try `localhost` on IPv6 first and wait.
 */
export async function museumPorts(paths: MuseumPaths): Promise<PortMap> {
  const [zooKeeper, broker] = await Promise.all([readNodeState(paths.zooKeeper), readNodeState(paths.broker)]);
  const at = (port: number): string => addressText({ host: loopback, port });
  const ports = new Map<number, string>();
  if (zooKeeper) ports.set(canonicalZooKeeperPort, at(zooKeeper.port));
  if (broker) for (const written of [canonicalPort, museumBrokerPort]) ports.set(written, at(broker.port));
  return ports;
}

/**
 * A tool of the museum's Kafka as a JVM, with the addresses of a lesson replaced by the real ones.
 * @throws UserError for a tool it does not have, and for a zookeeper-shell without an address
 */
export function museumCommand(command: ParsedCommand, surroundings: ToolSurroundings): Spawnable {
  const tool = requireTool(command, museumToolNames);
  const { mainClass, heapMb } = museumToolOf(tool);
  const args = mapAddresses(command.args, surroundings.ports);
  if (tool === 'zookeeper-shell' && args.length === 0) throw addressMissing();
  // As its official script: the address comes first, without a name.
  const given = tool === 'zookeeper-shell' ? ['-server', ...args] : args;
  return {
    ...startedBy(surroundings, { heapMb, logging: surroundings.logging, logger: 'log4j' }, [mainClass, ...given]),
    shown: `${folderShown}/bin/${shownCommand(writtenTool(tool), args)}`,
  };
}

function addressMissing(): UserError {
  const say = messages().engine;
  return new UserError({ what: say.zooKeeperMissing, next: say.zooKeeperExample }, exitCodes.usage);
}
