import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClusterReader } from '../../src/check/facts.ts';
import { openCluster } from '../../src/kafka/open-cluster.ts';
import { startTestBroker, type TestBroker } from '../support/broker.ts';
import { createTopics, kafkaClient, send, startTool, until } from './support/client.ts';

/** Groups of Java consumers, as learners start them. */

let broker: TestBroker;
let reader: ClusterReader;

const consume = (group: string, ...more: string[]) =>
  startTool(
    broker,
    'kafka-console-consumer',
    ...['--bootstrap-server', 'localhost:9092', '--topic', 'rides', '--from-beginning', '--group', group, ...more],
  );

beforeAll(async () => {
  broker = await startTestBroker();
  const client = kafkaClient(broker.address);
  reader = await openCluster({ brokers: [broker.address], label: 'the broker' });
  await createTopics(client, { rides: 3 });
  await send(
    client,
    'rides',
    ['alice', 'dave', 'carol', 'erin', 'bob'].map((key) => ({ key, value: '1' })),
  );
});

afterAll(async () => {
  await reader?.close();
  await broker?.stop();
});

describe('a group', () => {
  test('of a console consumer: its member, partitions and offsets, then what it leaves behind', async () => {
    const { running } = await consume('readers');
    let printed = '';
    running.stdout?.on('data', (text) => {
      printed += text;
    });
    const busy = await until(
      () => reader.group('readers'),
      (group) => group?.state === 'Stable' && group.members.length === 1,
    );
    const [member] = busy?.members ?? [];
    expect(member?.clientId).toBe('console-consumer');
    expect(member?.assignment).toEqual([{ topic: 'rides', partitions: [0, 1, 2] }]);
    expect(await reader.groupNames()).toEqual(['readers']);

    // A member is there before it has read anything; it commits what it has printed.
    await until(
      async () => printed.trim().split('\n').length,
      (lines) => lines === 5,
    );
    running.kill('SIGTERM');
    await running;
    const left = await until(
      () => reader.group('readers'),
      (group) => group?.state === 'Empty',
    );
    expect(left?.members).toEqual([]);
    const offsets = [...(left?.offsets ?? [])].sort((a, b) => a.partition - b.partition);
    expect(offsets).toEqual([
      { topic: 'rides', partition: 0, committed: 2n, end: 2n },
      { topic: 'rides', partition: 1, committed: 1n, end: 1n },
      { topic: 'rides', partition: 2, committed: 2n, end: 2n },
    ]);
  });

  test('lags when more is sent', async () => {
    await send(kafkaClient(broker.address), 'rides', [{ key: 'alice', value: '2' }]);
    const group = await reader.group('readers');
    const behind = group?.offsets.filter(({ committed, end }) => committed < end);
    expect(behind).toEqual([{ topic: 'rides', partition: 0, committed: 2n, end: 3n }]);
  });

  test('of the newer protocol: Dead without members, its offsets right', async () => {
    const { running } = await consume('modern', '--command-property', 'group.protocol=consumer', '--max-messages', '6');
    expect((await running).exitCode).toBe(0);
    const group = await reader.group('modern');
    expect(group).toMatchObject({ group: 'modern', state: 'Dead', members: [] });
    const committed = group?.offsets.reduce((sum, each) => sum + each.committed, 0n);
    expect(committed).toBe(6n);
  });

  test('that is not there', async () => {
    expect(await reader.group('nobody')).toBeUndefined();
  });
});
