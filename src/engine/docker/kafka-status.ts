import { loopback } from '../../platform/free-port.ts';
import { askBroker } from '../ask-broker.ts';
import { readCurrent, readStart } from '../current-kafka.ts';
import { type KafkaName, otherKafka, statusOf } from '../kafkas.ts';
import type { Address, NodeStatus, ServiceStatus } from '../types.ts';
import type { DockerContext } from './context.ts';
import { type DockerNode, dockerKafka, findContainers, type NodeContainer, nodesWithData } from './kafka-containers.ts';
import { answers, portIn, readKafkaState } from './kafka-state.ts';

/** True if this Kafka has the lessons' address, is whole and answers there, found out in a few milliseconds. */
export async function isKafkaUp({ paths }: DockerContext, name: KafkaName): Promise<boolean> {
  if ((await readStart(paths, name)) !== 'whole') return false;
  const state = await readKafkaState(paths, name);
  const [first] = dockerKafka(name).nodes;
  return state !== undefined && (await answers(first, state));
}

/**
 * What a Kafka does now. Its answers are enough; only without them docker is asked, which also tells what was done by hand. This is
 * looked at every few seconds: while the other one runs in its place, what is remembered will do.
 */
export async function kafkaStatus(context: DockerContext, name: KafkaName): Promise<ServiceStatus> {
  const kafka = dockerKafka(name);
  const state = await readKafkaState(context.paths, name);
  const known = (node: DockerNode, now: NodeStatus['state'], port = portIn(state, node)): NodeStatus => ({
    node: node.id,
    state: now,
    ...(port !== undefined && { address: { host: loopback, port } }),
  });
  const remembered = (node: DockerNode): NodeStatus =>
    state?.clusterId === undefined ? { node: node.id, state: 'absent' } : known(node, 'stopped');

  const answering = await Promise.all(kafka.nodes.map((node) => state && answers(node, state)));
  const judge = (look: (node: DockerNode) => NodeStatus | Promise<NodeStatus>) =>
    Promise.all(kafka.nodes.map((node, index) => (answering[index] ? known(node, 'running') : look(node))));
  if (answering.every(Boolean)) return statusOf(kafka, await judge(remembered));
  if (!answering.some(Boolean) && (await isKafkaUp(context, otherKafka(name)))) {
    return statusOf(kafka, await judge(remembered));
  }
  try {
    const containers = await findContainers(context, kafka.nodes);
    const withData = await nodesWithData(context, kafka.nodes);
    return statusOf(
      kafka,
      await judge(async (node) => {
        const container = containers.get(node.service);
        if (container) return known(node, await stateOf(node, container), container.port);
        return withData.includes(node) ? known(node, 'stopped') : { node: node.id, state: 'absent' };
      }),
    );
  } catch {
    // Docker itself cannot be asked: the doctor tells why, and nothing runs that could be used.
    return statusOf(kafka, await judge(remembered));
  }
}

async function stateOf({ id }: DockerNode, { state, port }: NodeContainer): Promise<NodeStatus['state']> {
  if (state === 'stopped') return 'stopped';
  const answer = port === undefined ? undefined : await askBroker(loopback, port, 1000);
  return answer?.brokers.some((broker) => broker.id === id) ? 'running' : 'starting';
}

/** Where clients reach it; undefined before it was ever started, and while the other Kafka has its place. */
export async function kafkaAddress(context: DockerContext, name: KafkaName): Promise<Address | undefined> {
  if ((await readCurrent(context.paths)) !== name) return undefined;
  return (await kafkaStatus(context, name)).address;
}
