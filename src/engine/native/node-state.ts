import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { readJson, writeJson } from '../../platform/json-file.ts';
import { identify } from '../../platform/process-identity.ts';
import type { NodePaths } from './context.ts';
import { type OwnProcess, ownProcessSchema } from './own-process.ts';

/** What is remembered of a server of ours between programs. Ports stay when it is stopped, so that it comes back where it was. */
const stateSchema = z.object({
  format: z.literal(1),
  port: z.number().int(),
  /** of the cluster it belongs to; without a controller there is none */
  controllerPort: z.number().int().optional(),
  process: ownProcessSchema.optional(),
});
export type NodeState = z.infer<typeof stateSchema>;

export const kafkaClass = 'kafka.Kafka';

export const readNodeState = (paths: NodePaths): Promise<NodeState | undefined> => readJson(paths.state, stateSchema);

export const writeNodeState = (paths: NodePaths, state: NodeState): Promise<void> => writeJson(paths.state, state);

/**
 * Its process if it lives and is ours: with the pid, the start time and the main class we remember. A pid alone proves
 * nothing, it may have been given to another process.
 */
export async function livingNode(state: NodeState | undefined): Promise<OwnProcess | undefined> {
  const own = state?.process;
  if (own === undefined) return undefined;
  const found = await identify(own.pid);
  return found?.started === own.started && found.commandLine.includes(own.mainClass) ? own : undefined;
}

/** The id of the cluster the data folder was formatted for; undefined if it is not formatted. */
export async function formattedClusterId(paths: NodePaths): Promise<string | undefined> {
  const text = await readFile(join(paths.data, 'meta.properties'), 'utf8').catch(() => '');
  return /^cluster\.id=(\S+)/m.exec(text)?.[1];
}
