import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Classroom, openClassroom } from './support/classroom.ts';

/** From one database into the other, with real connectors: envelopes, tombstones, the same rows, and all of it once more. */

const lesson = `---
id: pipeline
title: Pipeline
summary: From one database into the other.
minutes: 1
services: [broker, connect, shop, warehouse]
owns:
  topics: [store.shop.users, store-history, store]
  connectors: [users-source, users-sink]
  tables: [shop.users, warehouse.customers]
---

## Rows
<!-- step: rows -->

\`\`\`sql run at=shop
CREATE TABLE users (id INT PRIMARY KEY, name VARCHAR(30));
INSERT INTO users VALUES (1, '김'), (2, 'lee')
\`\`\`

\`\`\`yaml check
- { sql: SELECT * FROM users, at: shop, rows: 2 }
\`\`\`

## Source
<!-- step: source -->

\`\`\`http run
POST http://localhost:8083/connectors
Content-Type: application/json

{
  "name": "users-source",
  "config": {
    "connector.class": "io.debezium.connector.mariadb.MariaDbConnector",
    "database.hostname": "\${env:SHOP_HOST}",
    "database.port": "\${env:SHOP_PORT}",
    "database.user": "\${env:DB_USER}",
    "database.password": "\${env:DB_PASSWORD}",
    "database.ssl.mode": "disable",
    "database.server.id": "5400",
    "database.include.list": "shop",
    "table.include.list": "shop.users",
    "topic.prefix": "store",
    "schema.history.internal.kafka.bootstrap.servers": "\${env:KAFKA_BOOTSTRAP}",
    "schema.history.internal.kafka.topic": "store-history",
    "topic.creation.default.partitions": 1,
    "topic.creation.default.replication.factor": 1
  }
}
\`\`\`

\`\`\`yaml check
- { connector: users-source, state: RUNNING, tasks: 1 }
- records: store.shop.users
  count: 2
  tombstones: 0
  json: { /payload/op: r, /payload/before: null, /payload/after/name: 김 }
\`\`\`

## Changes
<!-- step: changes -->

\`\`\`sql run at=shop
UPDATE users SET name = 'kim' WHERE id = 1;
DELETE FROM users WHERE id = 2
\`\`\`

\`\`\`yaml check
- { records: store.shop.users, count: 5, tombstones: 1 }
- records: store.shop.users
  json: { /payload/op: u, /payload/before/name: 김, /payload/after/name: kim }
- records: store.shop.users
  json: { /payload/op: d, /payload/before/id: 2, /payload/after: null }
\`\`\`

## Sink
<!-- step: sink -->

\`\`\`http run
PUT http://localhost:8083/connectors/users-sink/config
Content-Type: application/json

{
  "connector.class": "io.debezium.connector.jdbc.JdbcSinkConnector",
  "topics": "store.shop.users",
  "connection.url": "jdbc:mariadb://\${env:WAREHOUSE_HOST}:\${env:WAREHOUSE_PORT}/warehouse",
  "connection.username": "\${env:DB_USER}",
  "connection.password": "\${env:DB_PASSWORD}",
  "insert.mode": "upsert",
  "delete.enabled": "true",
  "primary.key.mode": "record_key",
  "schema.evolution": "basic",
  "collection.name.format": "customers"
}
\`\`\`

\`\`\`yaml check
- { connector: users-sink, state: RUNNING, tasks: 1 }
- { sql: SELECT id FROM users, at: shop, rows: 1 }
- sql: SELECT id, name FROM users
  at: shop
  same-as: { sql: 'SELECT id, name FROM customers', at: warehouse }
\`\`\`
`;

let classroom: Classroom;
beforeAll(async () => {
  classroom = await openClassroom('pipeline', lesson);
});
afterAll(() => classroom?.close());

// The second time the connectors must not go on where the first ones had come.
it.each(['first', 'second'])('carries every change, the %s time', async () => {
  const { headless } = classroom;
  for (const step of ['rows', 'source', 'changes', 'sink']) {
    const solved = await headless.solve({ lesson: 'pipeline', step });
    expect(solved, `${step}: ${JSON.stringify(solved.checks)}`).toMatchObject({ status: 'passed' });
  }
  await headless.leave('pipeline');
});
