import { broker, create, type MistakeRow, oneAfterTheOther, produce, remove, withKeys } from './row.ts';

const start = (id: number): string => `kafka-lessons start broker-${id}`;
const stop = (id: number): string => `kafka-lessons stop broker-${id}`;
const ask = (copies: number): string =>
  `kafka-configs.sh ${broker} --alter --topic bookings --add-config min.insync.replicas=${copies}`;
const copies = (count: number): string => `${create('bookings', 3)} --replication-factor ${count}`;
const elect = (rest = '--election-type preferred --all-topic-partitions'): string =>
  `kafka-leader-election.sh ${broker} ${rest}`;
const read = `kafka-console-consumer.sh ${broker} --topic bookings --from-beginning --max-messages 6`;
const seat7 = produce('bookings', ['erin:seat 7']);

export const rows: readonly MistakeRow[] = [
  ...oneAfterTheOther('replication/copies', [
    ['The new topic is called booking.', create('booking', 3)],
    ['The topic bookings has one partition', create('bookings')],
    ['There is only one copy', remove('bookings'), copies(1)],
    ['There are two copies', remove('bookings'), copies(2)],
    ['The topic was made without min.insync.replicas', remove('bookings'), copies(3)],
    ['The topic asks for three copies', ask(3)],
    ['The topic is as it should be.', ask(2)],
    ['The topic is right, but broker-2 is down', stop(2)],
    ['Two of the three brokers are down', stop(3)],
    ['The topic is right, but one of the brokers', start(2)],
    ['All three copies are in sync, but broker-1', start(3)],
    ['The topic is right, but broker-3 is down', elect(), stop(3)],
    ['All three copies are in sync, but one broker', start(3)],
  ]),
  ...oneAfterTheOther('replication/acks', [
    ['The value of acks is', produce('bookings', ['alice:seat 1'], `${withKeys} --command-property acks=2`)],
    ['The producer looked for a key', produce('bookings', ['alice seat 1'])],
    ['The names became part of the text', produce('bookings', ['alice:seat 1', 'dave:seat 2'], '')],
    ['The bookings were refused, because the topic', ask(3), stop(2), { enter: true }],
    ['The bookings were refused, because two', stop(3), { enter: true }],
    ['The topic bookings is missing', remove('bookings')],
  ]),
  ...oneAfterTheOther('replication/stop', [
    ['The bookings were read, but all three', read],
    ['broker-2 is gone, as it should be', stop(2)],
    ['broker-2 and broker-3 are both down', stop(3)],
    ['One broker is down, and broker-1', start(2)],
    ['broker-3 is down.', elect()],
    ['The topic bookings is empty', start(3), remove('bookings'), copies(3)],
    ['The topic bookings is missing', remove('bookings')],
  ]),
  ...oneAfterTheOther('replication/enough', [
    ['The topic still asks for two copies', read],
    ['The topic knows no setting', ask(3).replace('replicas=', 'replica=')],
    ['The topic asks for three copies now', ask(3)],
    ['The booking was refused, as it should be', seat7],
    ['Two brokers are down', stop(3)],
    ['All three brokers are running', start(2), start(3)],
    ['The topic bookings is empty', remove('bookings'), copies(3)],
  ]),
  ...oneAfterTheOther('replication/back', [
    ['That broker was running', start(3)],
    ['The cluster was up', 'kafka-lessons start cluster'],
    ['Settings of a topic', `kafka-topics.sh ${broker} --alter --topic bookings --config min.insync.replicas=2`],
    ['There is no topic of that name', ask(2).replace('bookings', 'booking')],
    ['The topic asks for two copies again', ask(2)],
    ['The topic asks for one copy only, and', ask(2).replace('--add-config', '--delete-config').replace('=2', '')],
    ['The topic asks for one copy only. That', start(2)],
    ['All three copies are in sync. What is left', ask(3)],
    ['Now only one copy is in sync', stop(2), stop(3)],
    ['One broker is still down', start(2)],
    ['broker-2 is back, but broker-3', elect()],
    ['This topic bookings keeps two copies', start(3), remove('bookings'), copies(2)],
    ['The topic bookings is gone', remove('bookings')],
  ]),
  ...oneAfterTheOther('replication/election', [
    ['The tool knows two types', elect('--all-topic-partitions')],
    ['The tool wants to know for which partitions', elect('--election-type preferred')],
    // The answer of the election is still on the screen when the broker is back.
    ['One of the copies had not caught up', stop(2), elect(), { background: start(2) }],
    ['broker-2 is down', stop(2)],
    ['Two brokers are down', stop(3)],
    ['One broker is down', start(2)],
    ['broker-3 is down', elect()],
    ['The topic bookings is gone', remove('bookings')],
  ]),
  ...oneAfterTheOther('replication/kill', [
    ['The controller has not noticed yet', 'kafka-lessons kill broker-3'],
    ['broker-3 is gone, as it should be', 'kafka-lessons kill broker-3'],
    ['The topic still asks for three copies', ask(3), { enter: true }],
    ['broker-2 is down as well', stop(2)],
    ['One broker is down, as it should be, but', start(2)],
    ['It is broker-2 that is down', start(3), elect(), stop(2)],
    ['The topic bookings is empty', start(2), remove('bookings'), copies(3)],
    ['The topic bookings is gone', remove('bookings')],
  ]),
  ...oneAfterTheOther('replication/whole', [
    ['That broker was running', start(2)],
    ['The election came too early', elect()],
    ['Now only one copy is in sync', stop(2)],
    ['One broker is still down', start(2)],
    ['All three copies are in sync, but broker-1', start(3)],
    ['The tool knows two types', elect('--all-topic-partitions')],
    ['The tool wants to know for which partitions', elect('--election-type preferred')],
    ['broker-3 is back, but broker-2', elect(), stop(2)],
    ['All three copies are in sync, but broker-2', start(2)],
    ['All three copies are in sync, but broker-3', elect(), stop(3), start(3)],
    ['The topic bookings is gone', remove('bookings')],
  ]),
];
