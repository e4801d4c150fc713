import { setTimeout as delay } from 'node:timers/promises';
import { inspect } from 'node:util';
import { execa } from 'execa';
import kafkajs from 'kafkajs';
import type { TestBroker } from '../../support/broker.ts';

/** kafkajs as it comes, to fill a cluster that the reader then reads. */
export function kafkaClient(address: string) {
  process.env['KAFKAJS_NO_PARTITIONER_WARNING'] = '1';
  const { Kafka, logLevel } = kafkajs;
  return new Kafka({ brokers: [address], clientId: 'test', logLevel: logLevel.NOTHING });
}

type Client = ReturnType<typeof kafkaClient>;
type Producer = ReturnType<Client['producer']>;
type Message = Parameters<Producer['send']>[0]['messages'][number];

export const compression = kafkajs.CompressionTypes;

/** Makes topics (name → partitions) and waits until they can be written and read. */
export async function createTopics(client: Client, topics: Readonly<Record<string, number>>): Promise<void> {
  const admin = client.admin();
  await admin.connect();
  const wanted = Object.entries(topics).map(([topic, numPartitions]) => ({ topic, numPartitions }));
  await admin.createTopics({ topics: wanted, waitForLeaders: true });
  // A leader is named a moment before it serves.
  const serves = (topic: string) =>
    admin.fetchTopicOffsets(topic).then(
      () => true,
      () => false,
    );
  for (const { topic } of wanted) await until(() => serves(topic), Boolean);
  await admin.disconnect();
}

export async function send(
  client: Client,
  topic: string,
  messages: readonly Message[],
  more: { readonly compression?: number } = {},
): Promise<void> {
  const producer = client.producer();
  await producer.connect();
  await producer.send({ topic, messages: [...messages], ...more });
  await producer.disconnect();
}

/** Starts one of Kafka's command-line tools against the broker; it is ended after a minute, and with the tests at the latest. */
export async function startTool(broker: TestBroker, tool: string, ...args: string[]) {
  const { file, args: all, env } = await broker.engine.spawnable({ tool, args });
  const running = execa(file, all, { env, reject: false, cleanup: true, timeout: 60_000 });
  // In an object: an async function would wait for the process itself.
  return { running };
}

/** Looks until it is as wanted, or throws with the last thing it saw after 20 seconds. */
export async function until<T>(look: () => Promise<T>, wanted: (seen: T) => boolean): Promise<T> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const seen = await look();
    if (wanted(seen)) return seen;
    if (Date.now() > deadline) throw new Error(`waited in vain, last seen: ${inspect(seen)}`);
    await delay(50);
  }
}
