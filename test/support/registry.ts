import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { execa } from 'execa';
import { freePort } from '../../src/platform/free-port.ts';

const digestOf = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** A layer with one file of random bytes. */
async function layer(bytes: number): Promise<{ readonly blob: Buffer; readonly diff: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'kafka-lessons-test-'));
  await writeFile(join(folder, 'file'), randomBytes(bytes));
  const { stdout } = await execa('tar', ['-C', folder, '-c', '.'], { encoding: 'buffer' });
  await rm(folder, { recursive: true });
  const tar = Buffer.from(stdout);
  return { blob: gzipSync(tar), diff: digestOf(tar) };
}

/**
 * A registry on 127.0.0.1 with one small image, which it hands out slowly (Docker Registry HTTP API V2: manifest, then blobs). Docker
 * speaks plain HTTP with registries on this machine.
 */
export async function startRegistry(): Promise<{ readonly image: string; stop(): Promise<void> }> {
  const layers = await Promise.all([layer(3_000_000), layer(1_000_000)]);
  const config = Buffer.from(
    JSON.stringify({
      architecture: process.arch === 'x64' ? 'amd64' : process.arch,
      os: 'linux',
      config: { Cmd: ['/nothing'] },
      rootfs: { type: 'layers', diff_ids: layers.map(({ diff }) => diff) },
    }),
  );
  const describeBlob = (mediaType: string, blob: Buffer) => ({ mediaType, size: blob.length, digest: digestOf(blob) });
  const type = 'application/vnd.docker.distribution.manifest.v2+json';
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: type,
      config: describeBlob('application/vnd.docker.container.image.v1+json', config),
      layers: layers.map(({ blob }) => describeBlob('application/vnd.docker.image.rootfs.diff.tar.gzip', blob)),
    }),
  );
  const blobs = new Map([config, ...layers.map(({ blob }) => blob)].map((blob) => [digestOf(blob), blob]));

  async function send(response: ServerResponse, blob: Buffer): Promise<void> {
    response.writeHead(200, { 'content-length': blob.length, 'content-type': 'application/octet-stream' });
    for (let at = 0; at < blob.length && !response.destroyed; at += 100_000) {
      response.write(blob.subarray(at, at + 100_000));
      await delay(20);
    }
    response.end();
  }

  const server = createServer((request, response) => {
    const { url = '' } = request;
    const blob = blobs.get(url.split('/').at(-1) ?? '');
    if (url === '/v2/') response.end('{}');
    else if (url.includes('/manifests/')) {
      response.writeHead(200, {
        'content-type': type,
        'content-length': manifest.length,
        'docker-content-digest': digestOf(manifest),
      });
      response.end(request.method === 'HEAD' ? undefined : manifest);
    } else if (blob) void send(response, blob);
    else response.writeHead(404).end();
  });
  const port = await freePort([]);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    image: `127.0.0.1:${port}/kafka:4.3.1`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
