import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type NodePaths, nativePaths } from '../../src/engine/native/context.ts';
import { createNativeEngine } from '../../src/engine/native/native-engine.ts';
import { readNodeState, writeNodeState } from '../../src/engine/native/node-state.ts';
import { ownProcessSchema } from '../../src/engine/native/own-process.ts';
import type { Engine } from '../../src/engine/types.ts';
import { EnvironmentError } from '../../src/errors.ts';
import { freePort } from '../../src/platform/free-port.ts';
import { readJson } from '../../src/platform/json-file.ts';
import { identify } from '../../src/platform/process-identity.ts';
import { drain } from '../support/broker.ts';
import { type OwnCache, ownCache } from '../support/own-cache.ts';

/** Everything of a cache of our own: the archive too, so that its making can be watched. */
let own: OwnCache;
let paths: NodePaths;
let engine: Engine;
beforeEach(async () => {
  own = await ownCache({ filled: true });
  paths = nativePaths(own.folders).broker;
  engine = createNativeEngine({ folders: own.folders, env: own.env });
  const port = await freePort([]);
  await writeNodeState(paths, { format: 1, port, controllerPort: await freePort([], [port]) });
});
afterEach(async () => {
  await engine.down({ purge: true });
  await own.remove();
});

const state = async () => (await engine.status())[0]?.state;

it('recovers from a format that was interrupted', async () => {
  await mkdir(join(paths.newData, '__cluster_metadata-0'), { recursive: true });
  await mkdir(paths.data, { recursive: true });
  await writeFile(join(paths.data, 'bootstrap.checkpoint'), 'half');
  await drain(engine.ensure(['broker']));
  expect(await state()).toBe('running');
  expect(existsSync(paths.newData)).toBe(false);
});

it('tells why the broker did not start, and where its log is', async () => {
  await drain(engine.ensure(['broker']));
  await engine.stop('broker');
  const meta = join(paths.data, 'meta.properties');
  await writeFile(meta, (await readFile(meta, 'utf8')).replace('node.id=1', 'node.id=7'));
  const error = await drain(engine.ensure(['broker'])).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(EnvironmentError);
  const why = (error as EnvironmentError).explanation.why ?? '';
  expect(why).toMatch(/node ?id/i);
  expect(why).toContain(paths.serverLog);
  expect(why).not.toMatch(/^\s+at /m);
  expect(await state()).toBe('stopped');
});

it('leaves a process alone that has got the pid of a broker that is gone', async () => {
  await drain(engine.ensure(['broker']));
  await engine.kill('broker');
  const known = await readNodeState(paths);
  const self = await identify(process.pid);
  if (known === undefined || self === undefined) throw new Error('nothing to work with');
  const process_ = { pid: process.pid, started: self.started, mainClass: 'kafka.Kafka' };
  await writeNodeState(paths, { ...known, process: process_ });
  expect(await state()).toBe('stopped');
  await engine.kill('broker');
  await drain(engine.ensure(['broker']));
  expect((await engine.status())[0]?.pid).not.toBe(process.pid);
});

it('starts anew when the data was removed under a running broker', async () => {
  await drain(engine.ensure(['broker']));
  const first = (await engine.status())[0]?.pid ?? 0;
  await rm(paths.data, { recursive: true });
  await drain(engine.ensure(['broker']));
  expect(await state()).toBe('running');
  expect(await identify(first)).toBeUndefined();
});

it('makes the archive in the background and ends that on the way down', async () => {
  await drain(engine.ensure(['broker']));
  const { cache } = own.folders;
  const note = (await readdir(cache)).find((name) => name.endsWith('.making'));
  const maker = note && (await readJson(join(cache, note), ownProcessSchema));
  if (!maker) throw new Error('no archive is being made');
  expect(await identify(maker.pid)).toBeDefined();
  await engine.down({ purge: false });
  expect(await identify(maker.pid)).toBeUndefined();
  expect((await readdir(cache)).filter((name) => /making|part|failed/.test(name))).toEqual([]);
});

it('works with an archive that is damaged, and keeps stdout clean', async () => {
  const { file, args, env } = await engine.spawnable({ tool: 'kafka-storage', args: ['random-uuid'] });
  const bad = join(own.folders.cache, 'classes-000000000000.jsa');
  await writeFile(bad, 'not an archive');
  const { stdout, exitCode } = await execa(file, ['-Xshare:auto', `-XX:SharedArchiveFile=${bad}`, ...args], { env });
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^[\w-]{22}$/);
});

it('is not put off by variables that are meant for other JVMs', async () => {
  const env = { ...own.env, JAVA_TOOL_OPTIONS: '-Xmx1k', CLASSPATH: '/nowhere', KAFKA_HEAP_OPTS: '-Xmx1k' };
  const { file, args, env: changes } = await engine.spawnable({ tool: 'kafka-storage', args: ['random-uuid'] });
  const { stdout, stderr } = await execa(file, args, { env: { ...env, ...changes } });
  expect(stdout).toMatch(/^[\w-]{22}$/);
  expect(stderr).toBe('');
});
