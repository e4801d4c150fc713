import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClusterReader, Facts } from '../../src/check/facts.ts';
import { type CheckUpdate, evaluate, matchMistake, pollCheck } from '../../src/check/index.ts';
import { openCluster } from '../../src/kafka/open-cluster.ts';
import { probeClient } from '../../src/kafka/probe-client.ts';
import type { Assertion } from '../../src/lesson/types.ts';
import { startTestBroker, type TestBroker } from '../support/broker.ts';
import { unforeseen } from '../unit/check/support/facts.ts';
import { createTopics, kafkaClient, send } from './support/client.ts';

/** Assertions as lessons write them, against a real broker: each fails before and passes after. */

let broker: TestBroker;
let reader: ClusterReader;
let facts: Facts;
let client: ReturnType<typeof kafkaClient>;

beforeAll(async () => {
  broker = await startTestBroker();
  client = kafkaClient(broker.address);
  reader = await openCluster({ brokers: [broker.address], label: 'the broker' });
  facts = {
    cluster: async () => reader,
    client: probeClient,
    connect: unforeseen,
    sql: unforeseen,
    runs: [],
    background: () => undefined,
    readFile: async () => undefined,
    batch: async () => ({ kind: 'no-file' as const }),
  };
});

afterAll(async () => {
  await reader?.close();
  await broker?.stop();
});

const statusOf = async (assertion: Assertion) => (await evaluate(assertion, facts)).status;

describe('checks', () => {
  test('a topic: before, after, and twice in a row', async () => {
    const assertion: Assertion = { subject: 'topic', topic: 'orders', partitions: 3, replicas: 1, isr: 1 };
    expect(await statusOf(assertion)).toBe('fail');
    await createTopics(client, { orders: 3 });
    expect(await pollCheck({ assertion, facts, deadlineMs: 5000 })).toEqual({
      status: 'pass',
      expected: 'exists, 3 partitions, leaders 3/3, replicas 1, in-sync replicas 1',
      actual: 'exists, 3 partitions, leaders 3/3, replicas 1, in-sync replicas 1',
    });
    expect(await statusOf(assertion)).toBe('pass');
  });

  test('a topic under a name that is nearly right, and its mistake', async () => {
    await createTopics(client, { 'quickstart-event': 1 });
    const result = await evaluate({ subject: 'topic', topic: 'quickstart-events', partitions: 1 }, facts);
    expect(result).toMatchObject({
      status: 'fail',
      actual: 'no such topic',
      because: 'there is a topic quickstart-event, without the s',
      tryNext: 'kafka-topics.sh --bootstrap-server localhost:9092 --create --topic quickstart-events --partitions 1',
    });
    const mistake = { when: [{ subject: 'topic', topic: 'quickstart-event' } as const], say: 'with an s' };
    expect(await matchMistake([mistake], facts)).toBe(mistake);
  });

  test('records that arrive while the check waits', async () => {
    await createTopics(client, { messages: 1 });
    const assertion: Assertion = { subject: 'records', topic: 'messages', values: ['hello', 'kafka'] };
    const updates: CheckUpdate[] = [];
    const polling = pollCheck({ assertion, facts, deadlineMs: 10_000, onUpdate: (update) => updates.push(update) });
    await send(client, 'messages', [{ value: 'hello' }]);
    await send(client, 'messages', [{ value: 'kafka' }]);
    expect(await polling).toMatchObject({ status: 'pass', actual: 'values "hello", "kafka"' });
    expect(updates[0]).toMatchObject({ expected: 'values "hello", "kafka"', actual: '0 records' });
    expect(await statusOf(assertion)).toBe('pass');
  });

  test('keys over partitions, and headers', async () => {
    const messages = ['alice', 'dave', 'carol', 'alice'].map((key) => ({ key, value: 'x', headers: { trace: '1' } }));
    await send(client, 'orders', messages);
    const right: Assertion = {
      subject: 'records',
      topic: 'orders',
      count: 4,
      keys: ['alice', 'alice', 'carol', 'dave'],
      headers: { trace: '1' },
      samePartition: ['alice', 'carol'],
    };
    expect(await statusOf(right)).toBe('pass');
    expect(await statusOf({ ...right, keys: ['alice', 'carol', 'dave'] })).toBe('fail');
    expect(await statusOf({ ...right, headers: { trace: '2' } })).toBe('fail');
    expect(await statusOf({ ...right, samePartition: ['erin'] })).toBe('fail');
  });

  test('the records of one key in order, the leaders, and a client', async () => {
    await createTopics(client, { parcels: 3 });
    const parcel = (key: string, value: string) => ({ key, value });
    await send(client, 'parcels', [parcel('alice', 'packed'), parcel('carol', 'packed'), parcel('alice', 'sent')]);
    const alice: Assertion = { subject: 'records', topic: 'parcels', key: 'alice', values: ['packed', 'sent'] };
    expect(await statusOf(alice)).toBe('pass');
    expect(await statusOf({ ...alice, values: ['sent', 'packed'] })).toBe('fail');
    expect(await statusOf({ subject: 'topic', topic: 'parcels', leaders: [1], spread: 1 })).toBe('pass');
    expect(await statusOf({ subject: 'topic', topic: 'parcels', leaders: [1, 2] })).toBe('fail');
    expect(await statusOf({ subject: 'topic', topic: 'parcels', spread: 3 })).toBe('fail');
    expect(await statusOf({ subject: 'client', client: broker.address, works: true })).toBe('pass');
    expect(await statusOf({ subject: 'client', client: broker.address, works: false })).toBe('fail');
  });

  test('settings, the cluster and a group', async () => {
    const config = { 'cleanup.policy': 'delete' };
    expect(await statusOf({ subject: 'topic', topic: 'orders', config })).toBe('pass');
    expect(await statusOf({ subject: 'topic', topic: 'orders', config: { 'cleanup.policy': 'compact' } })).toBe('fail');
    expect(await statusOf({ subject: 'cluster', brokers: 1, offlinePartitions: 0 })).toBe('pass');
    expect(await statusOf({ subject: 'cluster', brokers: 3 })).toBe('fail');
    expect(await statusOf({ subject: 'group', group: 'readers', exists: false })).toBe('pass');
    expect(await statusOf({ subject: 'group', group: 'readers' })).toBe('fail');
  });
});
