export type Properties = Readonly<Record<string, string>>;

/** A node's settings that differ from node to node, and from machine to machine. */
export type ServerSettings = {
  /** 1 is broker and controller in one JVM (KRaft), the others are brokers only */
  readonly nodeId: number;
  /** how many brokers there are in all */
  readonly brokers: number;
  readonly port: number;
  /** of node 1 */
  readonly controllerPort: number;
  /** absolute path of the folder for its data */
  readonly dataFolder: string;
};

/**
 * server.properties of a node. Everything the defaults make for a big cluster is made small, and what a learner would otherwise
 * wait minutes for (retention, compaction) is made quick.
 */
export function serverProperties({ nodeId, brokers, port, controllerPort, dataFolder }: ServerSettings): Properties {
  const isController = nodeId === 1;
  const client = `PLAINTEXT://127.0.0.1:${port}`;
  const addresses = isController ? `${client},CONTROLLER://127.0.0.1:${controllerPort}` : client;
  const copies = String(brokers);
  const enough = String(Math.min(brokers, 2));
  return {
    'process.roles': isController ? 'broker,controller' : 'broker',
    'node.id': String(nodeId),
    'controller.quorum.bootstrap.servers': `127.0.0.1:${controllerPort}`,
    listeners: addresses,
    'advertised.listeners': addresses,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'PLAINTEXT',
    'log.dirs': dataFolder,

    // A learner who mistypes a topic must learn it. With `true` the producer makes the mistyped topic after one warning and the
    // records vanish into it; with `false` it repeats UNKNOWN_TOPIC_OR_PARTITION with the topic's name until max.block.ms.
    'auto.create.topics.enable': 'false',
    // Leadership goes back when the learner says so, and not by itself while one looks.
    'auto.leader.rebalance.enable': 'false',
    'num.partitions': '1',
    'default.replication.factor': copies,

    // As many copies as there are brokers, so that any one may die; 50 partitions each make the first group wait.
    'offsets.topic.replication.factor': copies,
    'offsets.topic.num.partitions': '3',
    'transaction.state.log.replication.factor': copies,
    'transaction.state.log.min.isr': enough,
    'transaction.state.log.num.partitions': '3',
    'share.coordinator.state.topic.replication.factor': copies,
    'share.coordinator.state.topic.min.isr': enough,
    'share.coordinator.state.topic.num.partitions': '3',

    // The default waits 3 s for more members before a new group gets its partitions.
    'group.initial.rebalance.delay.ms': '0',

    ...failureDetection(brokers),

    'log.initial.task.delay.ms': '500',
    'log.retention.check.interval.ms': '1000',
    'log.cleaner.backoff.ms': '500',
    'log.segment.delete.delay.ms': '1000',
    // The default takes 128 MB of heap for topics of a few records.
    'log.cleaner.dedupe.buffer.size': '4194304',

    // One learner, one machine: fewer threads start faster.
    'num.network.threads': '2',
    'num.io.threads': '4',
    'num.recovery.threads.per.data.dir': '1',
  };
}

/**
 * How soon a killed broker counts as gone; the default is 9 s. Alone, it only waits for its former self when it comes back; in a
 * cluster somebody watches.
 */
const failureDetection = (brokers: number): Properties =>
  brokers === 1
    ? { 'broker.session.timeout.ms': '5000', 'broker.heartbeat.interval.ms': '1000' }
    : { 'broker.session.timeout.ms': '3000', 'broker.heartbeat.interval.ms': '500' };

/** Java properties text: backslashes, which Windows paths have, are doubled; what is not ASCII is escaped, as Java reads Latin-1. */
export function propertiesText(properties: Properties): string {
  const lines = Object.entries(properties).map(([name, value]) => `${name}=${escaped(value)}`);
  return `${lines.join('\n')}\n`;
}

function escaped(value: string): string {
  const ascii = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return value.replaceAll('\\', '\\\\').replaceAll(/[^\x20-\x7e]/g, ascii);
}
