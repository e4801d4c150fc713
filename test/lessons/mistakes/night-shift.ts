import { broker, create, type MistakeRow, oneAfterTheOther, remove, withKeys } from './row.ts';

const rest = 'localhost:8083/connectors';
const archive = `${rest}/orders-archive`;
const sink = `${rest}/suppliers-sink`;
const put = (connector: string, what: 'stop' | 'pause' | 'resume'): string => `curl -s -X PUT ${connector}/${what}`;
const forget = (connector: string): string => `curl -s -X DELETE ${connector}/offsets`;
const patch = (connector: string, settings: Readonly<Record<string, string>>): string =>
  `curl -s -X PATCH -H "Content-Type: application/json" -d '${JSON.stringify(settings)}' ${connector}/config`;
const restart = (connector: string): string => `curl -s -X POST '${connector}/restart?includeTasks=true'`;
const alter = (partitions: number): string =>
  `kafka-topics.sh ${broker} --alter --topic tours --partitions ${partitions}`;
const move = (to: string): string =>
  `kafka-consumer-groups.sh ${broker} --group invoicing --topic payments --reset-offsets ${to} --execute`;
const warehouse = (sql: string): string => `mariadb warehouse -e "${sql}"`;

/** Panel after panel; the first deed of a row mends what the rows of the panel before it have left. */
const byPanel = oneAfterTheOther('night-shift/calls', [
  ['There is a topic tour now', create('tour', 3)],
  ['With two partitions', remove('tour'), alter(2)],
  ['Four partitions for three couriers', alter(4)],
  ['The topic tours is gone', remove('tours')],
  ['The topic has three partitions, but', create('tours', 3)],

  [
    'The group stands at the end now',
    `cat tours.txt | kafka-console-producer.sh ${broker} --topic tours ${withKeys}`,
    move('--to-latest'),
  ],
  ['That is one too far', move('--to-offset 7')],
  ['The group stands at the beginning now', move('--to-earliest')],
  ['The group is gone', `kafka-consumer-groups.sh ${broker} --delete --group invoicing`],

  ['It was started again', move('--to-offset 6'), restart(archive)],
  ['Without schemas', patch(archive, { 'value.converter.schemas.enable': 'false' })],
  ['It is RUNNING, and the file stays empty', patch(archive, { 'errors.tolerance': 'all' })],
  [
    'It runs, but it has gone past the orders',
    patch(archive, { 'value.converter': 'org.apache.kafka.connect.storage.StringConverter' }),
  ],
  ['It is paused', put(archive, 'stop'), forget(archive), put(archive, 'pause')],
  ['The connector is gone', `curl -s -X DELETE ${archive}`],

  [
    'The rows are right, for now',
    {
      file: {
        'settings.json': JSON.stringify({
          'connector.class': 'FileStreamSink',
          file: `\${env:WORKSPACE}/night-shift/archive.txt`,
          topics: 'orders-placed',
          'value.converter': 'org.apache.kafka.connect.storage.StringConverter',
        }),
      },
    },
    `curl -s -X PUT -H "Content-Type: application/json" -d @settings.json ${archive}/config`,
    warehouse('REPLACE INTO suppliers SELECT * FROM supplier'),
  ],
  ['The table has its right name now', warehouse('DROP TABLE suppliers; RENAME TABLE supplier TO suppliers')],
  ['The table supplier is gone', warehouse('DELETE FROM suppliers WHERE id = 3')],
  ['The next change will go to the right table', patch(sink, { 'collection.name.format': 'suppliers' })],
  ['The sink is paused', put(sink, 'pause')],
  ['The sink is gone', `curl -s -X DELETE ${sink}`],
]);

export const rows: readonly MistakeRow[] = [
  ...byPanel,
  // What cannot be mended, or takes too much for it, begins with a new night.
  { step: 'night-shift/calls', mistake: 'The topic payments is gone', make: [remove('payments')] },
  { step: 'night-shift/calls', mistake: 'The source is gone', make: [`curl -s -X DELETE ${rest}/suppliers-source`] },
];
