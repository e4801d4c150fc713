import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { createConnection } from 'mariadb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseLine } from '../../src/command/parse-line.ts';
import { nativePaths } from '../../src/engine/native/context.ts';
import type { Engine, ServiceStatus } from '../../src/engine/types.ts';
import { EnvironmentError, UserError } from '../../src/errors.ts';
import { type DatabaseName, databaseNames } from '../../src/lesson/types.ts';
import { drain } from '../support/broker.ts';
import type { OwnCache } from '../support/own-cache.ts';
import { createSideBench, type SideBench, sideEngines } from './side-bench.ts';

/** Two real MariaDB servers, on each engine. The tests build on each other. */
describe.sequential.each(sideEngines)('the databases (%s)', (kind) => {
  let bench: SideBench;
  let own: OwnCache;
  let engine: Engine;
  beforeAll(async () => {
    bench = await createSideBench(kind, []);
    own = bench.own;
    engine = bench.createEngine();
  });
  afterAll(() => bench?.remove());

  const status = async (name: DatabaseName): Promise<ServiceStatus | undefined> =>
    (await engine.status()).find(({ service }) => service === name);

  async function rows(name: DatabaseName, sql: string, user = 'lessons', password = 'kafka-lessons') {
    const address = await engine.address(name);
    if (address === undefined) throw new Error(`${name} has no address`);
    const connection = await createConnection({ ...address, user, password, database: name });
    try {
      return await connection.query(sql);
    } finally {
      await connection.end();
    }
  }

  async function client(line: string) {
    const [command] = parseLine(line).commands;
    if (command === undefined) throw new Error('no command');
    const { file, args, env } = await engine.spawnable(command);
    const { exitCode, stdout, stderr } = await execa(file, args, { env, stdin: 'ignore', reject: false });
    return { exitCode, stdout, stderr };
  }

  it('are not there before they are needed, and refused where there is no room', async () => {
    expect(await status('shop')).toBeUndefined();
    await expect(client('mariadb shop -e "SELECT 1"')).rejects.toBeInstanceOf(EnvironmentError);
    const small = bench.createEngine(20);
    await expect(drain(small.ensure(['shop']))).rejects.toThrow(/The database shop needs about \d+ MB/);
  });

  it('start side by side, made anew where an earlier try was interrupted', async () => {
    const half = nativePaths(own.folders).databases.shop.newData;
    if (kind === 'native') {
      await mkdir(half, { recursive: true });
      await writeFile(join(half, 'ibdata1'), 'half');
    }
    const phases = (await drain(engine.ensure(databaseNames))).map(({ service, phase }) => `${service} ${phase}`);
    expect(phases).toEqual(expect.arrayContaining(['shop formatting', 'shop ready', 'warehouse ready']));
    expect([(await status('shop'))?.state, (await status('warehouse'))?.state]).toEqual(['running', 'running']);
    expect(existsSync(half)).toBe(false);
    const again = await drain(engine.ensure(databaseNames));
    expect(again.map(({ phase }) => phase)).toEqual(['ready', 'ready']);
  });

  it('have the log of changes and the rights that connectors need, and different ids', async () => {
    const [settings] = await rows(
      'shop',
      'SELECT @@server_id id, @@log_bin log, @@binlog_format format, @@binlog_row_image image, @@character_set_server letters',
    );
    expect(settings).toEqual({ id: 1n, log: 1n, format: 'ROW', image: 'FULL', letters: 'utf8mb4' });
    // In containers nothing reads from both.
    if (kind === 'native') expect((await rows('warehouse', 'SELECT @@server_id id'))[0]).toEqual({ id: 2n });
    expect(await rows('shop', 'SHOW MASTER STATUS')).toHaveLength(1);
    const grants = JSON.stringify(await rows('shop', 'SHOW GRANTS'));
    expect(grants).toContain('REPLICATION SLAVE');
  });

  it('let in nobody but the user of the lessons', async () => {
    await expect(rows('shop', 'SELECT 1', 'root', '')).rejects.toThrow(/Access denied/);
    expect(await rows('shop', 'SELECT CURRENT_USER() me')).toEqual([{ me: 'lessons@%' }]);
  });

  it('are reached by MariaDB’s own client, whose password nobody sees', async () => {
    expect(engine.tools()).toContain('mariadb');
    const made = await client(
      'mariadb shop -e "CREATE TABLE goods (name VARCHAR(20)); INSERT INTO goods VALUES (\'감자\')"',
    );
    expect(made).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect((await client('mariadb -N shop -e "SELECT name FROM goods"')).stdout).toBe('감자');
    await expect(client('mariadb -e "SELECT 1"')).rejects.toBeInstanceOf(UserError);
    const [command] = parseLine('mariadb shop').commands;
    const { args = [], shown = '' } = command ? await engine.spawnable(command) : {};
    expect([...args, shown].filter((text) => /kafka-lessons(?!-\w{8}-shop)/.test(text))).toEqual([]);
    expect(shown).toMatch(
      kind === 'native'
        ? /^mariadb --host=127\.0\.0\.1 --port=\d+ --user=lessons shop$/
        : /^docker exec -i kafka-lessons-\w{8}-shop-1 mariadb --user=lessons shop$/,
    );
  });

  it('come back from being killed where they were, with their data', async () => {
    const before = await engine.address('shop');
    const pid = (await status('shop'))?.pid;
    const shown = await engine.actionShown('kill', 'shop');
    if (kind === 'docker') expect(shown).toMatch(/^docker kill kafka-lessons-\w{8}-shop-1$/);
    else if (process.platform !== 'win32') expect(shown).toBe(`kill -KILL ${pid}`);
    await engine.kill('shop');
    expect(await status('shop')).toEqual({ service: 'shop', state: 'stopped', address: before });
    await engine.start('shop');
    expect(await status('shop')).toMatchObject({ state: 'running', address: before });
    expect(await rows('shop', 'SELECT name FROM goods')).toEqual([{ name: '감자' }]);
  });

  it('begin anew where they are cleared', async () => {
    await engine.clear('shop');
    expect(await status('shop')).toBeUndefined();
    await drain(engine.ensure(['shop']));
    expect(await rows('shop', 'SHOW TABLES')).toEqual([]);
  });

  it.runIf(kind === 'docker')('are made anew where the image was ended while it made them', async () => {
    await rows('shop', 'CREATE TABLE half (id INT)');
    await rows('shop', "DROP USER 'lessons'@'%'", 'root', 'kafka-lessons');
    await engine.stop('shop');
    await drain(engine.ensure(['shop']));
    expect(await rows('shop', 'SHOW TABLES')).toEqual([]);
  });

  it('go down without a trace, and purge removes them', async () => {
    expect(await bench.living()).toHaveLength(2);
    await engine.down({ purge: false });
    expect(await status('warehouse')).toMatchObject({ state: 'stopped' });
    expect(await bench.living()).toEqual([]);
    await engine.down({ purge: true });
    expect(await bench.left()).toEqual([]);
    expect(existsSync(own.folders.environment)).toBe(false);
  });
});
