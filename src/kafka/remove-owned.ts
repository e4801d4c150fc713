import { setTimeout as delay } from 'node:timers/promises';
import { Unreachable } from '../check/unreachable.ts';
import { Unreadable } from '../check/unreadable.ts';
import type { Owns } from '../lesson/types.ts';
import { type BrokerPool, brokerPool } from './broker-pool.ts';
import { readGroupNames } from './read-group.ts';
import { throwForRefused } from './refused-deletion.ts';
import { deleteGroup, deleteTopics, findGroupCoordinator } from './requests.ts';

/** How long deleted topics and groups may take to be gone, and between two looks, in milliseconds. */
const goneWithinMs = 10_000;
const lookEveryMs = 50;

/**
 * Removes the topics and groups a lesson owns from the cluster and waits until they are gone. Returns the names that
 * were there. A group that still has members after the wait is left. Throws `Unreachable` as a reader does, and an
 * EnvironmentError for a topic that the cluster refuses to delete.
 */
export async function removeOwned(
  options: { readonly brokers: readonly string[]; readonly label: string },
  owns: Owns,
): Promise<readonly string[]> {
  const pool = brokerPool(options);
  try {
    const topics = await existingTopics(pool, owns.topics);
    const groups = await whenReady(options.label, () => existingGroups(pool, owns.groups));
    if (topics.length > 0) throwForRefused(await pool.any(deleteTopics(topics)));
    await untilGone(async () => (await existingTopics(pool, topics)).length === 0);
    await untilGone(async () => {
      const left = await whenReady(options.label, () => existingGroups(pool, groups));
      for (const group of left) await whenReady(options.label, () => deleteOne(pool, group));
      return left.length === 0;
    });
    return [...topics, ...groups];
  } finally {
    pool.close();
  }
}

/** A Kafka that has just come up loads its groups first; one that never comes to that end is no use. */
async function whenReady<T>(label: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + goneWithinMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Unreadable && error.reason.kind === 'not-ready')) throw error;
      if (Date.now() > deadline) throw new Unreachable(label, { cause: error });
      await delay(lookEveryMs);
    }
  }
}

async function existingTopics(pool: BrokerPool, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const { topicMetadata } = await pool.metadata([]);
  return topicMetadata.map(({ topic }) => topic).filter((topic) => names.includes(topic));
}

async function existingGroups(pool: BrokerPool, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  return (await readGroupNames(pool)).filter((group) => names.includes(group));
}

async function deleteOne(pool: BrokerPool, group: string): Promise<void> {
  const { errorCode, coordinator } = await pool.any(findGroupCoordinator(group));
  if (errorCode === 0) await pool.node(coordinator.nodeId, deleteGroup(group));
}

async function untilGone(gone: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + goneWithinMs;
  while (!(await gone())) {
    if (Date.now() > deadline) return;
    await delay(lookEveryMs);
  }
}
