import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClusterReader } from '../../src/check/facts.ts';
import { evaluate } from '../../src/check/index.ts';
import { Unreadable } from '../../src/check/unreadable.ts';
import { openCluster } from '../../src/kafka/open-cluster.ts';
import type { AssertionOf } from '../../src/lesson/types.ts';
import { startTestBroker, type TestBroker } from '../support/broker.ts';
import { factsOf } from '../unit/check/support/facts.ts';
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

/** undefined also while the broker still loads what it knows of groups: a look later it says. */
const groupNow = (name: string) =>
  reader.group(name).catch((error: unknown) => {
    if (error instanceof Unreadable && error.reason.kind === 'not-ready') return undefined;
    throw error;
  });

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
      () => groupNow('readers'),
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
      () => groupNow('readers'),
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

describe('a group whose partitions are assigned', () => {
  const judged = (wanted: Omit<AssertionOf<'group'>, 'subject' | 'group'>) =>
    evaluate({ subject: 'group', group: 'workers', ...wanted }, factsOf({}, { cluster: async () => reader }));
  const judgedUntil = (status: string, wanted: Omit<AssertionOf<'group'>, 'subject' | 'group'>) =>
    until(
      () => judged(wanted),
      (result) => result.status === status,
    );

  test('passes with two members on three partitions, with four and an idle one, and fails when nobody is left', async () => {
    expect(await judged({ assigned: ['rides'] })).toMatchObject({
      status: 'fail',
      expected: 'exists, 3 of 3 partitions of rides held by one member each',
      actual: 'no such group',
    });

    const two = await Promise.all([consume('workers'), consume('workers')]);
    expect(await judgedUntil('pass', { members: 2, idle: 0, assigned: ['rides'] })).toMatchObject({
      actual: 'exists, 2 members, 0 members without a partition, 3 of 3 partitions of rides held by one member each',
    });
    expect(await judged({ assigned: ['rides', 'nowhere'] })).toMatchObject({
      status: 'fail',
      actual: 'no topic nowhere',
    });

    const more = await Promise.all([consume('workers'), consume('workers')]);
    await judgedUntil('pass', { members: 4, idle: 1, assigned: ['rides'] });

    const all = [...two, ...more].map(({ running }) => running);
    for (const running of all) running.kill('SIGTERM');
    await Promise.all(all);
    await judgedUntil('pass', { state: 'Empty' });
    expect(await judged({ assigned: ['rides'] })).toMatchObject({
      status: 'fail',
      actual: '0 of 3 partitions of rides held by one member each',
      because: 'no consumer of the group workers is running',
    });
  });

  test('fails while a consumer runs without the name of the group, and tells of it', async () => {
    const { running } = await startTool(
      broker,
      'kafka-console-consumer',
      ...['--bootstrap-server', 'localhost:9092', '--topic', 'rides', '--from-beginning'],
    );
    await until(
      () => reader.groupNames(),
      (names) => names.some((name) => name.startsWith('console-consumer-')),
    );
    expect(await judged({ assigned: ['rides'] })).toMatchObject({
      because: expect.stringMatching(/^a console consumer runs without --group, as console-consumer-\d+$/),
    });
    running.kill('SIGTERM');
    await running;
  });

  test('fails for the newer protocol, whose members cannot be seen', async () => {
    expect(
      await evaluate(
        { subject: 'group', group: 'modern', assigned: ['rides'] },
        factsOf({}, { cluster: async () => reader }),
      ),
    ).toMatchObject({
      status: 'fail',
      because: 'the group uses a newer protocol, whose members this program cannot see',
    });
  });
});
