import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createConnection } from 'mariadb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askBroker } from '../../src/engine/ask-broker.ts';
import { nativeContext, nativePaths } from '../../src/engine/native/context.ts';
import { ensureFetched } from '../../src/engine/native/fetch-set.ts';
import { connectPlugins, jarFolderName } from '../../src/engine/native/jar-set.ts';
import { writeNodeState } from '../../src/engine/native/node-state.ts';
import type { Engine, ServiceStatus } from '../../src/engine/types.ts';
import type { DatabaseName, ServiceName } from '../../src/lesson/types.ts';
import { folders } from '../../src/platform/folders.ts';
import { freePort } from '../../src/platform/free-port.ts';
import { drain } from '../support/broker.ts';
import type { OwnCache } from '../support/own-cache.ts';
import { createSideBench, type SideBench, sideEngines } from './side-bench.ts';

/** What docs/connect.md shows. */
const connector = (name: 'shop-source' | 'warehouse-sink'): Promise<string> =>
  readFile(new URL(`../support/connectors/${name}.json`, import.meta.url), 'utf8');

const all: readonly ServiceName[] = ['broker', 'connect', 'shop', 'warehouse'];

/** A real worker between two real databases, on each engine. The tests build on each other. */
describe.sequential.each(sideEngines)('Connect (%s)', (kind) => {
  let bench: SideBench;
  let own: OwnCache;
  let engine: Engine;
  beforeAll(async () => {
    // Once for all tests, as Kafka's jars.
    const shared = nativeContext({ folders: folders(process.env), env: process.env });
    await ensureFetched(shared, connectPlugins, { signal: new AbortController().signal, report: () => undefined });
    bench = await createSideBench(kind, ['kafka', 'plugins']);
    own = bench.own;
    engine = bench.createEngine();
  });
  afterAll(() => bench?.remove());

  const status = async (name: ServiceName = 'connect'): Promise<ServiceStatus | undefined> =>
    (await engine.status()).find(({ service }) => service === name);

  async function rest(path: string, method = 'GET', body?: string) {
    const address = await engine.address('connect');
    const response = await fetch(`http://${address?.host}:${address?.port}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body }),
    });
    return { status: response.status, answer: await response.json() };
  }

  async function rows(name: DatabaseName, sql: string): Promise<unknown[]> {
    const address = await engine.address(name);
    const login = { user: 'lessons', password: 'kafka-lessons', database: name };
    const connection = await createConnection({ ...address, ...login });
    try {
      return await connection.query(sql);
    } finally {
      await connection.end();
    }
  }

  /** Asks again until it is so; the last answer is what a failure shows. */
  async function eventually<T>(ask: () => Promise<T>, wanted: T): Promise<void> {
    const deadline = Date.now() + 60_000;
    for (;;) {
      const found = await ask().catch((error: unknown) => error);
      if (JSON.stringify(found) === JSON.stringify(wanted) || Date.now() > deadline) {
        expect(found).toEqual(wanted);
        return;
      }
      await delay(100);
    }
  }

  it('is refused where there is no room for it', async () => {
    await drain(engine.ensure(['broker']));
    const small = bench.createEngine(100);
    await expect(drain(small.ensure(['connect']))).rejects.toThrow(/Connect needs about \d+ MB of memory; 100 MB/);
    expect(['stopped', undefined]).toContain((await status())?.state);
    expect(await bench.living()).toHaveLength(1);
  });

  it('comes up after what its connectors are to reach, with their classes, on this machine only', async () => {
    const phases = (await drain(engine.ensure(all))).map(({ service, phase }) => `${service} ${phase}`);
    expect(phases.indexOf('warehouse ready')).toBeLessThan(phases.indexOf('connect starting'));
    expect(await status()).toMatchObject({ state: 'running', address: { host: '127.0.0.1' } });
    const { answer } = await rest('/connector-plugins');
    const classes: string[] = answer.map((plugin: { class: string }) => plugin.class.split('.').at(-1));
    // The image has Kafka's own for mirroring as well.
    expect(classes.filter((name) => !name.startsWith('Mirror')).sort()).toEqual([
      'FileStreamSinkConnector',
      'FileStreamSourceConnector',
      'JdbcSinkConnector',
      'MariaDbConnector',
    ]);
    expect((await drain(engine.ensure(all))).map(({ phase }) => phase)).toEqual(Array(4).fill('ready'));
  });

  it('carries rows from one database to the other', async () => {
    await rows('shop', 'CREATE TABLE users (id INT PRIMARY KEY, name VARCHAR(50))');
    await rows('shop', "INSERT INTO users VALUES (1, '감자')");
    expect(await rest('/connectors', 'POST', await connector('shop-source'))).toMatchObject({ status: 201 });
    expect(await rest('/connectors', 'POST', await connector('warehouse-sink'))).toMatchObject({ status: 201 });
    await eventually(() => rows('warehouse', 'SELECT id, name FROM customers'), [{ id: 1, name: '감자' }]);
  });

  it('goes on where it was after it was killed', async () => {
    const before = await status();
    await engine.kill('connect');
    expect(await status()).toEqual({ service: 'connect', state: 'stopped', address: before?.address });
    await rows('shop', "UPDATE users SET name = 'potato'");
    await engine.start('connect');
    expect(await status()).toMatchObject({ state: 'running', address: before?.address });
    await eventually(() => rows('warehouse', 'SELECT id, name FROM customers'), [{ id: 1, name: 'potato' }]);
  });

  it.runIf(kind === 'native')('begins anew when a port it was told has changed', async () => {
    const before = await status();
    await engine.stop('warehouse');
    const { databases } = nativePaths(own.folders);
    await writeNodeState(databases.warehouse, { format: 1, port: await freePort([], [before?.address?.port ?? 0]) });
    await drain(engine.ensure(all));
    expect((await status())?.pid).not.toBe(before?.pid);
    await rows('shop', "INSERT INTO users VALUES (2, 'leek')");
    await eventually(() => rows('warehouse', 'SELECT id FROM customers ORDER BY id'), [{ id: 1 }, { id: 2 }]);
  });

  it('gets a lost file of a connector back', async () => {
    const folder = join(own.folders.cache, await jarFolderName(connectPlugins, nativeContext(own)), 'libs');
    const lost = join(folder, 'debezium-connector-mariadb', 'debezium-connector-mariadb-3.5.0.Final.jar');
    await rm(lost);
    await drain(engine.ensure(all));
    expect(existsSync(lost)).toBe(true);
  });

  it('works for the Kafka that has the lessons’ address', { timeout: 240_000 }, async () => {
    await drain(engine.ensure(['cluster', 'connect']));
    const { host = '', port = 0 } = (await engine.address('cluster')) ?? {};
    const { answer } = await rest('/');
    expect(answer.kafka_cluster_id).toBe((await askBroker(host, port, 1000))?.clusterId);
    expect((await rest('/connectors')).answer).toEqual([]);
    await drain(engine.ensure(all));
    await eventually(async () => (await rest('/connectors')).answer.sort(), ['shop-source', 'warehouse-sink']);
  });

  it('goes down without a trace, and purge removes its connectors', async () => {
    expect(await bench.living()).not.toEqual([]);
    await engine.down({ purge: false });
    expect(await bench.living()).toEqual([]);
    expect(await status()).toMatchObject({ state: 'stopped' });
    await engine.down({ purge: true });
    expect(await bench.left()).toEqual([]);
    expect(existsSync(own.folders.environment)).toBe(false);
    // The downloads are also the other engine's.
    expect(existsSync(own.folders.cache)).toBe(kind === 'docker');
  });
});
