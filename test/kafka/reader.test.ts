import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClusterReader } from '../../src/check/facts.ts';
import { openCluster } from '../../src/kafka/open-cluster.ts';
import { startTestBroker, type TestBroker } from '../support/broker.ts';
import { compression, createTopics, kafkaClient, send, startTool, until } from './support/client.ts';

/** Every way of reading topics and records, on a real broker. */

let broker: TestBroker;
let reader: ClusterReader;
let client: ReturnType<typeof kafkaClient>;

const all = { committedOnly: false };
const committed = { committedOnly: true };
const values = async (topic: string, options = all) =>
  (await reader.records(topic, options))?.map(({ value }) => value);

beforeAll(async () => {
  broker = await startTestBroker();
  client = kafkaClient(broker.address);
  reader = await openCluster({ brokers: [broker.address], label: 'the broker' });
  await createTopics(client, { one: 1, three: 3, empty: 2, many: 1, packed: 1, transfers: 1, squeezed: 1, holes: 1 });
});

afterAll(async () => {
  await reader?.close();
  await broker?.stop();
});

describe('the cluster', () => {
  test('has brokers and an id', async () => {
    const [host, port] = broker.address.split(':');
    expect(await reader.brokers()).toEqual([{ id: 1, host, port: Number(port) }]);
    expect(await reader.clusterId()).toMatch(/^[\w-]{22}$/);
  });

  test('looking makes nothing: no internal topic, no group', async () => {
    expect(await reader.group('nobody')).toBeUndefined();
    expect(await reader.groupNames()).toEqual([]);
    expect(await reader.topicNames()).toEqual([
      'empty',
      'holes',
      'many',
      'one',
      'packed',
      'squeezed',
      'three',
      'transfers',
    ]);
  });
});

describe('a topic', () => {
  test('with its partitions', async () => {
    const healthy = { leader: 1, replicas: [1], isr: [1] };
    expect(await reader.topic('three')).toEqual({
      name: 'three',
      internal: false,
      partitions: [0, 1, 2].map((partition) => ({ partition, ...healthy })),
    });
  });

  test.each(['missing', 'not a topic name', ''])('that is not there: %j', async (name) => {
    expect(await reader.topic(name)).toBeUndefined();
    expect(await reader.records(name, all)).toBeUndefined();
    expect(await reader.topicNames()).not.toContain('missing');
  });

  test('with its settings, defaults included', async () => {
    const config = await reader.topicConfig('one');
    expect(config).toMatchObject({ 'cleanup.policy': 'delete', 'min.insync.replicas': '1' });
    await expect(reader.topicConfig('missing')).rejects.toMatchObject({ name: 'Unreadable' });
  });
});

describe('records', () => {
  test('of an empty topic', async () => {
    expect(await reader.records('empty', all)).toEqual([]);
    expect(await reader.records('empty', committed)).toEqual([]);
  });

  test('with key, value, headers, and what is null or no text', async () => {
    await send(client, 'one', [
      { key: 'k', value: 'v', headers: { a: '1', b: ['2', '3'] }, timestamp: '1700000000000' },
      { key: null, value: '' },
      { key: '', value: null },
      { key: 'ключ', value: Buffer.from([0x61, 0xff, 0x62]) },
    ]);
    const [first, ...rest] = (await reader.records('one', all)) ?? [];
    expect(first).toEqual({
      partition: 0,
      offset: 0n,
      key: 'k',
      value: 'v',
      headers: [
        ['a', '1'],
        ['b', '2'],
        ['b', '3'],
      ],
      timestamp: 1_700_000_000_000,
    });
    expect(rest.map(({ key, value }) => [key, value])).toEqual([
      [null, ''],
      ['', null],
      ['ключ', 'a\ufffdb'],
    ]);
  });

  test('by partition, then offset; keys land as with Java clients', async () => {
    for (const key of ['carol', 'alice', 'dave', 'alice', 'erin']) await send(client, 'three', [{ key, value: key }]);
    const records = (await reader.records('three', all)) ?? [];
    expect(records.map(({ partition, offset, key }) => [partition, Number(offset), key])).toEqual([
      [0, 0, 'alice'],
      [0, 1, 'alice'],
      [1, 0, 'dave'],
      [2, 0, 'carol'],
      [2, 1, 'erin'],
    ]);
  });

  test('of one partition', async () => {
    const records = (await reader.records('three', { ...all, partition: 2 })) ?? [];
    expect(records.map(({ key }) => key)).toEqual(['carol', 'erin']);
    expect(await reader.records('three', { ...all, partition: 9 })).toEqual([]);
  });

  test('20,000 of them, in order, within two seconds', async () => {
    const expected = Array.from({ length: 20_000 }, (_, index) => `event ${index}`);
    for (let start = 0; start < expected.length; start += 2000) {
      const messages = expected.slice(start, start + 2000).map((value) => ({ value }));
      await send(client, 'many', messages);
    }
    const started = performance.now();
    const found = await values('many');
    expect(performance.now() - started).toBeLessThan(2000);
    expect(found).toEqual(expected);
  });

  test('larger than one answer holds, over several partitions', async () => {
    const megabyte = 'x'.repeat(600_000);
    await createTopics(client, { large: 3 });
    for (let index = 0; index < 15; index += 1) {
      await send(client, 'large', [{ partition: index % 3, key: `${index}`, value: megabyte }]);
    }
    const records = (await reader.records('large', all)) ?? [];
    expect(records.map(({ key }) => Number(key)).sort((a, b) => a - b)).toEqual([...Array(15).keys()]);
  });

  test('packed with gzip', async () => {
    await send(client, 'packed', [{ value: 'a' }, { value: 'b' }], { compression: compression.GZIP });
    expect(await values('packed')).toEqual(['a', 'b']);
  });

  test('packed in a way that cannot be read: a typed error', async () => {
    const args = ['--bootstrap-server', 'localhost:9092', '--topic', 'squeezed', '--compression-codec', 'zstd'];
    const { running } = await startTool(broker, 'kafka-console-producer', ...args);
    running.stdin.end('hello\n');
    expect((await running).exitCode).toBe(0);
    await expect(reader.records('squeezed', all)).rejects.toMatchObject({
      name: 'Unreadable',
      reason: { kind: 'compression', codec: 'zstd' },
    });
  });

  test('after the start of the log moved', async () => {
    await send(client, 'holes', [{ value: 'a' }, { value: 'b' }, { value: 'c' }]);
    const admin = client.admin();
    await admin.connect();
    // kafkajs forgets to ask where the leaders are.
    await admin.fetchTopicOffsets('holes');
    await admin.deleteTopicRecords({ topic: 'holes', partitions: [{ partition: 0, offset: '2' }] });
    await admin.disconnect();
    expect(await values('holes')).toEqual(['c']);
  });

  test('of transactions: committed, aborted, and one that is still open', async () => {
    const producer = client.producer({ transactionalId: 'teller', idempotent: true, maxInFlightRequests: 1 });
    await producer.connect();
    const transact = async (value: string) => {
      const transaction = await producer.transaction();
      await transaction.send({ topic: 'transfers', messages: [{ value }] });
      return transaction;
    };
    await (await transact('kept 1')).commit();
    await (await transact('undone 1')).abort();
    await (await transact('undone 2')).abort();
    await (await transact('kept 2')).commit();
    const open = await transact('open');
    await send(client, 'transfers', [{ value: 'plain, behind the open one' }]);

    expect(await values('transfers')).toEqual([
      'kept 1',
      'undone 1',
      'undone 2',
      'kept 2',
      'open',
      'plain, behind the open one',
    ]);
    // The broker answers a commit before it has written the end of the transaction into the log.
    const committedUntil = (count: number) =>
      until(
        () => values('transfers', committed),
        (seen) => (seen?.length ?? 0) >= count,
      );
    expect(await committedUntil(2)).toEqual(['kept 1', 'kept 2']);

    await open.commit();
    await producer.disconnect();
    expect(await committedUntil(4)).toEqual(['kept 1', 'kept 2', 'open', 'plain, behind the open one']);
  });

  test('read side by side on one reader', async () => {
    const topics = ['one', 'three', 'packed', 'empty', 'holes'];
    const counts = await Promise.all(topics.map(async (topic) => (await reader.records(topic, all))?.length));
    expect(counts).toEqual([4, 5, 2, 0, 1]);
  });
});
