import { EnvironmentError } from '../../errors.ts';
import { messages } from '../../messages/index.ts';
import { withLock } from '../../platform/lock.ts';
import { type LastStart, readCurrent, readStart, writeCurrent } from '../current-kafka.ts';
import { type KafkaName, otherKafka } from '../kafkas.ts';
import { brokerName } from '../target.ts';
import type { NativeContext } from './context.ts';
import { isFormatted } from './format-storage.ts';
import { type KafkaNode, type KafkaService, kafkaService } from './kafka-nodes.ts';
import { requireMemory } from './memory.ts';
import { answers, endNode, waitForRunning, waitUntilReady } from './node-process.ts';
import { livingNode, readNodeState } from './node-state.ts';
import { named, type Start, startNodes } from './start-nodes.ts';

/** True if this Kafka has the lessons' address and answers there, found out in a few milliseconds. */
export async function isKafkaUp(context: NativeContext, name: KafkaName): Promise<boolean> {
  if ((await readStart(context.paths, name)) !== 'whole') return false;
  const [first] = kafkaService(name, context.paths).nodes;
  const state = await readNodeState(first.paths);
  return state?.process !== undefined && (await answers(first, state));
}

/**
 * Brings a Kafka up at the lessons' address: ends the other one, formats and starts all nodes, and waits until they can be used. Where
 * its controller runs already the other nodes stay as they are, for somebody may have stopped one to see what happens. A second
 * program that does the same waits.
 * @throws EnvironmentError with the cause if it cannot be started
 */
export async function bringUpKafka(context: NativeContext, name: KafkaName, start: Start): Promise<void> {
  const { report, signal } = start;
  const service = kafkaService(name, context.paths);
  const bringUp = async (): Promise<void> => {
    const lastStart = await readStart(context.paths, name);
    const joined = await joinable(service, lastStart);
    await takePlace(context, service, joined ? lastStart : 'unfinished', report);
    if (joined) {
      report({ service: name, phase: 'waiting' });
      // A start that was given up may still take its time; what was up before answers, or it hangs.
      const wait = lastStart === 'unfinished' ? waitUntilReady : waitForRunning;
      const ends = joined.map(({ node, state }) => wait(named(service, node), state, signal));
      if ((await Promise.all(ends)).every((end) => end === 'ready')) return writeCurrent(context.paths, name);
    }
    await writeCurrent(context.paths, name, 'unfinished');
    // Without their controller, with their data removed under them, or hanging, nothing they say is worth keeping.
    await Promise.all(service.nodes.map(({ paths }) => endNode(paths, 'kill')));
    await startNodes(context, service, service.nodes, start);
    await writeCurrent(context.paths, name);
  };
  await withLock(context.paths.lock, bringUp, { signal, onWait: () => report({ service: name, phase: 'waiting' }) });
}

/**
 * The nodes to wait for where a Kafka runs already: its controller, or all of them if their start was given up. undefined if it has to
 * be started.
 */
async function joinable(service: KafkaService, lastStart: LastStart) {
  const states = await Promise.all(
    service.nodes.map(async (node) => {
      const state = await readNodeState(node.paths);
      return state && (await livingNode(state)) ? [{ node, state }] : [];
    }),
  );
  const running = states.flat();
  if (states[0]?.length !== 1 || !(await areFormatted(service))) return undefined;
  if (lastStart !== 'unfinished') return states[0];
  return running.length === service.nodes.length ? running : undefined;
}

const areFormatted = async ({ nodes }: KafkaService): Promise<boolean> =>
  (await Promise.all(nodes.map(({ paths }) => isFormatted(paths)))).every(Boolean);

/** The lessons' address goes from one Kafka to the other; memory is looked at before anything is ended. */
async function takePlace(
  context: NativeContext,
  service: KafkaService,
  start: LastStart,
  report: Start['report'],
): Promise<void> {
  const other = kafkaService(otherKafka(service.name), context.paths);
  const [mine, others] = await Promise.all([living(service), living(other)]);
  // One broker starts anywhere; three on a machine that has no room would take it down.
  if (mine.length === 0 && service.nodes.length > 1) {
    const parts = messages().engine.brokers({ count: service.nodes.length });
    const freedMb = others.length > 0 ? other.memoryMb : 0;
    requireMemory(context.memoryMb() + freedMb, { service: service.name, neededMb: service.memoryMb, parts });
  }
  if ((await readCurrent(context.paths)) !== service.name) {
    // A worker keeps all that it has in its Kafka; at the other one it would begin anew.
    await endNode(context.paths.connect, others.length > 0 ? 'stop' : 'kill');
  }
  if (others.length > 0) {
    report({ service: service.name, phase: 'replacing' });
    await Promise.all(others.map(({ paths }) => endNode(paths, 'stop')));
  }
  await writeCurrent(context.paths, service.name, start);
}

async function living({ nodes }: KafkaService): Promise<readonly KafkaNode[]> {
  const alive = await Promise.all(nodes.map(async ({ paths }) => livingNode(await readNodeState(paths))));
  return nodes.filter((_, index) => alive[index] !== undefined);
}

/** Ends all of a Kafka, or one node. Data and ports are kept. */
export async function endKafka(
  context: NativeContext,
  name: KafkaName,
  how: 'stop' | 'kill',
  node?: number,
): Promise<void> {
  const { nodes } = kafkaService(name, context.paths);
  await withLock(context.paths.lock, async () => {
    const [first, ...others] = node === undefined ? nodes : [nodeOf(nodes, node)];
    // The controller last: a broker hands its partitions over before it ends.
    await Promise.all(others.map(({ paths }) => endNode(paths, how)));
    if (first) await endNode(first.paths, how);
  });
}

/** Starts one node of a Kafka that is up; nothing to do if it runs. One that hangs is replaced. */
export async function startNode(context: NativeContext, name: KafkaName, id: number, start: Start): Promise<void> {
  const service = kafkaService(name, context.paths);
  const node = nodeOf(service.nodes, id);
  await withLock(
    context.paths.lock,
    async () => {
      const state = await readNodeState(node.paths);
      if (state === undefined || !(await livingNode(state))) return startNodes(context, service, [node], start);
      if ((await waitForRunning(named(service, node), state, start.signal)) === 'ready') return;
      await endNode(node.paths, 'kill');
      await startNodes(context, service, [node], start);
    },
    { signal: start.signal },
  );
}

function nodeOf(nodes: readonly KafkaNode[], id: number): KafkaNode {
  const node = nodes.find((each) => each.id === id);
  if (node) return node;
  throw new EnvironmentError({ what: messages().engine.noSuchBroker({ name: brokerName(id) }) });
}
