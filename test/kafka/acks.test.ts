import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ClusterReader } from '../../src/check/facts.ts';
import { openCluster } from '../../src/kafka/open-cluster.ts';
import { startTestCluster, type TestBroker } from '../support/broker.ts';
import { kafkaClient, until } from './support/client.ts';

/** What was acknowledged with acks=all is there, whatever happens to one broker of three. */

const topic = 'numbers';
const records = 400;
/** Sent side by side, so that some are on their way when the broker dies. */
const lanes = 8;

let cluster: TestBroker;
let reader: ClusterReader;

beforeAll(async () => {
  cluster = await startTestCluster();
  reader = await openCluster({ brokers: [cluster.address], label: 'the cluster of this test' });
  const admin = kafkaClient(cluster.address).admin();
  await admin.connect();
  const configEntries = [{ name: 'min.insync.replicas', value: '2' }];
  await admin.createTopics({ topics: [{ topic, numPartitions: 3, replicationFactor: 3, configEntries }] });
  await admin.disconnect();
});

afterAll(async () => {
  await reader?.close();
  await cluster?.stop();
});

const leaders = async (): Promise<readonly number[]> =>
  (await reader.topic(topic))?.partitions.map(({ leader }) => leader) ?? [];

test('a broker killed while records are sent takes none with it that was acknowledged', async () => {
  await until(leaders, (seen) => new Set(seen).size === 3);
  const producer = kafkaClient(cluster.address).producer({ allowAutoTopicCreation: false });
  await producer.connect();

  const acknowledged: string[] = [];
  const unanswered: string[] = [];
  let killed: Promise<void> | undefined;
  let sent = 0;
  const lane = async (): Promise<void> => {
    while (sent < records) {
      const value = String(sent);
      sent += 1;
      if (acknowledged.length >= records / 4) killed ??= cluster.engine.kill('broker-2');
      await producer.send({ topic, acks: -1, messages: [{ key: value, value }] }).then(
        () => acknowledged.push(value),
        () => unanswered.push(value),
      );
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  await killed;
  await producer.disconnect();

  const after = await until(leaders, (seen) => !seen.includes(2));
  expect(after).toHaveLength(3);
  expect(acknowledged.length + unanswered.length).toBe(records);
  // Most of them after the broker was gone: the others went on.
  expect(acknowledged.length).toBeGreaterThan(records / 2);

  const read = await reader.records(topic, { committedOnly: false });
  const found = new Set(read?.map(({ value }) => value));
  expect(acknowledged.filter((value) => !found.has(value))).toEqual([]);
});
