import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { fetchPackage } from '../../../src/pack/npm-pack.ts';
import { unpackTarball } from '../../../src/pack/read-tarball.ts';
import { tarball } from './support/tarball.ts';

const manifest = {
  name: 'lessons-of-others',
  version: '1.2.3',
  scripts: { prepack: 'node evil.js', postinstall: 'node evil.js' },
};
const packed = tarball([
  { path: 'package/package.json', text: JSON.stringify(manifest) },
  { path: 'package/pack.yaml', text: 'format: 1\n' },
]);

/** A registry on this machine that has one package. */
let server: Server;
let asked: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    if (request.url === '/x.tgz') return void response.end(packed);
    if (request.url !== '/lessons-of-others') return void response.writeHead(404).end('{}');
    const dist = {
      tarball: `${at}/x.tgz`,
      integrity: `sha512-${createHash('sha512').update(packed).digest('base64')}`,
    };
    const versions = { [manifest.version]: { ...manifest, dist } };
    response.end(JSON.stringify({ name: manifest.name, 'dist-tags': { latest: manifest.version }, versions }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

let folder: string;
let env: NodeJS.ProcessEnv;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kafka-lessons-npm-'));
  asked = [];
  env = {
    ...process.env,
    npm_config_registry: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    npm_config_cache: join(folder, 'npm-cache'),
    npm_config_fetch_retries: '0',
  };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const limit = { timeout: 60_000 };

test('a package is fetched as a tarball, once, and nothing of it is installed or run', limit, async () => {
  let fetched = 0;
  const onFetch = () => void fetched++;
  const file = await fetchPackage('lessons-of-others', { folder, env, onFetch });
  expect(file).toBe(join(folder, 'lessons-of-others.tgz'));
  const root = await unpackTarball(file, join(folder, 'cache'));
  expect((await readdir(root)).sort()).toEqual(['pack.yaml', 'package.json']);
  const requests = asked.length;
  expect(await fetchPackage('lessons-of-others', { folder, env, onFetch })).toBe(file);
  expect({ fetched, requests: asked.length }).toEqual({ fetched: 1, requests });
  expect((await readdir(folder)).filter((name) => name.startsWith('npm-') && name !== 'npm-cache')).toEqual([]);
});

test('one that the registry does not have', limit, async () => {
  await expect(fetchPackage('no-such-lessons', { folder, env, onFetch: () => {} })).rejects.toMatchObject({
    exitCode: 3,
    explanation: { what: 'npm could not fetch no-such-lessons.', why: expect.stringContaining('404') },
  });
});
