import { EnvironmentError } from '../../errors.ts';
import { messages } from '../../messages/index.ts';
import { withLock } from '../../platform/lock.ts';
import { type LastStart, readStart, writeCurrent } from '../current-kafka.ts';
import { type KafkaName, otherKafka } from '../kafkas.ts';
import { brokerName } from '../target.ts';
import { awaitNodes, type StartedNode } from './await-nodes.ts';
import type { DockerContext } from './context.ts';
import { runDocker } from './docker-command.ts';
import { endNodes } from './end-nodes.ts';
import { readImages } from './images.ts';
import {
  type DockerKafka,
  type DockerNode,
  dockerKafka,
  findContainers,
  type NodeContainers,
} from './kafka-containers.ts';
import { portIn, readKafkaState, remember } from './kafka-state.ts';
import { isKafkaUp } from './kafka-status.ts';
import { requireMemory } from './memory.ts';
import { ensureImage } from './pull-image.ts';
import { sideNode } from './side-status.ts';
import { type Start, startKafka, startNodes } from './start-nodes.ts';

/**
 * Brings a Kafka up at the lessons' address: its image, the end of the other one, its containers, their answers. Where its controller
 * runs already the other nodes stay as they are, for somebody may have stopped one to see what happens. A second program that does
 * the same waits.
 * @throws EnvironmentError with the cause
 */
export async function bringUpKafka(context: DockerContext, name: KafkaName, start: Start): Promise<void> {
  const { report, signal } = start;
  const kafka = dockerKafka(name);
  const bringUp = async (): Promise<void> => {
    if (await isKafkaUp(context, name)) return;
    const containers = await findContainers(context, [...kafka.nodes, ...dockerKafka(otherKafka(name)).nodes], signal);
    const lastStart = await readStart(context.paths, name);
    const running = joinable(kafka, containers, lastStart);
    if (!running) {
      const images = await readImages(context);
      await ensureImage(context, images.kafka, { signal, report: (each) => report({ service: name, ...each }) });
    }
    await takePlace(context, kafka, { containers, lastStart: running ? lastStart : 'unfinished', report });
    if (running) await join(context, kafka, running, start);
    else await startKafka(context, kafka, start);
    await writeCurrent(context.paths, name);
  };
  await withLock(context.paths.lock, bringUp, { signal, onWait: () => report({ service: name, phase: 'waiting' }) });
}

type Joined = readonly [StartedNode, ...StartedNode[]];

/**
 * The nodes to wait for where a Kafka runs already: it was started by hand, or by a start that was interrupted. undefined if it has
 * to be started.
 */
function joinable({ nodes }: DockerKafka, containers: NodeContainers, lastStart: LastStart): Joined | undefined {
  const [first, ...others] = nodes.flatMap((node): readonly StartedNode[] => {
    const { state = 'stopped', port } = containers.get(node.service) ?? {};
    return state === 'stopped' || port === undefined ? [] : [{ node, port }];
  });
  if (first === undefined || first.node !== nodes[0]) return undefined;
  if (lastStart !== 'unfinished') return [first];
  return others.length + 1 === nodes.length ? [first, ...others] : undefined;
}

async function join(context: DockerContext, kafka: DockerKafka, joined: Joined, { report, signal }: Start) {
  report({ service: kafka.name, phase: 'waiting' });
  const containers = await findContainers(context, kafka.nodes, signal);
  const paused = joined
    .flatMap(({ node }) => containers.get(node.service) ?? [])
    .filter(({ state }) => state === 'paused');
  for (const { name } of paused) await runDocker(context, ['unpause', name], { signal });
  const clusterId = await awaitNodes(context, joined, signal);
  const state = await readKafkaState(context.paths, kafka.name);
  const ports = kafka.nodes.map((node) => containers.get(node.service)?.port ?? portIn(state, node) ?? node.port);
  await remember(context.paths, kafka, { ports, clusterId });
}

type PlaceTaking = {
  readonly containers: NodeContainers;
  readonly lastStart: LastStart;
  readonly report: Start['report'];
};

/** The lessons' address goes from one Kafka to the other; memory is looked at before anything is ended. */
async function takePlace(
  context: DockerContext,
  kafka: DockerKafka,
  { containers, lastStart, report }: PlaceTaking,
): Promise<void> {
  const runs = ({ service }: DockerNode): boolean => (containers.get(service)?.state ?? 'stopped') !== 'stopped';
  const others = dockerKafka(otherKafka(kafka.name)).nodes.filter(runs);
  // One broker starts anywhere; three on a machine that has no room would take it down.
  if (kafka.nodes.length > 1 && !kafka.nodes.some(runs)) {
    const parts = messages().engine.brokers({ count: kafka.nodes.length });
    await requireMemory(context, { service: kafka.name, neededMb: kafka.memoryMb, parts });
  }
  if (others.length > 0) {
    report({ service: kafka.name, phase: 'replacing' });
    // A worker says goodbye to its group, which it could not without it.
    await endNodes(context, [sideNode('connect')], 'stop');
    await endNodes(context, others, 'stop');
  }
  await writeCurrent(context.paths, kafka.name, lastStart);
}

/** Ends all of a Kafka, or one node. Data and ports are kept; nothing to end is no error. */
export async function endKafka(
  context: DockerContext,
  name: KafkaName,
  how: 'stop' | 'kill',
  node?: number,
): Promise<void> {
  const { nodes } = dockerKafka(name);
  const ending = node === undefined ? nodes : [nodeOf(nodes, node)];
  await withLock(context.paths.lock, () => endNodes(context, ending, how));
}

/** Starts one node of a Kafka that is up; nothing to do if it runs. */
export async function startNode(context: DockerContext, name: KafkaName, id: number, start: Start): Promise<void> {
  const kafka = dockerKafka(name);
  const node = nodeOf(kafka.nodes, id);
  await withLock(context.paths.lock, () => startNodes(context, kafka, [node], start), { signal: start.signal });
}

function nodeOf(nodes: readonly DockerNode[], id: number): DockerNode {
  const node = nodes.find((each) => each.id === id);
  if (node) return node;
  throw new EnvironmentError({ what: messages().engine.noSuchBroker({ name: brokerName(id) }) });
}
