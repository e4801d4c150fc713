import { readFileSync } from 'node:fs';
import { type MistakeRow, oneAfterTheOther } from './row.ts';

const up = 'docker compose -f compose.yaml up -d';
const down = 'docker compose -f compose.yaml down';

/** The file as the lesson gives it, with one thing changed. */
const given = /```yaml file=compose\.yaml edit\n(.*?)```/s.exec(
  readFileSync(new URL('../../../lessons/07-compose-and-listeners/lesson.md', import.meta.url), 'utf8'),
)?.[1];

function changed(from: string, to: string): { readonly file: Readonly<Record<string, string>> } {
  if (given === undefined || !given.includes(from)) throw new Error(`the lesson's compose.yaml has no ${from}`);
  return { file: { 'compose.yaml': given.replace(from, to) } };
}

const mended = changed('HOST://kafka:9092', 'HOST://127.0.0.1:9192');

export const rows: readonly MistakeRow[] = [
  ...oneAfterTheOther('compose-and-listeners/up', [
    ['Nothing answers at 9192. If', changed('HOST://kafka:9092', 'HOST://0.0.0.0:9092'), up],
  ]),
  ...oneAfterTheOther('compose-and-listeners/hang', [
    ['This broker works already', mended, up],
    ['Nothing answers at 9192, so', down],
  ]),
  ...oneAfterTheOther('compose-and-listeners/mend', [
    ['The file is right now', mended],
    ['0.0.0.0 means', changed('HOST://kafka:9092', 'HOST://0.0.0.0:9192'), up],
    ['Clients are now sent to port 9092', changed('HOST://kafka:9092', 'HOST://127.0.0.1:9092'), up],
    ['The published port now leads', changed('127.0.0.1:9192:9092', '127.0.0.1:9192:19092'), up],
    ['The file publishes another port', changed('127.0.0.1:9192:9092', '127.0.0.1:9292:9092'), up],
    ['Nothing answers at 9192. The broker', changed('HOST://kafka:9092', 'HOST//127.0.0.1:9192'), up],
  ]),
  ...oneAfterTheOther('compose-and-listeners/works', [
    ['The broker still answers', up],
    ['This broker still sends', changed('HOST://kafka:9092', 'HOST://kafka:9092'), up],
  ]),
  ...oneAfterTheOther('compose-and-listeners/museum-topic', [
    [
      'The topic antique is there already',
      { enter: true },
      'kafka-topics.sh --zookeeper localhost:2181 --create --topic antique --partitions 1 --replication-factor 1',
    ],
  ]),
  ...oneAfterTheOther('compose-and-listeners/museum-tree', [
    ['There is no such name', 'zookeeper-shell.sh localhost:2181 ls /Brokers'],
    ['The museum has no topic antique, so', 'kafka-topics.sh --zookeeper localhost:2181 --delete --topic antique'],
  ]),
  ...oneAfterTheOther('compose-and-listeners/museum-same', [
    ['There is more than one record', { enter: true }, { enter: true }],
  ]),
];
