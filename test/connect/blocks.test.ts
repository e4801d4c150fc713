import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Workshop } from '../../src/commands/workshop.ts';
import type { Headless } from '../../src/session/headless.ts';
import { type Classroom, openClassroom } from './support/classroom.ts';

/** http and sql blocks, the checks of what they do, and its removal, on a real worker and a real database. */

const lesson = `---
id: blocks
title: Blocks
summary: Blocks and their checks.
minutes: 1
services: [broker, connect, shop]
owns:
  topics: [lines]
  connectors: [lines-source, lost-sink, never-made]
  tables: [shop.menu]
---

## Rows
<!-- step: rows -->

\`\`\`sql run at=shop
-- A menu; with a semicolon.
CREATE TABLE menu (id INT PRIMARY KEY, name VARCHAR(30), price DECIMAL(6,2));
INSERT INTO menu VALUES (1, '김밥; 하나', 3500.50), (2, NULL, 0);
SELECT * FROM menu
\`\`\`

\`\`\`yaml check
- sql: SELECT * FROM menu
  at: shop
  rows: [{ id: 2, name: null }, { id: 1, name: 김밥; 하나, price: 3500.5 }]
- sql: SELECT id FROM menu
  at: shop
  same-as: { sql: SELECT id + 0 FROM menu ORDER BY id DESC, at: shop }
- output: { contains: [김밥, '2 rows changed'] }
\`\`\`

## A statement that is refused
<!-- step: refused -->

\`\`\`sql run at=shop expect=fail
SELECT * FROM mneu
\`\`\`

\`\`\`yaml check
- output: { contains: "Table 'shop.mneu' doesn't exist" }
\`\`\`

## A connector
<!-- step: connector -->

\`\`\`text file=lines.txt
one
two
\`\`\`

\`\`\`http run
POST http://localhost:8083/connectors
Content-Type: application/json

{
  "name": "lines-source",
  "config": {
    "connector.class": "FileStreamSource",
    "file": "\${env:WORKSPACE}/blocks/lines.txt",
    "topic": "lines",
    "topic.creation.default.partitions": 1,
    "topic.creation.default.replication.factor": 1
  }
}
\`\`\`

\`\`\`yaml check
- connector: lines-source
  state: RUNNING
  tasks: 1
- records: lines
  count: 2
  json: { /payload: two, /schema/type: string }
  tombstones: 0
- output: { contains: [201 Created, '"name": "lines-source"'] }
\`\`\`

## A name that is taken
<!-- step: taken -->

\`\`\`http run expect=fail
POST http://localhost:8083/connectors
Content-Type: application/json

{ "name": "lines-source", "config": { "connector.class": "FileStreamSource", "topic": "lines" } }
\`\`\`

\`\`\`sh run
curl -s localhost:8083/connectors
\`\`\`

\`\`\`yaml check
- connect: { up: true, plugins: [FileStreamSourceConnector] }
- output: { contains: [409 Conflict, already exists, '["lines-source"]'] }
\`\`\`

## A task that fails
<!-- step: fails -->

\`\`\`http run
PUT http://localhost:8083/connectors/lost-sink/config
Content-Type: application/json

{ "connector.class": "FileStreamSink", "topics": "lines", "file": "\${env:WORKSPACE}/no-such/folder/out.txt" }
\`\`\`

\`\`\`yaml check
- connector: lost-sink
  state: FAILED
  tasks: 0
\`\`\`
`;

let classroom: Classroom;
let workshop: Workshop;
let headless: Headless;

beforeAll(async () => {
  classroom = await openClassroom('blocks', lesson);
  ({ workshop, headless } = classroom);
});

afterAll(() => classroom?.close());

const step = (id: string) => ({ lesson: 'blocks', step: id });
const steps = ['rows', 'refused', 'connector', 'taken', 'fails'];

// The second time on what the first one left: a source that had not forgotten would send nothing.
it.each(['first', 'second'])('performs and checks every block, the %s time', async () => {
  for (const id of steps) {
    const before = await headless.look(step(id));
    const passing = before.checks.filter(({ status }) => status === 'pass');
    // Before its first step a repeated lesson still is as it was left.
    const holds = id === 'taken' ? 1 : 0;
    if (id !== 'rows') expect(passing, id).toHaveLength(holds);
    expect(await headless.solve(step(id)), id).toMatchObject({ status: 'passed' });
  }
  await headless.leave('blocks');
});

it('says of what a task failed', async () => {
  const reader = await workshop.sessionDeps.openConnect(await classroom.addressOf('connect'));
  const found = (await reader.connectors()).find(({ name }) => name === 'lost-sink');
  expect(found?.tasks[0]).toEqual({
    id: 0,
    state: 'FAILED',
    trace: expect.stringMatching(
      /^ConnectException: Couldn't find or create file '.*no-such.folder.out\.txt' for FileStreamSinkTask$/,
    ),
  });
});

it('removes what the lesson owns, and has nothing to remove after that', async () => {
  const { removeOwned } = workshop.sessionDeps;
  const [{ owns }] = workshop.pack.lessons as [(typeof workshop.pack.lessons)[number]];
  const places = {
    kafka: await classroom.addressOf('broker'),
    connect: await classroom.addressOf('connect'),
    databases: { shop: await classroom.addressOf('shop') },
  };
  expect(await removeOwned(places, owns)).toEqual(['lines-source', 'lost-sink', 'shop.menu', 'lines']);
  expect(await removeOwned(places, owns)).toEqual([]);
});

it('tells a worker and a database that are down', async () => {
  const { engine } = await workshop.engine();
  await engine.stop('connect');
  await engine.stop('shop');
  const { checks } = await headless.look(step('connector'));
  expect(checks.map((check) => (check.status === 'blocked' ? check.by : check.status))).toContainEqual(
    expect.stringMatching(/^Kafka Connect at 127\.0\.0\.1:\d+ does not answer$/),
  );
  const rows = await headless.look(step('rows'));
  expect(rows.checks[0]).toMatchObject({
    status: 'blocked',
    by: expect.stringMatching(/^the database shop at 127\.0\.0\.1:\d+ does not answer$/),
  });
});
