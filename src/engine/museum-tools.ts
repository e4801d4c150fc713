import type { MuseumToolName } from '../command/known-tools.ts';
import type { Tool } from './tool-table.ts';

const small = 256;
const big = 512;

/** The tools of Kafka 2.8.1: main class and the heap of the official script. Most were written in Scala then. */
const tools: Readonly<Record<MuseumToolName, readonly [mainClass: string, heapMb: number]>> = {
  'kafka-acls': ['kafka.admin.AclCommand', small],
  'kafka-broker-api-versions': ['kafka.admin.BrokerApiVersionsCommand', small],
  'kafka-configs': ['kafka.admin.ConfigCommand', small],
  'kafka-console-consumer': ['kafka.tools.ConsoleConsumer', big],
  'kafka-console-producer': ['kafka.tools.ConsoleProducer', big],
  'kafka-consumer-groups': ['kafka.admin.ConsumerGroupCommand', small],
  'kafka-delete-records': ['kafka.admin.DeleteRecordsCommand', small],
  'kafka-dump-log': ['kafka.tools.DumpLogSegments', small],
  'kafka-leader-election': ['kafka.admin.LeaderElectionCommand', small],
  'kafka-log-dirs': ['kafka.admin.LogDirsCommand', small],
  'kafka-preferred-replica-election': ['kafka.admin.PreferredReplicaLeaderElectionCommand', small],
  'kafka-reassign-partitions': ['kafka.admin.ReassignPartitionsCommand', small],
  'kafka-topics': ['kafka.admin.TopicCommand', small],
  'zookeeper-shell': ['org.apache.zookeeper.ZooKeeperMainWithTlsSupportForKafka', small],
};

/** A tool of the museum's Kafka. */
export function museumToolOf(name: MuseumToolName): Tool {
  const [mainClass, heapMb] = tools[name];
  return { mainClass, heapMb };
}
