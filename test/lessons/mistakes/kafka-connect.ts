import { broker, create, type MistakeRow, oneAfterTheOther, remove } from './row.ts';

const connectors = 'http://localhost:8083/connectors';
const arrivals = '$' + '{env:WORKSPACE}/kafka-connect/arrivals.txt';
const departures = '$' + '{env:WORKSPACE}/kafka-connect/departures.txt';
const text = 'org.apache.kafka.connect.storage.StringConverter';
const source = 'FileStreamSource';

const put = (what: string): string => `curl -X PUT ${connectors}/${what}`;
const drop = (name: string): string => `curl -X DELETE ${connectors}/${name}`;
const json = '-H "Content-Type: application/json"';

/** The settings in a file, and the line that sends it. */
const send = (name: string, config: Readonly<Record<string, string>>, plain = false) =>
  [
    { file: { 'departures.json': JSON.stringify({ name, config }) } },
    `curl ${plain ? '' : json} -d @departures.json ${connectors}`,
  ] as const;

const departing = {
  'connector.class': source,
  file: departures,
  topic: 'departures',
  'value.converter': text,
};
const arriving = { 'connector.class': source, file: arrivals, topic: 'arrivals', 'value.converter': text };
const ships = 'Petrel from Oslo\nTern from Riga\nGannet from Cork\n';

export const rows: readonly MistakeRow[] = [
  ...oneAfterTheOther('kafka-connect/unpack', [
    ['tar was not told what', 'tar svf confluent-mini.tar.gz'],
    ['These are the names', 'tar tf confluent-mini.tar.gz'],
    ['tar did not find the archive', 'tar xvf confluent-community-7.1.0.tar.gz'],
  ]),
  ...oneAfterTheOther('kafka-connect/worker', [
    ["That is the broker's", `kafka-cluster.sh cluster-id ${broker}`],
    ["That is the worker's", 'curl http://localhost:8083/'],
  ]),
  ...oneAfterTheOther('kafka-connect/plugin-path', [
    ['That is the list of the connectors', `curl ${connectors}`],
    ['The worker knows no such address', 'curl http://localhost:8083/connector-plugin'],
  ]),
  ...oneAfterTheOther('kafka-connect/four-topics', [['These are the names', `kafka-topics.sh ${broker} --list`]]),
  ...oneAfterTheOther('kafka-connect/source', [
    [
      'The source runs, but the topic',
      ...send('arrivals-source', { ...arriving, file: arrivals.replace('arrivals.txt', 'arrival.txt') }),
    ],
    ['The source runs, but no line', create('arrivals', 1)],
    ['There is a connector arrivals-source already', ...send('arrivals-source', arriving)],
    ['The worker has no connector', ...send('arrivals-source', { ...arriving, 'connector.class': 'FileStreamSorce' })],
  ]),
  ...oneAfterTheOther('kafka-connect/line', [
    ['The line is in the file, but', { file: { 'arrivals.txt': `${ships}Fulmar from Bergen` } }],
    ['The source is paused', put('arrivals-source/pause')],
    ['The source is stopped', put('arrivals-source/stop')],
    ['There is no connector', drop('arrivals-source')],
  ]),
  ...oneAfterTheOther('kafka-connect/line', [
    ['Something new has come', { file: { 'arrivals.txt': `${ships}Fulmar of Bergen\n` } }],
  ]),
  ...oneAfterTheOther('kafka-connect/line', [
    [
      'The line is in the file. If',
      { file: { 'new/arrivals.txt': `${ships}Fulmar from Bergen\n` } },
      // Unpacking puts a new file in the place of the old one, as many an editor does.
      'tar cf new.tar -C new arrivals.txt',
      'tar xf new.tar',
    ],
  ]),
  ...oneAfterTheOther('kafka-connect/line', [
    ['The line stands above', { file: { 'arrivals.txt': `Fulmar from Bergen\n${ships}` } }],
  ]),
  ...oneAfterTheOther('kafka-connect/sink', [
    [
      'A sink has a setting topics',
      ...send('arrivals-sink', { ...arriving, 'connector.class': 'FileStreamSink', file: 'board.txt' }),
    ],
    [
      'The sink has failed',
      ...send('arrivals-sink', {
        'connector.class': 'FileStreamSink',
        file: arrivals.replace('arrivals', 'board'),
        topics: 'arrivals',
      }),
    ],
  ]),
  ...oneAfterTheOther('kafka-connect/pause', [
    ['The source is paused', put('arrivals-source/pause')],
    ['The sink is stopped', put('arrivals-source/resume'), put('arrivals-sink/stop')],
    ['There is no connector', drop('arrivals-sink')],
  ]),
  ...oneAfterTheOther('kafka-connect/resume', [
    ['The address is right, but', `curl ${connectors}/arrivals-sink/resume`],
    ['The worker knows no such address', put('arrival-sink/resume')],
    ['It was started again', `curl -X POST ${connectors}/arrivals-sink/restart?includeTasks=true`],
    ['The Dunlin is on the board', { file: { 'board.txt': `${ships}Fulmar from Bergen\nDunlin from Cadiz\n` } }],
    ['Now the sink is stopped', put('arrivals-sink/stop')],
    ['There is no connector', drop('arrivals-sink')],
  ]),
  ...oneAfterTheOther('kafka-connect/delete', [
    ['The source is paused', put('arrivals-source/pause')],
    ['The source is stopped', put('arrivals-source/stop')],
    ['There is no connector', drop('arrivals-source'), drop('arrivals-source')],
    ['Now both are gone', drop('arrivals-sink')],
  ]),
  ...oneAfterTheOther('kafka-connect/own', [
    ['The worker was not told', ...send('departures-source', departing, true)],
    ['The worker has no connector', ...send('departures-source', { ...departing, 'connector.class': 'FileSource' })],
    [
      'The file is no correct JSON',
      { file: { 'departures.json': '{ "name": "departures-source" "config": {} }' } },
      `curl ${json} -d @departures.json ${connectors}`,
    ],
    ['A setting is missing', ...send('departures-source', { 'connector.class': source, file: departures })],
    [
      'The worker does not know the class',
      ...send('departures-source', { ...departing, 'value.converter': text.replace('ter', 'tor') }),
    ],
    ['Another connector has this name', ...send('arrivals-sink', departing)],
    [
      'The connector is called departures;',
      ...send('departures', { ...departing, file: departures.replace('departures.txt', 'departure.txt') }),
    ],
    ['The source runs, but there is no topic', drop('departures'), ...send('departures-source', departing)],
  ]),
  ...oneAfterTheOther('kafka-connect/own', [
    [
      'The source runs and the topic',
      create('departures', 1),
      ...send('departures-source', { ...departing, file: departures.replace('departures.txt', 'departure.txt') }),
    ],
    ['There is a connector of this name', ...send('departures-source', departing)],
    ['The source is paused', put('departures-source/pause')],
    [
      'The departures have gone',
      drop('departures-source'),
      ...send('departures-source', { ...departing, topic: 'arrivals' }),
    ],
    ['The source runs, but there is no topic', remove('departures')],
  ]),
];
