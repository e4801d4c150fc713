import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { listeningInodes, parseLsof, parseNetstat, portOwner } from '../../../src/platform/port-owner.ts';

it('finds who listens, and nobody where nobody does', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  try {
    expect(await portOwner(port)).toMatchObject({ pid: process.pid });
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
  expect(await portOwner(port)).toBeUndefined();
});

it('reads what each system says', () => {
  const table = [
    '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
    '   0: 0100007F:2384 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 48211 1 0000 100 0 0 10 0',
    '   1: 0100007F:2384 0100007F:A1B2 01 00000000:00000000 00:00000000 00000000     0        0 48300 1 0000 20 4 30 10 -1',
  ].join('\n');
  expect(listeningInodes(table, 9092)).toEqual(['48211']);
  expect(listeningInodes(table, 9093)).toEqual([]);
  expect(parseLsof('p4711\ncjava\nf55\n')).toEqual({ pid: 4711, name: 'java' });
  expect(parseLsof('')).toBeUndefined();
  const netstat =
    '\r\n  Proto  Lokale Adresse  Remoteadresse  Status  PID\r\n' +
    '  TCP    127.0.0.1:9092    127.0.0.1:50112    HERGESTELLT    77\r\n' +
    '  TCP    0.0.0.0:9092    0.0.0.0:0    ABHÖREN    1234\r\n';
  expect(parseNetstat(netstat, 9092)).toBe(1234);
  expect(parseNetstat(netstat, 909)).toBeUndefined();
});
