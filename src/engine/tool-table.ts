/** A Kafka tool: its main class and the heap its official script gives it (256 MB unless the script says otherwise). */
export type Tool = { readonly mainClass: string; readonly heapMb: number };

const small = 256;
const big = 512;
const kafka = 'org.apache.kafka';

/** Kafka's bin/ of 4.3, without what is not a tool (kafka-run-class, kafka-server-stop) or needs jars we do not have. */
const tools = {
  'connect-distributed': [`${kafka}.connect.cli.ConnectDistributed`, big],
  'connect-plugin-path': [`${kafka}.tools.ConnectPluginPath`, small],
  'connect-standalone': [`${kafka}.connect.cli.ConnectStandalone`, big],
  'kafka-acls': [`${kafka}.tools.AclCommand`, small],
  'kafka-broker-api-versions': [`${kafka}.tools.BrokerApiVersionsCommand`, small],
  'kafka-client-metrics': [`${kafka}.tools.ClientMetricsCommand`, small],
  'kafka-cluster': [`${kafka}.tools.ClusterTool`, small],
  'kafka-configs': ['kafka.admin.ConfigCommand', small],
  'kafka-console-consumer': [`${kafka}.tools.consumer.ConsoleConsumer`, big],
  'kafka-console-producer': [`${kafka}.tools.ConsoleProducer`, big],
  'kafka-console-share-consumer': [`${kafka}.tools.consumer.ConsoleShareConsumer`, big],
  'kafka-consumer-groups': [`${kafka}.tools.consumer.group.ConsumerGroupCommand`, small],
  'kafka-consumer-perf-test': [`${kafka}.tools.ConsumerPerformance`, big],
  'kafka-delegation-tokens': [`${kafka}.tools.DelegationTokenCommand`, small],
  'kafka-delete-records': [`${kafka}.tools.DeleteRecordsCommand`, small],
  'kafka-dump-log': [`${kafka}.tools.DumpLogSegments`, small],
  'kafka-e2e-latency': [`${kafka}.tools.EndToEndLatency`, small],
  'kafka-features': [`${kafka}.tools.FeatureCommand`, small],
  'kafka-get-offsets': [`${kafka}.tools.GetOffsetShell`, small],
  'kafka-groups': [`${kafka}.tools.GroupsCommand`, small],
  'kafka-leader-election': [`${kafka}.tools.LeaderElectionCommand`, small],
  'kafka-log-dirs': [`${kafka}.tools.LogDirsCommand`, small],
  'kafka-metadata-quorum': [`${kafka}.tools.MetadataQuorumCommand`, small],
  'kafka-producer-perf-test': [`${kafka}.tools.ProducerPerformance`, big],
  'kafka-reassign-partitions': [`${kafka}.tools.reassign.ReassignPartitionsCommand`, small],
  'kafka-replica-verification': [`${kafka}.tools.ReplicaVerificationTool`, small],
  'kafka-server-start': ['kafka.Kafka', big],
  'kafka-share-consumer-perf-test': [`${kafka}.tools.ShareConsumerPerformance`, big],
  'kafka-share-groups': [`${kafka}.tools.consumer.group.ShareGroupCommand`, small],
  'kafka-storage': ['kafka.tools.StorageTool', small],
  'kafka-streams-groups': [`${kafka}.tools.streams.StreamsGroupCommand`, small],
  'kafka-topics': [`${kafka}.tools.TopicCommand`, small],
  'kafka-transactions': [`${kafka}.tools.TransactionsCommand`, small],
  'kafka-verifiable-consumer': [`${kafka}.tools.VerifiableConsumer`, big],
  'kafka-verifiable-producer': [`${kafka}.tools.VerifiableProducer`, big],
} as const satisfies Record<string, readonly [mainClass: string, heapMb: number]>;

export type ToolName = keyof typeof tools;

/** The tools' names, sorted. */
export const toolNames: readonly ToolName[] = (Object.keys(tools) as ToolName[]).sort();

/** The heap that its official script gives a tool, in MB. */
export const heapMbOf = (name: ToolName): number => tools[name][1];

/** @param kafkaVersion of the jars in use (`4.3.1`): some classes have moved between versions */
export function toolOf(name: ToolName, kafkaVersion: string): Tool {
  const [mainClass, heapMb] = tools[name];
  const [major = 0, minor = 0] = kafkaVersion.split('.').map(Number);
  const isBefore = (thanMinor: number): boolean => major < 4 || (major === 4 && minor < thanMinor);
  if (name === 'kafka-configs' && !isBefore(4)) return { mainClass: `${kafka}.tools.ConfigCommand`, heapMb };
  if (name === 'kafka-dump-log' && isBefore(3)) return { mainClass: 'kafka.tools.DumpLogSegments', heapMb };
  return { mainClass, heapMb };
}
