import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { askBroker, parseMetadata } from '../../../src/engine/ask-broker.ts';

const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};
const text = (value: string | null): Buffer => {
  const length = Buffer.alloc(2);
  length.writeInt16BE(value === null ? -1 : Buffer.byteLength(value));
  return Buffer.concat([length, Buffer.from(value ?? '')]);
};
/** A Metadata v2 answer as the protocol guide has it. */
const answer = (correlation: number): Buffer =>
  Buffer.concat([
    int32(correlation),
    int32(1),
    int32(1),
    text('127.0.0.1'),
    int32(9092),
    text(null),
    text('cluster'),
    int32(1),
    int32(0),
  ]);

let server: Server | undefined;
afterEach(async () => {
  server?.close();
  server = undefined;
});

async function serve(onConnection: (socket: Socket) => void): Promise<number> {
  server = createServer(onConnection).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

describe('askBroker', () => {
  it('sends Metadata v2 for no topic and reads an answer that comes in pieces', async () => {
    let request = Buffer.alloc(0);
    const port = await serve((socket) =>
      socket.once('data', (bytes) => {
        request = bytes;
        const body = answer(bytes.readInt32BE(8));
        socket.write(int32(body.length));
        setImmediate(() => socket.write(body));
      }),
    );
    expect(await askBroker('127.0.0.1', port, 2000)).toEqual({
      clusterId: 'cluster',
      brokers: [{ id: 1, host: '127.0.0.1', port: 9092 }],
    });
    expect([request.readInt32BE(0), request.readInt16BE(4), request.readInt16BE(6)]).toEqual([
      request.length - 4,
      3,
      2,
    ]);
  });
  it('takes a port where nothing, or something else, answers for no broker', async () => {
    const closed = await serve(() => undefined);
    server?.close();
    expect(await askBroker('127.0.0.1', closed, 2000)).toBeUndefined();
    const http = await serve((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expect(await askBroker('127.0.0.1', http, 2000)).toBeUndefined();
  });
  it('does not wait for ever for one that says nothing', async () => {
    const port = await serve(() => undefined);
    expect(await askBroker('127.0.0.1', port, 50)).toBeUndefined();
  });
});

describe('parseMetadata', () => {
  it('refuses another answer and one that ends early', () => {
    expect(parseMetadata(answer(1))).toBeUndefined();
    expect(parseMetadata(answer(0x6b6c).subarray(0, 20))).toBeUndefined();
  });
});
