import { once } from 'node:events';
import { createServer as createHttp } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { expect, it } from 'vitest';
import { connectAnswers } from '../../../src/engine/ask-connect.ts';

async function asked(server: Server, clusterId?: string): Promise<boolean> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await connectAnswers({ host: '127.0.0.1', port: (server.address() as AddressInfo).port }, clusterId);
  } finally {
    server.close();
  }
}

const worker = (connectors: unknown, status = 200): Server =>
  createHttp(({ url }, response) => {
    response.writeHead(url === '/' ? 200 : status);
    response.end(JSON.stringify(url === '/' ? { kafka_cluster_id: 'ours' } : connectors));
  });

it('knows a worker that can be used, and whose it is', async () => {
  expect(await asked(worker([]))).toBe(true);
  expect(await asked(worker(['a']), 'ours')).toBe(true);
  expect(await asked(worker([]), 'another')).toBe(false);
  expect(await asked(worker({ error_code: 503 }, 503))).toBe(false);
});

it('is told at once by what takes a connection and closes it, as Docker does before anything listens', async () => {
  const started = Date.now();
  expect(await asked(createServer((socket) => socket.end()))).toBe(false);
  expect(await asked(createServer((socket) => socket.resetAndDestroy()))).toBe(false);
  expect(Date.now() - started).toBeLessThan(900);
});
