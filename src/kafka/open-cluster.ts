import type { ClusterReader } from '../check/facts.ts';
import { type BrokerPool, brokerPool } from './broker-pool.ts';
import { readGroup, readGroupNames } from './read-group.ts';
import { readRecords } from './read-records.ts';
import { readTopic, readTopicConfig } from './read-topic.ts';
import { apiVersions } from './requests.ts';

/**
 * A reader for one cluster, to be kept open for long. brokers: `host:port`, tried in turn; label: how its `Unreachable`
 * names the service (`the broker at 127.0.0.1:9092`). Does not dial yet: it never throws. Each method makes single
 * attempts (about 1 s to connect, 5 s for an answer), throws `Unreachable` when no broker answers and `Unreadable` when
 * one does but cannot say, and connects again by itself at the next call. It reads only: nothing is made in the cluster.
 */
export async function openCluster(options: {
  readonly brokers: readonly string[];
  readonly label: string;
}): Promise<ClusterReader> {
  const pool = brokerPool(options);
  return {
    topicNames: async () => {
      const { topicMetadata } = await pool.metadata([]);
      return topicMetadata.map(({ topic }) => topic).sort();
    },
    topic: (name) => readTopic(pool, name),
    topicConfig: (name) => readTopicConfig(pool, name),
    records: (topic, wanted) => readRecords(pool, topic, wanted),
    group: (name) => readGroup(pool, name),
    groupNames: () => readGroupNames(pool),
    brokers: async () => {
      const { brokers } = await pool.metadata([]);
      return brokers.map(({ nodeId, host, port }) => ({ id: nodeId, host, port })).sort((a, b) => a.id - b.id);
    },
    silentBrokers: async () => {
      const { brokers } = await pool.metadata([]);
      const ids = brokers.map(({ nodeId }) => nodeId).sort((a, b) => a - b);
      const answers = await Promise.all(ids.map((id) => doesAnswer(pool, id)));
      return ids.filter((_, index) => !answers[index]);
    },
    clusterId: async () => (await pool.metadata([])).clusterId,
    close: async () => pool.close(),
  };
}

const doesAnswer = (pool: BrokerPool, id: number): Promise<boolean> =>
  pool.node(id, apiVersions()).then(
    () => true,
    () => false,
  );
