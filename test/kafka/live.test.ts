import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLive } from '../../src/kafka/open-live.ts';
import { changes } from '../../src/live/changes.ts';
import { keepLive, type Live } from '../../src/live/keep-live.ts';
import type { LiveKafka, Snapshot } from '../../src/live/snapshot.ts';
import { startTestCluster, type TestBroker } from '../support/broker.ts';
import { unforeseen } from '../unit/check/support/facts.ts';
import { createTopics, kafkaClient, send, startTool, until } from './support/client.ts';

/** The live view's eyes on a real cluster of three: what is done there is seen within a second or so. */

let cluster: TestBroker;
let live: Live;
let last: Snapshot = { owned: [] };
const told: { readonly at: number; readonly snapshot: Snapshot }[] = [];

const seen = (wanted: (kafka: LiveKafka) => boolean) =>
  until(
    async () => last.kafka?.value,
    (kafka) => kafka !== undefined && wanted(kafka),
  );
const stateOf = ({ brokers }: LiveKafka, wanted: number) => brokers.find(({ id }) => id === wanted)?.state;

beforeAll(async () => {
  cluster = await startTestCluster();
  live = keepLive({
    find: async () => {
      const kafka = await cluster.engine.address('cluster');
      return { owned: ['orders'], usesConnect: false, isWhole: kafka !== undefined, ...(kafka && { kafka }) };
    },
    openKafka: openLive,
    openConnect: unforeseen,
    publish: (snapshot) => {
      last = snapshot;
      told.push({ at: performance.now(), snapshot });
    },
    now: Date.now,
  });
  live.watch(true);
});

afterAll(async () => {
  await live?.close();
  await cluster?.stop();
});

describe('the live view', () => {
  test('sees three brokers and no topics', async () => {
    const kafka = await seen(({ brokers }) => brokers.filter(({ state }) => state === 'up').length === 3);
    expect(kafka?.topics).toEqual([]);
  });

  test('sees a topic, its partitions, and what is written into it', async () => {
    const before = last;
    const client = kafkaClient(cluster.address);
    await createTopics(client, { orders: 3 });
    await send(client, 'orders', [
      { key: 'alice', value: '에스프레소' },
      { key: null, value: 'latte', partition: 1 },
    ]);
    const kafka = await seen(({ records }) => records.length === 2);
    expect(kafka?.topics.map(({ name, partitions }) => [name, partitions.length])).toEqual([['orders', 3]]);
    expect(kafka?.topics[0]?.partitions.every(({ replicas, isr }) => replicas.length === 3 && isr.length === 3)).toBe(
      true,
    );
    expect(kafka?.records.map(({ key, value }) => [key, value])).toEqual(
      expect.arrayContaining([
        ['alice', '에스프레소'],
        [null, 'latte'],
      ]),
    );
    expect(changes(before, last)).toContainEqual({ kind: 'topic-new', topic: 'orders' });
    const count = told.length;
    await until(
      async () => performance.now() - (told.at(-1)?.at ?? 0),
      (ms) => ms > 2_500,
    );
    expect(told).toHaveLength(count);
  });

  test('sees a group, what its member holds, and that it left', async () => {
    const { running } = await startTool(
      cluster,
      'kafka-console-consumer',
      ...['--bootstrap-server', 'localhost:9092', '--topic', 'orders', '--from-beginning', '--group', 'readers'],
    );
    const kafka = await seen(({ groups }) => {
      const [group] = groups;
      return group?.state === 'Stable' && group.members.length === 1 && group.offsets.some(({ lag }) => lag === 0n);
    });
    expect(kafka?.groups[0]?.members[0]?.assignment).toEqual([{ topic: 'orders', partitions: [0, 1, 2] }]);
    expect(kafka?.internal).toContain('__consumer_offsets');
    running.kill('SIGTERM');
    await running;
    await seen(({ groups }) => groups[0]?.state === 'Empty' && groups[0].members.length === 0);
  });

  test('says within a second that a broker died, then who leads now and which copies are behind', async () => {
    const before = last;
    const killed = performance.now();
    await cluster.engine.kill('broker-2');
    await seen((kafka) => stateOf(kafka, 2) === 'down');
    const down = told.find(
      ({ at, snapshot }) => at > killed && snapshot.kafka && stateOf(snapshot.kafka.value, 2) === 'down',
    );
    expect((down?.at ?? Number.POSITIVE_INFINITY) - killed).toBeLessThan(1_000);
    await seen(({ topics }) =>
      topics.every(({ partitions }) => partitions.every(({ leader, isr }) => leader !== 2 && !isr.includes(2))),
    );
    expect(last.kafka?.asOf).toBeUndefined();
    expect(changes(before, last)).toContainEqual({ kind: 'broker', id: 2, from: 'up', to: 'down' });
    expect(last.kafka?.value.topics[0]?.partitions.every(({ high }) => high !== undefined)).toBe(true);
    await cluster.engine.start('broker-2');
    await seen(
      (kafka) =>
        stateOf(kafka, 2) === 'up' &&
        kafka.topics.every(({ partitions }) => partitions.every(({ isr }) => isr.length === 3)),
    );
  });

  test.skipIf(process.platform === 'win32')('tells a broker that says nothing from a dead one', async () => {
    const nodes = (await cluster.engine.status()).find(({ service }) => service === 'cluster')?.nodes ?? [];
    const pid = nodes.find(({ node }) => node === 3)?.pid;
    if (pid === undefined) throw new Error('broker 3 does not run');
    process.kill(pid, 'SIGSTOP');
    try {
      await seen((kafka) => stateOf(kafka, 3) === 'silent');
      expect(last.kafka?.asOf).toBeUndefined();
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    await seen((kafka) => stateOf(kafka, 3) === 'up');
  });

  test('says it of all of them, with what was known, and comes back', async () => {
    await cluster.engine.kill('cluster');
    await until(
      async () => last.kafka,
      (kafka) => kafka?.asOf !== undefined && kafka.value.brokers.every(({ state }) => state === 'down'),
    );
    expect(last.kafka?.value.records).toHaveLength(2);
    await cluster.engine.start('cluster');
    await seen(({ brokers, records }) => brokers.every(({ state }) => state === 'up') && records.length === 2);
    expect(last.kafka?.asOf).toBeUndefined();
  });
});
