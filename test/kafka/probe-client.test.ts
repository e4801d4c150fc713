import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { clientReport } from '../../src/check/client-report.ts';
import { evaluate } from '../../src/check/index.ts';
import { probeClient } from '../../src/kafka/probe-client.ts';
import type { AssertionOf } from '../../src/lesson/types.ts';
import { freePort } from '../../src/platform/free-port.ts';
import { startTestBroker, type TestBroker } from '../support/broker.ts';
import { factsOf } from '../unit/check/support/facts.ts';
import { createTopics, kafkaClient, send } from './support/client.ts';
import { type Misadvertised, startMisadvertised } from './support/misadvertised.ts';

/** A client's way from an address, as far as it leads. */

let broker: TestBroker;
let misadvertised: Misadvertised;
let nowhere: string;

beforeAll(async () => {
  broker = await startTestBroker();
  nowhere = `127.0.0.1:${await freePort([])}`;
  misadvertised = await startMisadvertised(broker, {
    NAMED: 'kafka.invalid:9092',
    CLOSED: nowhere,
    OTHER: broker.address,
  });
});

afterAll(async () => {
  await misadvertised?.stop();
  await broker?.stop();
});

const judged = async (wanted: Omit<AssertionOf<'client'>, 'subject'>) =>
  evaluate({ subject: 'client', ...wanted }, factsOf({}, { client: probeClient }));
const portOf = (address: string) => address.slice(address.lastIndexOf(':') + 1);

describe('a client that starts at a broker', () => {
  test('works, also while there is nothing to read', async () => {
    const met = await probeClient(broker.address);
    expect(met).toEqual({
      kind: 'told',
      clusterId: expect.stringMatching(/^[\w-]{22}$/),
      brokers: [{ id: 1, address: broker.address, reached: { kind: 'works' } }],
    });
  });

  test('reads from a partition that the broker leads', async () => {
    const client = kafkaClient(broker.address);
    await createTopics(client, { rides: 3 });
    await send(client, 'rides', [{ key: 'alice', value: '1' }]);
    const met = await probeClient(broker.address);
    expect(met).toMatchObject({
      brokers: [{ reached: { kind: 'works', read: { topic: 'rides', partition: expect.any(Number) } } }],
    });
    expect(clientReport(broker.address, met)).toMatchObject({ exitCode: 0 });
    expect(await judged({ client: broker.address, metadata: true, told: [broker.address], works: true })).toMatchObject(
      {
        status: 'pass',
      },
    );
  });

  test('finds it by localhost, which is also ::1', async () => {
    const client = `localhost:${portOf(broker.address)}`;
    expect(await judged({ client, told: [broker.address], works: true })).toMatchObject({ status: 'pass' });
  });
});

describe('a client that is sent on to', () => {
  const at = (listener: string): string => misadvertised.addresses[listener] ?? '';

  test('a name that nobody knows', async () => {
    const met = await probeClient(at('NAMED'));
    expect(met).toMatchObject({
      kind: 'told',
      brokers: [{ id: 1, address: 'kafka.invalid:9092', reached: { kind: 'unknown-name' } }],
    });
    expect(clientReport(at('NAMED'), met).exitCode).toBe(1);
    expect(
      await judged({ client: at('NAMED'), metadata: true, told: ['kafka.invalid:9092'], works: false }),
    ).toMatchObject({ status: 'pass' });
    expect(await judged({ client: at('NAMED'), works: true })).toMatchObject({
      status: 'fail',
      actual: 'sent on to kafka.invalid:9092: no such name on this computer',
      tryNext: `kafka-lessons probe ${at('NAMED')}`,
    });
  });

  test('a port where nobody listens', async () => {
    expect(await probeClient(at('CLOSED'))).toMatchObject({
      kind: 'told',
      brokers: [{ id: 1, address: nowhere, reached: { kind: 'refused' } }],
    });
    expect(await judged({ client: at('CLOSED'), told: [nowhere], works: false })).toMatchObject({ status: 'pass' });
  });

  test('another cluster', async () => {
    const [mine, other] = await Promise.all([probeClient(at('OTHER')), probeClient(broker.address)]);
    if (mine.kind !== 'told' || other.kind !== 'told') throw new Error('a broker does not answer');
    expect(mine.clusterId).not.toBe(other.clusterId);
    expect(mine.brokers).toEqual([
      { id: 1, address: broker.address, reached: { kind: 'other-cluster', clusterId: other.clusterId } },
    ]);
    expect(await judged({ client: at('OTHER'), works: true })).toMatchObject({ status: 'fail' });
  });
});

describe('a client that starts where there is no broker', () => {
  let server: Server | undefined;
  const sockets = new Set<Socket>();

  /** A program that does this with everybody who connects. */
  const programThat = async (greet: (socket: Socket) => void): Promise<string> => {
    const port = await freePort([]);
    server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => {});
      greet(socket);
    });
    await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve));
    return `127.0.0.1:${port}`;
  };

  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
    server = undefined;
  });

  test('is refused', async () => {
    expect(await probeClient(nowhere)).toEqual({ kind: 'no-answer', why: 'refused' });
    expect(await probeClient(`localhost:${portOf(nowhere)}`)).toEqual({ kind: 'no-answer', why: 'refused' });
    expect(await judged({ client: nowhere, metadata: false, works: false })).toMatchObject({ status: 'pass' });
    expect(await judged({ client: nowhere, works: true })).toMatchObject({
      status: 'fail',
      actual: 'refuses the connection',
    });
  });

  test('does not find the name', async () => {
    expect(await probeClient('kafka.invalid:9092')).toEqual({ kind: 'no-answer', why: 'unknown-name' });
  });

  test('meets silence, and does not wait for long', async () => {
    const address = await programThat(() => {});
    const start = performance.now();
    expect(await probeClient(address)).toEqual({ kind: 'no-answer', why: 'silent' });
    expect(performance.now() - start).toBeLessThan(3000);
  });

  test('is hung up on', async () => {
    const address = await programThat((socket) => socket.end());
    expect(await probeClient(address)).toEqual({ kind: 'no-answer', why: 'closed' });
  });

  test.each([
    ['the web', Buffer.from('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')],
    ['a size of nothing', Buffer.alloc(8)],
    ['a size below nothing', Buffer.alloc(8, 0xff)],
    ['an answer to somebody else', Buffer.from([0, 0, 0, 4, 0x7f, 0, 0, 1])],
    ['half a size', Buffer.from([0, 0])],
  ])('meets another program: %s', async (_, words) => {
    const address = await programThat((socket) => socket.once('data', () => socket.write(words)));
    expect(await probeClient(address)).toEqual({ kind: 'no-answer', why: 'not-kafka' });
    expect(await judged({ client: address, works: true })).toMatchObject({ status: 'fail' });
  });
});
