import { mkdir } from 'node:fs/promises';
import { messages } from '../../messages/index.ts';
import { freePort } from '../../platform/free-port.ts';
import { newClusterId } from '../cluster-id.ts';
import type { Progress } from '../types.ts';
import { awaitNodes } from './await-nodes.ts';
import { composeVariables, upArguments } from './compose-command.ts';
import type { DockerContext } from './context.ts';
import { complaint, runDocker, went } from './docker-command.ts';
import { dockerError, dockerFailed, dockersWords } from './docker-failed.ts';
import { endNodes, removeNodes } from './end-nodes.ts';
import { type DockerKafka, type DockerNode, findContainers, nodesWithData } from './kafka-containers.ts';
import { imageClusterId, portIn, readKafkaState, remember } from './kafka-state.ts';
import { nodeName } from './node-failed.ts';

/** Making a container takes a second, on a slow disk many. */
export const longestCreateMs = 90_000;

export type Start = { readonly report: (progress: Progress) => void; readonly signal: AbortSignal };

/**
 * Starts all nodes of a Kafka and waits until each is a member of the cluster. If one cannot be started, none is left running.
 * @throws EnvironmentError with the cause
 */
export async function startKafka(context: DockerContext, kafka: DockerKafka, start: Start): Promise<void> {
  const { report, signal } = start;
  const [first, ...others] = kafka.nodes;
  const withData = await nodesWithData(context, kafka.nodes, signal);
  const isNew = !withData.includes(first);
  if (isNew) {
    // A new controller is a new cluster, to be told from the one before; what others hold of that one goes.
    await removeNodes(context, others);
    report({ service: kafka.name, phase: 'formatting' });
  }
  if (isNew) await remember(context.paths, kafka, { clusterId: newClusterId() });
  try {
    // A new broker beside old data has to be told the cluster's id, which the controller knows for certain.
    if (!isNew && withData.length < kafka.nodes.length) await startNodes(context, kafka, [first], start);
    await startNodes(context, kafka, kafka.nodes, start);
  } catch (error) {
    // What was asked for and let go of goes on starting: the next start joins it.
    if (!signal.aborted) await endNodes(context, kafka.nodes, 'kill').catch(() => undefined);
    throw error;
  }
}

type Nodes = readonly [DockerNode, ...DockerNode[]];

/**
 * Starts these nodes and waits until each is a member of the cluster.
 * @throws EnvironmentError with the cause
 */
export async function startNodes(
  context: DockerContext,
  kafka: DockerKafka,
  nodes: Nodes,
  start: Start,
): Promise<void> {
  // A port that was free a moment ago can be gone: once more with another, then it is told.
  const first = await startOnce(context, kafka, nodes, [], start);
  if (first.end === 'ready') return;
  const second = await startOnce(context, kafka, nodes, first.ports, start);
  if (second.end === 'ready') return;
  throw dockerError({ what: messages().engine.brokerFailed({ name: nodeName(nodes[0]) }), why: second.why });
}

type StartEnd =
  | { readonly end: 'ready' }
  | { readonly end: 'port-taken'; readonly ports: readonly number[]; readonly why: string };

async function startOnce(
  context: DockerContext,
  kafka: DockerKafka,
  nodes: Nodes,
  taken: readonly number[],
  { report, signal }: Start,
): Promise<StartEnd> {
  const tell = (phase: Progress['phase']): void =>
    report({ service: kafka.name, phase, ...(kafka.nodes.length > 1 && { memoryMb: kafka.memoryMb }) });
  const ports = await findPorts(context, kafka, { starting: nodes, taken, signal });
  const { clusterId = imageClusterId } = await remember(context.paths, kafka, { ports });
  // Docker would make it, and root would own it.
  await mkdir(context.folders.workspace, { recursive: true });
  tell('starting');
  const up = await runDocker(
    context,
    upArguments(
      context,
      kafka.name,
      nodes.map(({ service }) => service),
    ),
    {
      env: composeVariables(context, kafka, { ports, clusterId }),
      limitMs: longestCreateMs,
      signal,
    },
  );
  const own = (node: DockerNode) => ({ node, port: ports[kafka.nodes.indexOf(node)] ?? node.port });
  if (!went(up)) {
    const why = complaint(up);
    if (!saysPortTaken(why)) {
      throw await dockerFailed(context, messages().engine.brokerFailed({ name: nodeName(nodes[0]) }), up);
    }
    const named = nodes.map((node) => own(node).port).filter((port) => new RegExp(`:${port}\\b`).test(why));
    return { end: 'port-taken', ports: named.length > 0 ? named : ports, why: dockersWords(why) };
  }
  tell('waiting');
  const [first, ...others] = nodes;
  await remember(context.paths, kafka, {
    clusterId: await awaitNodes(context, [own(first), ...others.map(own)], signal),
  });
  return { end: 'ready' };
}

type PortSearch = {
  readonly starting: readonly DockerNode[];
  readonly taken: readonly number[];
  readonly signal: AbortSignal;
};

/** For nodes that do not run: the ports they had, else those of the lessons, else free ones. In the order of all nodes. */
async function findPorts(
  context: DockerContext,
  kafka: DockerKafka,
  { starting, taken, signal }: PortSearch,
): Promise<readonly number[]> {
  const containers = await findContainers(context, kafka.nodes, signal);
  const state = await readKafkaState(context.paths, kafka.name);
  const had = kafka.nodes.map((node) => containers.get(node.service)?.port ?? portIn(state, node) ?? node.port);
  const ports = [...had];
  for (const [index, node] of kafka.nodes.entries()) {
    const isRunning = (containers.get(node.service)?.state ?? 'stopped') !== 'stopped';
    if (isRunning || !starting.includes(node)) continue;
    const others = ports.filter((_, other) => other !== index);
    ports[index] = await freePort([had[index] ?? node.port, node.port], [...taken, ...others]);
  }
  return ports;
}

/** Docker's words for a port that is not free, on Linux, in Docker Desktop and on Windows. */
export const saysPortTaken = (text: string): boolean =>
  /port is already allocated|address already in use|ports are not available|forbidden by its access permissions/i.test(
    text,
  );
