import { setTimeout as delay } from 'node:timers/promises';
import { loopback } from '../../platform/free-port.ts';
import { askBroker } from '../ask-broker.ts';
import type { DockerContext } from './context.ts';
import { type DockerNode, findContainers } from './kafka-containers.ts';
import { nodeFailed, nodeSilent } from './node-failed.ts';

/** A broker takes 3-4 s; a slow machine that recovers a crashed log takes many times that. */
const longestStartMs = 90_000;
const pollMs = 50;
/** Between two looks whether a container still runs: each is a process. */
const lookEveryMs = 1000;

/** A node whose container runs, and the host's port that it has. */
export type StartedNode = { readonly node: DockerNode; readonly port: number };

/**
 * Waits until each node is a member of its cluster.
 * @returns the cluster's id
 * @throws EnvironmentError if one of the containers ends, or does not answer in time
 */
export async function awaitNodes(
  context: DockerContext,
  started: readonly [StartedNode, ...StartedNode[]],
  signal: AbortSignal,
): Promise<string> {
  const failing = new AbortController();
  const either = AbortSignal.any([signal, failing.signal]);
  try {
    const [first, ...others] = started;
    const rest = others.map((each) => awaitNode(context, each, either));
    const [clusterId] = await Promise.all([awaitNode(context, first, either), ...rest]);
    return clusterId;
  } finally {
    failing.abort();
  }
}

const awaitNode = (context: DockerContext, { node, port }: StartedNode, signal: AbortSignal): Promise<string> =>
  awaitAnswer(context, node, signal, async () => {
    const answer = await askBroker(loopback, port, 1000);
    return answer?.brokers.some(({ id }) => id === node.id) ? answer.clusterId || undefined : undefined;
  });

/**
 * Waits until what runs in a container answers.
 * @param ask returns undefined until it does
 * @throws EnvironmentError if the container ends, or does not answer in time
 */
export async function awaitAnswer<Answer>(
  context: DockerContext,
  node: DockerNode,
  signal: AbortSignal,
  ask: () => Promise<Answer | undefined>,
): Promise<Answer> {
  const deadline = Date.now() + longestStartMs;
  let nextLook = Date.now() + lookEveryMs;
  while (Date.now() < deadline) {
    signal.throwIfAborted();
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() >= nextLook) {
      const container = (await findContainers(context, [node], signal)).get(node.service);
      if (container?.state !== 'running') throw await nodeFailed(context, node);
      nextLook = Date.now() + lookEveryMs;
    }
    await delay(pollMs, undefined, { signal });
  }
  throw nodeSilent(context, node, longestStartMs / 1000);
}
