import { type MistakeRow, oneAfterTheOther } from './row.ts';

const rest = 'localhost:8083/connectors';
const json = '-H "Content-Type: application/json"';
const send = `curl -s -X POST ${json} -d @orders.json ${rest}`;
const drop = (connector: string): string => `curl -s -X DELETE ${rest}/${connector}`;
const put = (connector: string, verb: string): string => `curl -s -X PUT ${rest}/${connector}/${verb}`;
const shop = (sql: string): string => `mariadb shop -e "${sql}"`;

/** How a setting names a variable of the worker. */
const variable = (name: string): string => `\${env:${name}}`;

/** The finished file, with other settings in it. */
const orders = (other: Readonly<Record<string, string>> = {}) => ({
  file: {
    'orders.json': JSON.stringify({
      name: 'orders-source',
      config: {
        'connector.class': 'io.debezium.connector.mariadb.MariaDbConnector',
        'database.hostname': variable('SHOP_HOST'),
        'database.port': variable('SHOP_PORT'),
        'database.user': variable('DB_USER'),
        'database.password': variable('DB_PASSWORD'),
        'database.ssl.mode': 'disable',
        'database.server.id': '4002',
        'topic.prefix': 'sales',
        'table.include.list': 'shop.orders',
        'include.schema.changes': 'false',
        'schema.history.internal.kafka.topic': 'sales-history',
        'schema.history.internal.kafka.bootstrap.servers': variable('KAFKA_BOOTSTRAP'),
        'topic.creation.default.partitions': '1',
        'topic.creation.default.replication.factor': '1',
        ...other,
      },
    }),
  },
});

export const rows: readonly MistakeRow[] = [
  ...oneAfterTheOther('database-to-kafka/table', [
    ['Somebody is in the table users twice', { enter: true }, shop(`INSERT INTO users (name) VALUES ('Alice')`)],
    ['The table users is there, but', shop(`DELETE FROM users WHERE name <> 'Carol'`)],
  ]),
  ...oneAfterTheOther('database-to-kafka/ready', [
    ["The database's side is right", shop(`SHOW VARIABLES LIKE 'binlog_format'`)],
    ['Connect has the connector', 'curl -s localhost:8083/connector-plugins'],
    ['The Connect worker does not run', 'kafka-lessons stop connect'],
  ]),
  ...oneAfterTheOther('database-to-kafka/source', [
    ['Connect cannot get into the database', 'kafka-lessons stop shop', { enter: true }],
    ['The connector is paused', 'kafka-lessons start shop', { enter: true }, put('shop-source', 'pause')],
    ['There is a connector called shop-source', { enter: true }],
    ['The connector is stopped', put('shop-source', 'stop')],
  ]),
  ...oneAfterTheOther('database-to-kafka/snapshot', [
    ['The records are there', 'kafka-lessons stop nothing'],
    [
      'The topic shop.shop.users is missing',
      drop('shop-source'),
      'kafka-topics.sh --bootstrap-server localhost:9092 --delete --topic shop.shop.users',
    ],
  ]),
  ...oneAfterTheOther('database-to-kafka/changes', [
    ['Alice was deleted', shop(`DELETE FROM users WHERE name = 'Alice'`)],
    ['More than one row was deleted', shop(`DELETE FROM users WHERE name = 'Carol'`)],
  ]),
  ...oneAfterTheOther('database-to-kafka/changes', [
    ['The connector is paused', put('shop-source', 'pause'), { enter: true }],
    ['The connector shop-source is gone', drop('shop-source')],
  ]),
  ...oneAfterTheOther('database-to-kafka/orders', [
    ['The name shop-source is taken', send],
    [
      'Connect has no connector of this class',
      orders({ 'connector.class': 'io.debezium.connector.mysql.MySqlConnector' }),
      send,
    ],
    ['The database refuses name or password', orders({ 'database.password': 'test123' }), send],
    ['Connect does not get to the database', orders({ 'database.port': '1' }), send],
    ['Connect was not told that this is JSON', orders(), `curl -s -X POST -d @orders.json ${rest}`],
    ['The file is not JSON any more', { file: { 'orders.json': '{ "name": "orders-source" "config": {} }' } }, send],
    ['The connector runs and finds nothing', orders({ 'table.include.list': 'orders' }), send],
    ['A connector orders-source is there already', orders(), send],
    [
      'The orders are there, but the values have no schema',
      drop('orders-source'),
      orders({
        'value.converter': 'org.apache.kafka.connect.json.JsonConverter',
        'value.converter.schemas.enable': 'false',
      }),
      send,
    ],
    ['The prefix is still shop', drop('orders-source'), orders({ 'topic.prefix': 'shop' }), send],
    ['The table is the wrong one', drop('orders-source'), orders({ 'table.include.list': 'shop.users' }), send],
  ]),
];
