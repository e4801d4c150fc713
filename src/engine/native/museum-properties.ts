import { loopback } from '../../platform/free-port.ts';
import { zooKeeperWords } from './ask-zookeeper.ts';
import type { Properties } from './server-properties.ts';

/** broker.id in the museum: brokers counted from 0 then. */
export const museumBrokerId = 0;

/** A session lasts between 2 and 20 of these, whatever a client asks for. */
const tickMs = 500;
/** How long a broker that was killed stays registered, and the next one has to wait. */
const brokerSessionMs = 3000;

/** zookeeper.properties. @param dataFolder absolute path */
export function zooKeeperProperties({
  port,
  dataFolder,
}: {
  readonly port: number;
  readonly dataFolder: string;
}): Properties {
  return {
    tickTime: String(tickMs),
    dataDir: dataFolder,
    clientPort: String(port),
    clientPortAddress: loopback,
    // A web server on a port of its own, and on every address.
    'admin.enableServer': 'false',
    '4lw.commands.whitelist': zooKeeperWords.join(','),
  };
}

/** server.properties of Kafka 2.8.1: small and quick as the broker of the lessons. */
export function museumBrokerProperties({
  port,
  zooKeeperPort,
  dataFolder,
}: {
  readonly port: number;
  readonly zooKeeperPort: number;
  /** absolute path */
  readonly dataFolder: string;
}): Properties {
  const address = `PLAINTEXT://${loopback}:${port}`;
  return {
    'broker.id': String(museumBrokerId),
    'zookeeper.connect': `${loopback}:${zooKeeperPort}`,
    'zookeeper.session.timeout.ms': String(brokerSessionMs),
    // The default is the session's time, too short for a machine that is busy.
    'zookeeper.connection.timeout.ms': '20000',
    listeners: address,
    'advertised.listeners': address,
    'log.dirs': dataFolder,
    'auto.create.topics.enable': 'false',
    'num.partitions': '1',

    // One broker; 50 partitions each make the first group wait.
    'offsets.topic.replication.factor': '1',
    'offsets.topic.num.partitions': '3',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    'transaction.state.log.num.partitions': '3',
    'group.initial.rebalance.delay.ms': '0',

    'log.retention.check.interval.ms': '1000',
    'log.cleaner.backoff.ms': '500',
    'log.segment.delete.delay.ms': '1000',
    'log.cleaner.dedupe.buffer.size': '4194304',
    'num.network.threads': '2',
    'num.io.threads': '4',
    'num.recovery.threads.per.data.dir': '1',
  };
}
