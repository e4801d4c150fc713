import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClusterReader } from '../../src/check/facts.ts';
import { evaluate, pollCheck } from '../../src/check/index.ts';
import { Unreachable } from '../../src/check/unreachable.ts';
import { openCluster } from '../../src/kafka/open-cluster.ts';
import { probeClient } from '../../src/kafka/probe-client.ts';
import { freePort } from '../../src/platform/free-port.ts';
import { startTestBroker, type TestBroker } from '../support/broker.ts';
import { unforeseen } from '../unit/check/support/facts.ts';
import { createTopics, kafkaClient, send, until } from './support/client.ts';

/** A broker that goes away and comes back, and a reader that is closed. */

let broker: TestBroker;
let reader: ClusterReader;

const label = 'the broker of this test';
const facts = () => ({
  cluster: async () => reader,
  client: probeClient,
  connect: unforeseen,
  sql: unforeseen,
  runs: [],
  background: () => undefined,
  readFile: async () => undefined,
  batch: async () => ({ kind: 'no-file' as const }),
});

beforeAll(async () => {
  broker = await startTestBroker();
  reader = await openCluster({ brokers: [broker.address], label });
  const client = kafkaClient(broker.address);
  await createTopics(client, { rides: 1 });
  await send(client, 'rides', [{ value: 'a' }]);
});

afterAll(async () => {
  await reader?.close();
  await broker?.stop();
});

const everyRead = (): Readonly<Record<string, () => Promise<unknown>>> => ({
  topicNames: () => reader.topicNames(),
  topic: () => reader.topic('rides'),
  topicConfig: () => reader.topicConfig('rides'),
  records: () => reader.records('rides', { committedOnly: false }),
  group: () => reader.group('readers'),
  groupNames: () => reader.groupNames(),
  brokers: () => reader.brokers(),
  silentBrokers: () => reader.silentBrokers(),
  clusterId: () => reader.clusterId(),
});

describe('a reader', () => {
  test('of a port where nothing listens says so at once, every time', async () => {
    const nowhere = await openCluster({ brokers: [`127.0.0.1:${await freePort([])}`], label });
    const started = performance.now();
    for (const _ of [1, 2]) await expect(nowhere.topicNames()).rejects.toBeInstanceOf(Unreachable);
    expect(performance.now() - started).toBeLessThan(500);
    await nowhere.close();
  });

  test('tries the next address where the first is dead', async () => {
    const dead = `127.0.0.1:${await freePort([])}`;
    const either = await openCluster({ brokers: [dead, broker.address], label });
    expect(await either.topicNames()).toContain('rides');
    await either.close();
  });

  test('notices that the broker was killed, and reads on when it is back', async () => {
    for (const read of Object.values(everyRead())) await read();
    await broker.engine.kill('broker');

    for (const [name, read] of Object.entries(everyRead())) {
      const error = await read().catch((reason: unknown) => reason);
      expect(error, name).toBeInstanceOf(Unreachable);
      expect(error, name).toMatchObject({ service: label });
    }
    const assertion = { subject: 'topic', topic: 'rides' } as const;
    expect(await evaluate(assertion, facts())).toMatchObject({ status: 'blocked', by: `${label} does not answer` });

    const started = performance.now();
    const given = await pollCheck({ assertion, facts: facts(), deadlineMs: 30_000 });
    expect(given.status).toBe('blocked');
    expect(performance.now() - started).toBeLessThan(4000);

    await broker.engine.start('broker');
    await until(
      () => evaluate(assertion, facts()),
      ({ status }) => status === 'pass',
    );
    for (const [name, read] of Object.entries(everyRead())) await expect(read(), name).resolves.not.toThrow();
    expect(await reader.records('rides', { committedOnly: false })).toHaveLength(1);
  });

  test('lets go of what was asked when it is closed, and may be asked again', async () => {
    const asked = reader.records('rides', { committedOnly: false }).catch((reason: unknown) => reason);
    await reader.close();
    const answer = await asked;
    expect(Array.isArray(answer) || answer instanceof Unreachable).toBe(true);
    expect(await reader.topicNames()).toContain('rides');
  });

  test('bundled: prints nothing, warns of nothing, and leaves the program free to end', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kafka-lessons-bundle-'));
    try {
      const program = join(folder, 'read.mjs');
      const source = fileURLToPath(new URL('../../src/kafka/open-cluster.ts', import.meta.url));
      await build({
        stdin: {
          contents: `
            import { openCluster } from ${JSON.stringify(source)};
            const [address, dead] = process.argv.slice(2);
            const nowhere = await openCluster({ brokers: [dead], label: 'nobody' });
            await nowhere.topicNames().catch((error) => console.log(error.message));
            const reader = await openCluster({ brokers: [address], label: 'the broker' });
            console.log((await reader.records('rides', { committedOnly: true })).length);
            await reader.close();
            await nowhere.close();`,
          resolveDir: fileURLToPath(new URL('../..', import.meta.url)),
        },
        bundle: true,
        platform: 'node',
        format: 'esm',
        outfile: program,
        banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
        logLevel: 'silent',
      });
      const dead = `127.0.0.1:${await freePort([])}`;
      const run = await execa(process.execPath, [program, broker.address, dead], { timeout: 10_000 });
      expect(run.stdout).toBe('nobody does not answer\n1');
      expect(run.stderr).toBe('');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
