import { loopback } from '../../platform/free-port.ts';
import { readCurrent } from '../current-kafka.ts';
import { type KafkaName, statusOf } from '../kafkas.ts';
import type { Address, NodeStatus, ServiceStatus } from '../types.ts';
import type { NativeContext } from './context.ts';
import { isFormatted } from './format-storage.ts';
import { type KafkaNode, kafkaService } from './kafka-nodes.ts';
import { answers } from './node-process.ts';
import { livingNode, readNodeState } from './node-state.ts';

/** What a Kafka does now. Its answers are enough: looking at a process costs half a second on Windows. */
export async function kafkaStatus(context: NativeContext, name: KafkaName): Promise<ServiceStatus> {
  const kafka = kafkaService(name, context.paths);
  return statusOf(kafka, await Promise.all(kafka.nodes.map(nodeStatus)));
}

async function nodeStatus(node: KafkaNode): Promise<NodeStatus> {
  const { id, paths } = node;
  const state = await readNodeState(paths);
  if (state === undefined || !(await isFormatted(paths))) return { node: id, state: 'absent' };
  const known = { node: id, address: { host: loopback, port: state.port } };
  const own = state.process;
  if (own && (await answers(node, state))) return { ...known, state: 'running', pid: own.pid };
  const isAlive = own !== undefined && (await livingNode(state)) !== undefined;
  return isAlive ? { ...known, state: 'starting', pid: own.pid } : { ...known, state: 'stopped' };
}

/** Where clients reach it; undefined before it was ever started, and while the other Kafka has its place. */
export async function kafkaAddress(context: NativeContext, name: KafkaName): Promise<Address | undefined> {
  if ((await readCurrent(context.paths)) !== name) return undefined;
  return (await kafkaStatus(context, name)).address;
}
