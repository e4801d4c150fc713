/** The broker's settings that differ from machine to machine. */
export type ServerSettings = {
  readonly port: number;
  readonly controllerPort: number;
  /** absolute path of the folder for its data */
  readonly dataFolder: string;
};

/**
 * server.properties of the one node: broker and controller in one JVM (KRaft). Everything the defaults make for a cluster is
 * made small, and what a learner would otherwise wait minutes for (retention, compaction) is made quick.
 */
export function serverProperties({
  port,
  controllerPort,
  dataFolder,
}: ServerSettings): Readonly<Record<string, string>> {
  return {
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.bootstrap.servers': `127.0.0.1:${controllerPort}`,
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'PLAINTEXT',
    'log.dirs': dataFolder,

    // A learner who mistypes a topic must learn it. With `true` the producer makes the mistyped topic after one warning and the
    // records vanish into it; with `false` it repeats UNKNOWN_TOPIC_OR_PARTITION with the topic's name until max.block.ms.
    'auto.create.topics.enable': 'false',
    'num.partitions': '1',
    'default.replication.factor': '1',

    // One broker cannot keep three copies; 50 partitions each make the first group wait.
    'offsets.topic.replication.factor': '1',
    'offsets.topic.num.partitions': '3',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    'transaction.state.log.num.partitions': '3',
    'share.coordinator.state.topic.replication.factor': '1',
    'share.coordinator.state.topic.min.isr': '1',
    'share.coordinator.state.topic.num.partitions': '3',

    // The default waits 3 s for more members before a new group gets its partitions.
    'group.initial.rebalance.delay.ms': '0',

    // After a kill the node has to wait until its former self counts as gone; the default is 9 s.
    'broker.session.timeout.ms': '5000',
    'broker.heartbeat.interval.ms': '1000',

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

/** Java properties text: backslashes, which Windows paths have, are doubled; what is not ASCII is escaped, as Java reads Latin-1. */
export function propertiesText(properties: Readonly<Record<string, string>>): string {
  const lines = Object.entries(properties).map(([name, value]) => `${name}=${escaped(value)}`);
  return `${lines.join('\n')}\n`;
}

function escaped(value: string): string {
  const ascii = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return value.replaceAll('\\', '\\\\').replaceAll(/[^\x20-\x7e]/g, ascii);
}
