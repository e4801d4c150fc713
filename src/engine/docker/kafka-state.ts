import * as z from 'zod';
import { loopback } from '../../platform/free-port.ts';
import { readJson, writeJson } from '../../platform/json-file.ts';
import { askBroker } from '../ask-broker.ts';
import type { Kafka, KafkaName, NodeShape } from '../kafkas.ts';
import type { DockerPaths } from './context.ts';

/** What is remembered of a Kafka between programs, so that a look at it needs no docker command (20 to 100 ms). */
const stateSchema = z.object({
  format: z.literal(1),
  /** the host's, in the order of the nodes */
  ports: z.array(z.number().int()).readonly(),
  /** of the cluster in our volumes, as far as it is known */
  clusterId: z.string().optional(),
});
export type KafkaState = z.infer<typeof stateSchema>;

export const readKafkaState = (paths: DockerPaths, name: KafkaName): Promise<KafkaState | undefined> =>
  readJson(paths.states[name], stateSchema);

/** Remembers what has changed, and returns all that is known then. */
export async function remember(
  paths: DockerPaths,
  { name, nodes }: Kafka,
  change: Partial<Omit<KafkaState, 'format'>>,
): Promise<KafkaState> {
  const before = (await readKafkaState(paths, name)) ?? { ports: nodes.map(({ port }) => port) };
  const state: KafkaState = { ...before, ...change, format: 1 };
  await writeJson(paths.states[name], state);
  return state;
}

/** The port that a node had last. */
export const portIn = (state: KafkaState | undefined, { id }: NodeShape): number | undefined => state?.ports[id - 1];

/** The id that the image gives every cluster for which nobody chose one: it proves nothing. */
export const imageClusterId = '5L6g3nShT-eMCtK--X86sw';

/**
 * True if our node answers as a member of its cluster: the cluster's id, which nobody else has, proves that it is ours, and a node
 * that is not yet unfenced is not among the brokers.
 */
export async function answers(node: NodeShape, state: KafkaState, timeoutMs = 1000): Promise<boolean> {
  const { clusterId } = state;
  const port = portIn(state, node);
  if (port === undefined || clusterId === undefined || clusterId === imageClusterId) return false;
  const answer = await askBroker(loopback, port, timeoutMs);
  return answer?.clusterId === clusterId && answer.brokers.some(({ id }) => id === node.id);
}
