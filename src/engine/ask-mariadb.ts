import { connect } from 'node:net';
import type { Address } from './types.ts';

/**
 * The version of the MariaDB server that answers there; undefined if nothing, or something else, does. A server speaks first:
 * length (3 bytes), sequence number, protocol version 10, its own version up to a zero («Client/Server protocol», connection phase).
 */
export function mariadbVersion({ host, port }: Address, timeoutMs = 1000): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const chunks: Buffer[] = [];
    const end = (version?: string): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(version);
    };
    const timer = setTimeout(end, timeoutMs);
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      const bytes = Buffer.concat(chunks);
      if (bytes.length >= 4 && bytes.length >= bytes.readUIntLE(0, 3) + 4) end(parseGreeting(bytes));
      else if (bytes.length > longestGreeting) end();
    });
    socket.on('error', () => end());
    socket.on('close', () => end());
  });
}

const longestGreeting = 1024;

/** From a whole first packet; undefined if it is something else, or an error («too many connections»). */
export function parseGreeting(bytes: Buffer): string | undefined {
  const zero = bytes.indexOf(0, 5);
  if (bytes[3] !== 0 || bytes[4] !== 10 || zero < 0) return undefined;
  // In front stands a version for clients that take a MariaDB 10 for a MySQL.
  return bytes.toString('latin1', 5, zero).replace(/^5\.5\.5-/, '');
}
