import { rm } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { createDockerEngine } from '../../src/engine/docker/docker-engine.ts';
import type { Progress } from '../../src/engine/types.ts';
import { EnvironmentError } from '../../src/errors.ts';
import { freePort } from '../../src/platform/free-port.ts';
import { dockerAnswers } from '../support/docker-answers.ts';
import { fakeProgram } from '../support/fake-program.ts';
import { ownCache } from '../support/own-cache.ts';
import { startRegistry } from '../support/registry.ts';

const compose = fileURLToPath(new URL('../../compose', import.meta.url));

const docker = (...args: string[]) => execa('docker', args, { reject: false });

/** What a learner is told when the broker cannot be brought up, and how long that took. */
async function failure(
  changes: (home: string) => NodeJS.ProcessEnv | Promise<NodeJS.ProcessEnv>,
  service: 'broker' | 'cluster' = 'broker',
) {
  const { env, folders, remove } = await ownCache({ filled: false });
  const engine = createDockerEngine({ folders, env: { ...env, ...(await changes(folders.home)) }, compose });
  const started = performance.now();
  const progress: Progress[] = [];
  try {
    const run = async (): Promise<void> => {
      for await (const each of engine.ensure([service])) progress.push(each);
    };
    const error = await run().catch((thrown: unknown) => thrown);
    const seconds = (performance.now() - started) / 1000;
    expect(error).toBeInstanceOf(EnvironmentError);
    return { ...(error as EnvironmentError).explanation, seconds, status: await engine.status(), progress };
  } finally {
    if (dockerAnswers) await createDockerEngine({ folders, env, compose }).down({ purge: true });
    await rm(folders.workspace, { recursive: true, force: true });
    await remove();
  }
}

async function withServer<T>(answer: RequestListener, work: (port: number) => Promise<T>): Promise<T> {
  const server: Server = createServer(answer);
  const port = await freePort([]);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  try {
    return await work(port);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const imageAt = (port: number) => () => ({ KAFKA_LESSONS_KAFKA_IMAGE: `127.0.0.1:${port}/apache/kafka:4.3.1` });

describe.runIf(dockerAnswers)('an image that cannot be had', () => {
  it('because nothing answers at the registry: said at once, with the native engine as the way out', async () => {
    const { what, why, next, seconds, status } = await failure(imageAt(await freePort([])));
    expect(what).toContain('/apache/kafka:4.3.1');
    expect(why).toContain('registry does not answer');
    expect(next).toContain('--engine native');
    expect(seconds).toBeLessThan(8);
    expect(status).toEqual([{ service: 'broker', state: 'absent' }]);
  });

  it('because the registry accepts and keeps silent: said within seconds', async () => {
    const told = await withServer(
      () => undefined,
      (port) => failure(imageAt(port)),
    );
    expect(told.why).toContain('registry does not answer');
    expect(told.seconds).toBeLessThan(15);
  });

  it('because the registry does not have it', async () => {
    const told = await withServer(
      ({ url }, response) => {
        const body = url === '/v2/' ? '{}' : '{"errors":[{"code":"MANIFEST_UNKNOWN","message":"manifest unknown"}]}';
        response.writeHead(url === '/v2/' ? 200 : 404, { 'content-type': 'application/json' }).end(body);
      },
      (port) => failure(imageAt(port)),
    );
    expect(told.why).toContain('no such image');
  });
});

describe.runIf(dockerAnswers)('an image that is not what it should be', () => {
  it('is fetched, which is told in bytes, and its container does not start, which is told as well', async () => {
    const { image, stop } = await startRegistry();
    try {
      const told = await failure(() => ({ KAFKA_LESSONS_KAFKA_IMAGE: image }));
      const downloads = told.progress.filter(({ phase }) => phase === 'downloading');
      expect(downloads.length).toBeGreaterThan(3);
      expect(downloads.at(-1)).toMatchObject({ done: downloads.at(-1)?.total });
      expect(downloads.at(-1)?.done).toBeGreaterThan(4_000_000);
      const done = downloads.map((each) => each.done ?? 0);
      expect(done).toEqual([...done].sort((a, b) => a - b));
      expect(told.what).toContain('did not start');
      expect(told.why).toContain('/nothing');
      expect(told.next).toContain('--engine native');
    } finally {
      await stop();
      await docker('rmi', '--force', image);
    }
  });
});

describe('a Docker that cannot be used', () => {
  it('because its daemon is gone', async () => {
    const told = await failure((home) => ({ DOCKER_HOST: `unix://${home}/nobody.sock` }));
    expect(told.what).toContain('Docker');
    expect(told.next).toContain('--engine native');
    expect(told.seconds).toBeLessThan(8);
    expect(told.status).toEqual([{ service: 'broker', state: 'absent' }]);
  });

  it('because there is none', async () => {
    const told = await failure(() => ({ PATH: '/nowhere' }));
    expect(told.what).toContain('not installed');
    expect(told.next).toContain('--engine native');
  });

  it('because its machine has too little memory for three brokers', async () => {
    const script = [
      'case "$*" in',
      '  "image inspect"*) echo amd64;;',
      '  "info --format {{.MemTotal}}") echo 734003200;;',
      '  *) echo "Error: No such object" >&2; exit 1;;',
      'esac',
    ].join('\n');
    const told = await failure(async (home) => ({ PATH: await fakeProgram(home, 'docker', script) }), 'cluster');
    expect(told.what).toBe('The cluster needs about 1100 MB of memory; 700 MB can be had.');
    expect(told.next).toContain('--engine native');
    expect(told.progress).toEqual([{ service: 'cluster', phase: 'checking' }]);
  });

  it('because its disk is full', async () => {
    const script = [
      'case "$*" in',
      '  version*) echo \'{"Client":{"Version":"28.0.0","Context":"default"},"Server":{"Version":"28.0.0","Os":"linux","Arch":"amd64"}}\';;',
      '  "compose version"*) echo 2.40.0;;',
      '  "image inspect"*) echo "Error: No such image" >&2; exit 1;;',
      '  pull*) echo "4.3.1: Pulling from apache/kafka"; echo "failed to register layer: write /opt/kafka/libs/a.jar: no space left on device" >&2; exit 1;;',
      '  *) echo "Error: No such object" >&2; exit 1;;',
      'esac',
    ].join('\n');
    const told = await failure(async (home) => ({ PATH: await fakeProgram(home, 'docker', script) }));
    expect(told.why).toContain('disk of Docker is full');
    expect(told.next).toContain('--engine native');
  });
});
