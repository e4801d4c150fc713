import { type MistakeRow, oneAfterTheOther, remove } from './row.ts';

const rest = 'localhost:8083/connectors';
const sink = `${rest}/customers-sink`;
const source = `${rest}/customers-source`;
const json = '-H "Content-Type: application/json"';
const shop = (sql: string): string => `mariadb shop -e "${sql}"`;
const warehouse = (sql: string): string => `mariadb warehouse -e "${sql}"`;
const pause = (connector: string): string => `curl -s -X PUT ${connector}/pause`;
const resume = (connector: string): string => `curl -s -X PUT ${connector}/resume`;
const password = (value: string): string =>
  `curl -s -X PATCH ${json} -d '{"connection.password": "${value}"}' ${sink}/config`;

/** How a setting names a variable of the worker. */
const variable = (name: string): string => `\${env:${name}}`;
const right = password(variable('DB_PASSWORD'));

type Settings = Readonly<Record<string, string>>;

const sourceSettings: Settings = {
  'connector.class': 'io.debezium.connector.mariadb.MariaDbConnector',
  'database.hostname': variable('SHOP_HOST'),
  'database.port': variable('SHOP_PORT'),
  'database.user': variable('DB_USER'),
  'database.password': variable('DB_PASSWORD'),
  'database.ssl.mode': 'disable',
  'database.server.id': '4003',
  'topic.prefix': 'crm',
  'table.include.list': 'shop.customers',
  'include.schema.changes': 'false',
  'schema.history.internal.kafka.topic': 'crm-history',
  'schema.history.internal.kafka.bootstrap.servers': variable('KAFKA_BOOTSTRAP'),
  'topic.creation.default.partitions': '1',
  'topic.creation.default.replication.factor': '1',
};

const sinkSettings: Settings = {
  'connector.class': 'io.debezium.connector.jdbc.JdbcSinkConnector',
  topics: 'crm.shop.customers',
  'connection.url': `jdbc:mariadb://${variable('WAREHOUSE_HOST')}:${variable('WAREHOUSE_PORT')}/warehouse`,
  'connection.username': variable('DB_USER'),
  'connection.password': variable('DB_PASSWORD'),
  'collection.name.format': 'customers',
  'primary.key.mode': 'record_key',
  'insert.mode': 'upsert',
  'delete.enabled': 'true',
  'schema.evolution': 'basic',
  'hibernate.c3p0.acquireRetryAttempts': '1',
};

/** Writes a connector's settings into a file and gives them to Connect. */
const put = (connector: string, settings: Settings) =>
  [
    { file: { 'sink.json': JSON.stringify(settings) } },
    `curl -s -X PUT ${json} -d @sink.json ${connector}/config`,
  ] as const;

const table = shop(
  "CREATE OR REPLACE TABLE customers (id INT PRIMARY KEY, name VARCHAR(50) NOT NULL, email VARCHAR(100)); INSERT INTO customers VALUES (2, '김민준', NULL)",
);

export const rows: readonly MistakeRow[] = [
  ...oneAfterTheOther('kafka-to-database/source', [
    [
      'Connect has no connector of this class',
      table,
      ...put(source, { ...sourceSettings, 'connector.class': 'MySql' }),
    ],
    ["The shop's database refuses", ...put(source, { ...sourceSettings, 'database.password': 'test123' })],
    ['The task has failed', ...put(source, { ...sourceSettings, 'database.port': variable('WAREHOUSE_PORT') })],
    ['The records are in customers.shop.customers', ...put(source, { ...sourceSettings, 'topic.prefix': 'customers' })],
    [
      'The records are there, but without their schema',
      remove('customers.shop.customers'),
      ...put(source, {
        ...sourceSettings,
        'value.converter': 'org.apache.kafka.connect.json.JsonConverter',
        'value.converter.schemas.enable': 'false',
      }),
    ],
  ]),
  ...oneAfterTheOther('kafka-to-database/sink', [
    ['Connect has no connector of this class', ...put(sink, { ...sinkSettings, 'connector.class': 'JdbcSinc' })],
    ['The sink runs and has written nothing', ...put(sink, { ...sinkSettings, topics: 'customers' })],
    ['The task of the sink has failed', ...put(sink, { ...sinkSettings, 'connection.password': 'test123' })],
    ['The rows are in warehouse', ...put(sink, { ...sinkSettings, 'collection.name.format': 'crm_shop_customers' })],
  ]),
  ...oneAfterTheOther('kafka-to-database/follow', [
    ['The sink is paused', pause(sink)],
    ['The source is paused', resume(sink), pause(source)],
    ['The sink is gone', resume(source), `curl -s -X DELETE ${sink}`],
  ]),
  ...oneAfterTheOther('kafka-to-database/column', [
    ['The shop has the column', shop('ALTER TABLE customers ADD COLUMN city VARCHAR(30)')],
    ['The column is there already', shop('ALTER TABLE customers ADD COLUMN city VARCHAR(30)')],
  ]),
  ...oneAfterTheOther('kafka-to-database/password', [['The sink has failed', password('kafka-lesson')]]),
  ...oneAfterTheOther('kafka-to-database/mend', [
    ['That is the trace', `curl -s ${sink}/status`],
    ['The task was started again', `curl -s -X POST "${sink}/restart?includeTasks=true"`],
    ['The password that arrived is empty', password('')],
    ['The worker has no variable of that name', password(variable('PASSWORD'))],
    [
      'PUT takes all settings at once',
      `curl -s -X PUT ${json} -d '{"connection.password": "${variable('DB_PASSWORD')}"}' ${sink}/config`,
    ],
    [
      'Connect was not told that this is JSON',
      `curl -s -X PATCH -d '{"connection.password": "${variable('DB_PASSWORD')}"}' ${sink}/config`,
    ],
    ['The sink is paused', pause(sink), right],
    ['The sink is gone', `curl -s -X DELETE ${sink}`],
  ]),
  ...oneAfterTheOther('kafka-to-database/mend', [
    [
      'The sink runs, but it writes to the table',
      ...put(sink, { ...sinkSettings, 'collection.name.format': 'crm_shop_customers' }),
    ],
  ]),
  ...oneAfterTheOther('kafka-to-database/away', [
    ['Connect is away, as it should be', 'kafka-lessons stop connect'],
    [
      'The rows were changed while',
      'kafka-lessons start connect',
      shop("INSERT INTO customers VALUES (6, '이서연', NULL, '부산')"),
    ],
  ]),
  ...oneAfterTheOther('kafka-to-database/prove', [
    ['That is what the shop has', shop('SELECT * FROM customers')],
    ['That is the warehouse as it was', warehouse('SELECT * FROM customers')],
    ["Nothing answers at the worker's address", `curl -sS ${sink}/status`],
    ['Connect runs again, and both tables are equal', 'kafka-lessons start connect', warehouse('DO SLEEP(10)')],
    ['The sink is paused', pause(sink), shop("INSERT INTO customers VALUES (7, '정하은', NULL, NULL)")],
    ['Connect runs, but the sink is gone', `curl -s -X DELETE ${sink}`],
  ]),
];
