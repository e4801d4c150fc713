import { quoteWord } from '../command/quote-line.ts';

/** Commands to try next, as a learner would type them. localhost:9092 is the lessons' address on every engine. */

const bootstrap = '--bootstrap-server localhost:9092';

type Topic = {
  readonly topic: string;
  readonly partitions?: number | undefined;
  readonly replicas?: number | undefined;
  readonly config?: Readonly<Record<string, string>> | undefined;
};

export const createTopic = ({ topic, partitions, replicas, config = {} }: Topic): string =>
  [
    `kafka-topics.sh ${bootstrap} --create --topic ${topic}`,
    ...(partitions === undefined ? [] : [`--partitions ${partitions}`]),
    ...(replicas === undefined ? [] : [`--replication-factor ${replicas}`]),
    ...Object.entries(config).map(([key, value]) => `--config ${key}=${value}`),
  ].join(' ');

export const deleteTopic = (topic: string): string => `kafka-topics.sh ${bootstrap} --delete --topic ${topic}`;

export const addPartitions = (topic: string, partitions: number): string =>
  `kafka-topics.sh ${bootstrap} --alter --topic ${topic} --partitions ${partitions}`;

export const describeTopic = (topic: string): string => `kafka-topics.sh ${bootstrap} --describe --topic ${topic}`;

export const setTopicConfig = (topic: string, key: string, value: string): string =>
  `kafka-configs.sh ${bootstrap} --alter --entity-type topics --entity-name ${topic} --add-config ${key}=${value}`;

/** Gives each partition back to its preferred leader. */
export const electPreferredLeaders = `kafka-leader-election.sh ${bootstrap} --election-type preferred --all-topic-partitions`;

const producer = (topic: string): string => `kafka-console-producer.sh ${bootstrap} --topic ${topic}`;

export const produce = producer;

export const produceWithKeys = (topic: string): string =>
  `${producer(topic)} --reader-property parse.key=true --reader-property key.separator=:`;

export const produceWithHeaders = (topic: string): string => `${producer(topic)} --reader-property parse.headers=true`;

/** Does what a client does, and says how far it got. address: `host:port` */
export const probe = (address: string): string => `kafka-lessons probe ${address}`;

export const describeGroup = (group: string): string =>
  `kafka-consumer-groups.sh ${bootstrap} --describe --group ${group}`;

/** Kafka Connect's REST interface, as lessons write it. */
const rest = 'http://localhost:8083';

export const listPlugins = `curl -s ${rest}/connector-plugins`;

export const listConnectors = `curl -s ${rest}/connectors`;

export const connectorStatus = (name: string): string => `curl -s ${rest}/connectors/${name}/status`;

export const connectorConfig = (name: string): string => `curl -s ${rest}/connectors/${name}/config`;

export const resumeConnector = (name: string): string => `curl -s -X PUT ${rest}/connectors/${name}/resume`;

export const deleteConnector = (name: string): string => `curl -s -X DELETE ${rest}/connectors/${name}`;

/** With all its tasks: a restart of the connector alone leaves a failed task as it is. */
export const restartConnector = (name: string): string =>
  `curl -s -X POST '${rest}/connectors/${name}/restart?includeTasks=true'`;

/** A statement for one of the lessons' databases. */
export const runSql = (database: string, sql: string): string => `mariadb ${database} -e ${quoteWord(sql)}`;
