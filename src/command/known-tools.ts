import { closest, distance } from 'fastest-levenshtein';
import { ownTool } from './own/read-own.ts';

/** Kafka's own tools: the scripts of `bin/` (Kafka 4.3), without suffix, sorted. An engine may have fewer. */
export const kafkaToolNames: readonly string[] = [
  'connect-distributed',
  'connect-mirror-maker',
  'connect-plugin-path',
  'connect-standalone',
  'kafka-acls',
  'kafka-broker-api-versions',
  'kafka-client-metrics',
  'kafka-cluster',
  'kafka-configs',
  'kafka-console-consumer',
  'kafka-console-producer',
  'kafka-console-share-consumer',
  'kafka-consumer-groups',
  'kafka-consumer-perf-test',
  'kafka-delegation-tokens',
  'kafka-delete-records',
  'kafka-dump-log',
  'kafka-e2e-latency',
  'kafka-features',
  'kafka-get-offsets',
  'kafka-groups',
  'kafka-jmx',
  'kafka-leader-election',
  'kafka-log-dirs',
  'kafka-metadata-quorum',
  'kafka-metadata-shell',
  'kafka-producer-perf-test',
  'kafka-reassign-partitions',
  'kafka-replica-verification',
  'kafka-run-class',
  'kafka-server-start',
  'kafka-server-stop',
  'kafka-share-consumer-perf-test',
  'kafka-share-groups',
  'kafka-storage',
  'kafka-streams-application-reset',
  'kafka-streams-groups',
  'kafka-topics',
  'kafka-transactions',
  'kafka-verifiable-consumer',
  'kafka-verifiable-producer',
  'kafka-verifiable-share-consumer',
];

/** The tools of the museum, sorted: those of Kafka 2.8 whose main class is in its core, and ZooKeeper's. */
export const museumToolNames = [
  'kafka-acls',
  'kafka-broker-api-versions',
  'kafka-configs',
  'kafka-console-consumer',
  'kafka-console-producer',
  'kafka-consumer-groups',
  'kafka-delete-records',
  'kafka-dump-log',
  'kafka-leader-election',
  'kafka-log-dirs',
  'kafka-preferred-replica-election',
  'kafka-reassign-partitions',
  'kafka-topics',
  'zookeeper-shell',
] as const;
export type MuseumToolName = (typeof museumToolNames)[number];
export const isMuseumTool = (tool: string): tool is MuseumToolName =>
  (museumToolNames as readonly string[]).includes(tool);

export const builtinNames = ['echo', 'printf', 'cat'] as const;
export type BuiltinName = (typeof builtinNames)[number];
export const isBuiltin = (tool: string): tool is BuiltinName => (builtinNames as readonly string[]).includes(tool);

/** Programs of this machine that lessons may use. */
export const programNames: readonly string[] = ['docker', 'tar', 'mariadb', 'curl'];

/** All but Kafka's. */
export const otherTools: readonly string[] = [...programNames, ...builtinNames, ownTool];

/** Also true for a misspelled one: it is meant to be Kafka's. */
export const isKafkaName = (name: string): boolean =>
  name !== ownTool && /^(?:kafka|connect|zookeeper)-[a-z0-9-]+$/.test(name);

/** How a tool is written in lessons and on the screen: `kafka-topics.sh`, `docker`. */
export const writtenTool = (tool: string): string => (isKafkaName(tool) ? `${tool}.sh` : tool);

/** The known tool a misspelled name probably means; undefined where none is near. */
export function nearestTool(name: string, kafkaTools: readonly string[]): string | undefined {
  const bare = name.toLowerCase().replace(/\.(?:sh|bat|cmd|exe)$/, '');
  const candidates = [...kafkaTools, ...otherTools];
  // `topics.sh` and `console-consumer` are Kafka's names with the front left out.
  const whole = candidates.find((tool) => tool === `kafka-${bare}`);
  // Two letters swapped count as two changes, which would be too many for a short name.
  const swapped = candidates.find((tool) => letters(tool) === letters(bare));
  if (whole !== undefined || swapped !== undefined) return whole ?? swapped;
  const near = closest(bare, candidates);
  return distance(bare, near) <= Math.max(1, Math.floor(near.length / 5)) ? near : undefined;
}

const letters = (name: string): string => [...name].sort().join('');
