import type { TopicFacts } from '../check/facts.ts';
import type { BrokerPool } from './broker-pool.ts';
import { errorCode, throwForErrorCode } from './protocol-errors.ts';
import { describeTopicConfig } from './requests.ts';

const absent: readonly number[] = [errorCode.unknownTopicOrPartition, errorCode.invalidTopic];

/** undefined where there is no such topic. Partitions come in order; one without a leader has leader -1. */
export async function readTopic(pool: BrokerPool, name: string): Promise<TopicFacts | undefined> {
  const { topicMetadata } = await pool.metadata([name]);
  const found = topicMetadata.find(({ topic }) => topic === name);
  if (!found || absent.includes(found.topicErrorCode)) return undefined;
  throwForErrorCode(found.topicErrorCode);
  const partitions = found.partitionMetadata.map(({ partitionId, leader, replicas, isr }) => ({
    partition: partitionId,
    leader,
    replicas,
    isr,
  }));
  return { name, internal: found.isInternal, partitions: partitions.sort((a, b) => a.partition - b.partition) };
}

/** All settings with their values in effect, as text; sensitive ones are left out. */
export async function readTopicConfig(pool: BrokerPool, name: string): Promise<Readonly<Record<string, string>>> {
  const described = await pool.any(describeTopicConfig(name));
  throwForErrorCode(described?.errorCode ?? errorCode.unknownTopicOrPartition);
  const entries = described?.configEntries ?? [];
  return Object.fromEntries(
    entries.flatMap(({ configName, configValue }) => (configValue === null ? [] : [[configName, configValue]])),
  );
}
