import { connect } from 'node:net';
import { loopback } from '../../platform/free-port.ts';
import type { NodePaths } from './context.ts';

/** The four-letter words that are asked here: its settings, and its sessions with what they hold. */
export const zooKeeperWords = ['conf', 'dump'] as const;

const longestAnswerMs = 1000;

/** A ZooKeeper's answer to a four-letter word («ZooKeeper Administrator's Guide»); undefined if nothing answers there. */
export function askZooKeeper(port: number, word: (typeof zooKeeperWords)[number]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host: loopback, port });
    const chunks: Buffer[] = [];
    const end = (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(chunks.length === 0 ? undefined : Buffer.concat(chunks).toString('utf8'));
    };
    const timer = setTimeout(end, longestAnswerMs);
    socket.on('connect', () => socket.write(word));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', end);
    // It closes the connection when it has said all.
    socket.on('close', end);
  });
}

/** True if our ZooKeeper answers there: nobody else's keeps its data in this folder. */
export async function zooKeeperAnswers(paths: Pick<NodePaths, 'data'>, port: number): Promise<boolean> {
  return (await askZooKeeper(port, 'conf'))?.includes(`dataDir=${paths.data}`) === true;
}

/**
 * True if no broker is registered there. One that was killed stays registered until its session ends, and the next one with its id
 * would refuse to start.
 */
export async function hasNoBroker(port: number): Promise<boolean> {
  const sessions = await askZooKeeper(port, 'dump');
  return sessions !== undefined && !sessions.includes('/brokers/ids/');
}
