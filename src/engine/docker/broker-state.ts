import * as z from 'zod';
import { loopback } from '../../platform/free-port.ts';
import { readJson, writeJson } from '../../platform/json-file.ts';
import { askBroker } from '../ask-broker.ts';
import type { DockerPaths } from './context.ts';

/** What is remembered of the broker between programs, so that a look at it needs no docker command (100 ms). */
const stateSchema = z.object({
  format: z.literal(1),
  /** the host's */
  port: z.number().int(),
  /** of the cluster in our volume, once it has answered */
  clusterId: z.string().optional(),
});
export type BrokerState = z.infer<typeof stateSchema>;

export const readBrokerState = (paths: DockerPaths): Promise<BrokerState | undefined> =>
  readJson(paths.state, stateSchema);

export const writeBrokerState = (paths: DockerPaths, state: BrokerState): Promise<void> =>
  writeJson(paths.state, state);

/** The id that the image gives every cluster for which nobody chose one: it proves nothing. */
export const imageClusterId = '5L6g3nShT-eMCtK--X86sw';

/** True if our broker answers: its cluster id, which nobody else has, proves that it is ours. */
export async function answers({ port, clusterId }: BrokerState, timeoutMs = 1000): Promise<boolean> {
  if (clusterId === undefined || clusterId === imageClusterId) return false;
  const answer = await askBroker(loopback, port, timeoutMs);
  return answer?.clusterId === clusterId && answer.brokers.length > 0;
}
