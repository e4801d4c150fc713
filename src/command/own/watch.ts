import { setTimeout as delay } from 'node:timers/promises';
import type { ClusterReader } from '../../check/facts.ts';
import { Unreachable } from '../../check/unreachable.ts';
import { Unreadable } from '../../check/unreadable.ts';
import { messages } from '../../messages/index.ts';
import type { Task } from '../types.ts';
import type { OwnCall } from './read-own.ts';
import { silentBrokers } from './silent-brokers.ts';
import { groupLines, topicLines } from './watch-lines.ts';

/** Between two looks, in milliseconds: soon enough to see a rebalance as it happens. */
const lookEveryMs = 250;

type Watch = Extract<OwnCall, { verb: 'watch' }>;

/**
 * Prints what a topic or a group looks like, and again whenever that changed, until it is ended.
 * @param open a reader of the Kafka at the lessons' address
 */
export const watchTask = (
  { subject, name }: Watch,
  { open, now }: { readonly open: () => Promise<ClusterReader>; readonly now: () => Date },
): Task => ({
  run: async ({ print, signal }) => {
    const cluster = await open();
    const silent = silentBrokers(cluster, now);
    try {
      let before: string | undefined;
      while (!signal.aborted) {
        const lines = await look(cluster, subject, name, silent);
        const text = lines.join('\n');
        if (text !== before) {
          print(messages().own.watchHead({ name, time: clock(now()) }));
          for (const line of lines) print(`  ${line}`);
        }
        before = text;
        await delay(lookEveryMs, undefined, { signal }).catch(() => undefined);
      }
      return 0;
    } finally {
      await cluster.close();
    }
  },
});

async function look(
  cluster: ClusterReader,
  subject: Watch['subject'],
  name: string,
  silent: () => readonly number[],
): Promise<readonly string[]> {
  try {
    if (subject === 'group') return groupLines(name, await cluster.group(name));
    const lines = topicLines(name, await cluster.topic(name));
    const ids = silent();
    return ids.length === 0 ? lines : [...lines, messages().own.maybeOld({ ids })];
  } catch (error) {
    if (error instanceof Unreachable) return [messages().own.noAnswer];
    // A leader is being elected, a coordinator moves: worth a line, for that is what one watches.
    if (error instanceof Unreadable && error.reason.kind === 'not-ready') return [error.reason.detail];
    throw error;
  }
}

/** The time of day, `14:03:07`. */
const clock = (time: Date): string => time.toTimeString().slice(0, 8);
