import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createConnection } from 'mariadb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nativeContext, nativePaths } from '../../src/engine/native/context.ts';
import { ensureFetched } from '../../src/engine/native/fetch-set.ts';
import { connectPlugins, jarFolderName } from '../../src/engine/native/jar-set.ts';
import { createNativeEngine } from '../../src/engine/native/native-engine.ts';
import { readNodeState, writeNodeState } from '../../src/engine/native/node-state.ts';
import type { Engine, ServiceStatus } from '../../src/engine/types.ts';
import type { DatabaseName, ServiceName } from '../../src/lesson/types.ts';
import { folders } from '../../src/platform/folders.ts';
import { freePort } from '../../src/platform/free-port.ts';
import { identify } from '../../src/platform/process-identity.ts';
import { drain } from '../support/broker.ts';
import { type OwnCache, ownCache } from '../support/own-cache.ts';

/** What docs/connect.md shows. */
const connector = (name: 'shop-source' | 'warehouse-sink'): Promise<string> =>
  readFile(new URL(`../support/connectors/${name}.json`, import.meta.url), 'utf8');

const all: readonly ServiceName[] = ['broker', 'connect', 'shop', 'warehouse'];

/** A real worker between two real databases. The tests build on each other. */
describe.sequential('Connect', () => {
  let own: OwnCache;
  let engine: Engine;
  beforeAll(async () => {
    // Once for all tests, as Kafka's jars.
    const shared = nativeContext({ folders: folders(process.env), env: process.env });
    await ensureFetched(shared, connectPlugins, { signal: new AbortController().signal, report: () => undefined });
    own = await ownCache({ filled: ['kafka', 'plugins'] });
    engine = createNativeEngine({ folders: own.folders, env: own.env });
    // Free ports, so that nobody gets in the way.
    const { broker, connect, databases } = nativePaths(own.folders);
    const taken: number[] = [];
    for (const paths of [broker, connect, databases.shop, databases.warehouse]) {
      const port = await freePort([], taken);
      taken.push(port);
      await writeNodeState(paths, { format: 1, port });
    }
  });
  afterAll(async () => {
    await engine?.down({ purge: true });
    await own?.remove();
  });

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
    const small = createNativeEngine({ folders: own.folders, env: own.env, memoryMb: () => 100 });
    await expect(drain(small.ensure(['connect']))).rejects.toThrow(/Connect needs about \d+ MB of memory; 100 MB/);
    expect(await status()).toMatchObject({ state: 'stopped' });
  });

  it('comes up after what its connectors are to reach, with their classes, on this machine only', async () => {
    const phases = (await drain(engine.ensure(all))).map(({ service, phase }) => `${service} ${phase}`);
    expect(phases.indexOf('warehouse ready')).toBeLessThan(phases.indexOf('connect starting'));
    expect(await status()).toMatchObject({ state: 'running', address: { host: '127.0.0.1' } });
    const { answer } = await rest('/connector-plugins');
    expect(answer.map((plugin: { class: string }) => plugin.class.split('.').at(-1)).sort()).toEqual([
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

  it('begins anew when a port it was told has changed, and gets a lost file of a connector back', async () => {
    const before = await status();
    await engine.stop('warehouse');
    const { databases } = nativePaths(own.folders);
    await writeNodeState(databases.warehouse, { format: 1, port: await freePort([], [before?.address?.port ?? 0]) });
    const folder = join(own.folders.cache, await jarFolderName(connectPlugins, nativeContext(own)), 'libs');
    const lost = join(folder, 'debezium-connector-mariadb', 'debezium-connector-mariadb-3.5.0.Final.jar');
    await rm(lost);
    await drain(engine.ensure(all));
    expect(existsSync(lost)).toBe(true);
    expect((await status())?.pid).not.toBe(before?.pid);
    await rows('shop', "INSERT INTO users VALUES (2, 'leek')");
    await eventually(() => rows('warehouse', 'SELECT id FROM customers ORDER BY id'), [{ id: 1 }, { id: 2 }]);
  });

  it('goes down without a trace, and purge removes its connectors', async () => {
    const { pid = 0 } = (await readNodeState(nativePaths(own.folders).connect))?.process ?? {};
    expect(await identify(pid)).toBeDefined();
    await engine.down({ purge: false });
    expect(await identify(pid)).toBeUndefined();
    await engine.down({ purge: true });
    expect(existsSync(own.folders.environment)).toBe(false);
    expect(existsSync(own.folders.cache)).toBe(false);
  });
});
