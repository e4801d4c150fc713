import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { Unreachable } from '../../../src/check/unreachable.ts';
import { Unreadable } from '../../../src/check/unreadable.ts';
import { openConnect } from '../../../src/connect/open-connect.ts';
import { requestOnce } from '../../../src/connect/request.ts';
import { freePort } from '../../../src/platform/free-port.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

const get = (port: number, more = {}) =>
  requestOnce(
    { method: 'GET', url: `http://localhost:${port}/connectors`, headers: [], body: '' },
    { timeoutMs: 5000, ...more },
  );
const answering =
  (status: number, body: string): RequestListener =>
  (_, response) => {
    response.writeHead(status).end(body);
  };

test('sends what was written to 127.0.0.1, and returns what was answered', async () => {
  const port = await serve((request, response) => {
    request.setEncoding('utf8');
    let body = '';
    request.on('data', (text: string) => {
      body += text;
    });
    request.on('end', () =>
      response.writeHead(201).end(`${request.method} ${request.headers['content-type']} ${body}`),
    );
  });
  const headers = [['Content-Type', 'application/json']] as const;
  const sent = { method: 'POST', url: `http://localhost:${port}/`, headers, body: '{"name":"김"}' };
  expect(await requestOnce(sent, { timeoutMs: 5000 })).toEqual({
    kind: 'answered',
    status: 201,
    reason: 'Created',
    body: 'POST application/json {"name":"김"}',
  });
});

test('tells a rebalance from a name that is taken', async () => {
  const busy = '{"error_code":409,"message":"Cannot complete request momentarily due to stale configuration"}';
  expect(await get(await serve(answering(409, busy)))).toMatchObject({ kind: 'rebalancing' });
  const taken = '{"error_code":409,"message":"Connector a already exists"}';
  expect(await get(await serve(answering(409, taken)))).toMatchObject({ kind: 'answered', status: 409 });
});

test('tells a port where nothing listens from one that is silent', async () => {
  expect(await get(await freePort([]))).toEqual({ kind: 'unreachable', refused: true });
  expect(await get(await serve(() => {}), { timeoutMs: 50 })).toEqual({ kind: 'unreachable', refused: false });
});

test('throws only for a signal', async () => {
  const signal = AbortSignal.abort(new Error('stopped'));
  await expect(get(1, { signal })).rejects.toThrow('stopped');
});

test('reads connectors with their settings, with those that have no status yet, and the line of a trace', async () => {
  const task = { id: 0, state: 'FAILED', worker_id: 'w', trace: 'a.b.SomeException: no\n\tat x' };
  const status = { name: 'a', connector: { state: 'RUNNING', worker_id: 'w' }, tasks: [task], type: 'sink' };
  const port = await serve((request, response) => {
    const found = request.url === '/connectors' ? ['a', 'b'] : { a: { status, info: { config: { topics: 't' } } } };
    response.end(JSON.stringify(found));
  });
  expect(await openConnect({ host: '127.0.0.1', port }).connectors()).toEqual([
    {
      name: 'a',
      config: { topics: 't' },
      state: 'RUNNING',
      tasks: [{ id: 0, state: 'FAILED', trace: 'SomeException: no' }],
    },
    { name: 'b', tasks: [] },
  ]);
});

test('a worker that has only begun to listen is not ready, and none is unreachable', async () => {
  const early = openConnect({ host: '127.0.0.1', port: await serve(answering(404, '<html>')) });
  await expect(early.up()).rejects.toThrow(Unreadable);
  const none = openConnect({ host: '127.0.0.1', port: await freePort([]) });
  await expect(none.connectors()).rejects.toThrow(Unreachable);
});
