import { broker, create, type MistakeRow, oneAfterTheOther, produce, remove } from './row.ts';

const anew = (partitions?: number): readonly [string, string] => [
  remove('deliveries'),
  create('deliveries', partitions),
];
const van = (...records: string[]): string => produce('deliveries', records);
const grow = (partitions: number): string =>
  `kafka-topics.sh ${broker} --alter --topic rides --partitions ${partitions}`;
const offsets = (rest: string): string => `kafka-get-offsets.sh ${broker} --topic ${rest}`;
const read = (rest: string): string => `kafka-console-consumer.sh ${broker} --topic rides ${rest}`;

export const rows: readonly MistakeRow[] = [
  ...oneAfterTheOther('partitions-and-keys/places', [
    ['There is a topic ride now', create('ride', 3)],
    ['The topic rides has one partition', create('rides'), { enter: true }],
    ['The topic rides has five partitions', remove('rides'), create('rides', 5), { enter: true }],
    [
      'The key became part of the text',
      remove('rides'),
      create('rides', 3),
      produce('rides', ['alice:on duty', 'dave:on duty', 'carol:on duty'], ''),
    ],
  ]),
  ...oneAfterTheOther('partitions-and-keys/order', [
    ['The names went into the text', `cat hour.txt | kafka-console-producer.sh ${broker} --topic rides`],
    ['Bob has more than ten events', { enter: true }, { enter: true }],
    ['The topic rides is missing', remove('rides')],
  ]),
  ...oneAfterTheOther('partitions-and-keys/lengths', [
    ['There is no topic of the name', offsets('ride')],
    ['These are the ends.', offsets('rides')],
    ['These are the beginnings.', offsets('rides --time earliest')],
  ]),
  ...oneAfterTheOther('partitions-and-keys/middle', [
    ['The tool wants to know in which partition', read('--offset 10 --max-messages 3')],
    ['Nothing was read.', read('--partition 1 --offset 10 --timeout-ms 1000')],
  ]),
  ...oneAfterTheOther('partitions-and-keys/no-key', [
    ['The topic app-opens is missing', offsets('app-opens')],
    [
      'Twelve records have arrived',
      create('app-opens', 3),
      produce('app-opens', '1 2 3 4 5 6 7 8 9 10 11 12'.split(' '), ''),
    ],
  ]),
  ...oneAfterTheOther('partitions-and-keys/grow', [
    ['Partitions are only ever added', grow(2)],
    ['The new records were sent while', produce('rides', ['alice:new', 'bob:new', 'carol:new', 'dave:new'])],
    ['The topic has its five partitions already', grow(5), { enter: true }],
  ]),
  ...oneAfterTheOther('partitions-and-keys/deliveries', [
    ['The producer asked for a topic that is not there', `${van('van-7:loaded')} --max-block-ms 1000`],
    ['The producer looked for a key', create('deliveries', 4), van('van-7 loaded')],
    ['There are records in deliveries, but none', produce('deliveries', ['loaded', 'left', 'arrived'], '')],
    ['van-7 is part of a text', produce('deliveries', ['van-7:loaded', 'van-7:left', 'van-7:arrived'], '')],
    ['The key is van7.', van('van7:loaded', 'van7:left', 'van7:arrived')],
    ['The key has a space at its end', van('van-7 :loaded', 'van-7 :left', 'van-7 :arrived')],
    ['One record of van-7 is there', van('van-7:loaded')],
    ['Two records of van-7 are there', van('van-7:arrived')],
    ['There are three records of van-7, but', van('van-7:left')],
    ['There are more than three records of van-7', van('van-7:loaded', 'van-7:left', 'van-7:arrived')],
    ['There is a space at the beginning', ...anew(4), van('van-7: loaded', 'van-7: left', 'van-7: arrived')],
    ['The topic deliveries has five partitions', ...anew(5)],
    ['The topic deliveries has three partitions', ...anew(3)],
    ['The topic deliveries has one partition', ...anew()],
    ['The new topic is called Deliveries.', remove('deliveries'), create('Deliveries', 4)],
    ['The new topic is called deliverys.', create('deliverys', 4)],
    ['The new topic is called delivery.', create('delivery', 4)],
  ]),
];
