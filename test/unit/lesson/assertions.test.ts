import { describe, expect, test } from 'vitest';
import type { Assertion } from '../../../src/lesson/types.ts';
import { check, fence, run, stepErrors, stepOf } from './support.ts';

/** The checks of a step that runs something in the background as `c`. */
const background = fence('sh run background id=c', 'kafka-console-consumer.sh --topic t');
const checksOf = (...lines: readonly string[]) => stepOf(background + check(...lines)).checks;
/** Errors of a check block; its first line is line 1. */
const checkErrors = (...lines: readonly string[]) =>
  stepErrors(background + check(...lines)).map((error) => error.replace(/^\d+/, (line) => String(Number(line) - 4)));

describe('every subject in its normal form', () => {
  const cases: readonly (readonly [yaml: string, assertion: Assertion])[] = [
    ['- topic: t', { subject: 'topic', topic: 't', exists: true }],
    ['- topic: 7', { subject: 'topic', topic: '7', exists: true }],
    ['- { topic: t, exists: false }', { subject: 'topic', topic: 't', exists: false }],
    [
      '- { topic: t, partitions: 3, replicas: 3, isr: 2, internal: false }',
      { subject: 'topic', topic: 't', partitions: 3, replicas: 3, isr: 2, internal: false },
    ],
    [
      '- { topic: t, config: { retention.ms: 1000, min.compaction.lag.ms: 007, x: 1.50, preallocate: true, y: 98765432109876543210 } }',
      {
        subject: 'topic',
        topic: 't',
        config: {
          'retention.ms': '1000',
          'min.compaction.lag.ms': '007',
          x: '1.50',
          preallocate: 'true',
          y: '98765432109876543210',
        },
      },
    ],
    [
      '- { file: a b/c.bat, matches: x, ignore-case: true, line-ends: crlf, as: it is mended }',
      {
        subject: 'file',
        file: 'a b/c.bat',
        matches: ['x'],
        ignoreCase: true,
        lineEnds: 'crlf',
        as: 'it is mended',
      },
    ],
    ['- output: { contains: a, as: it is there }', { subject: 'output', contains: ['a'], as: 'it is there' }],
    ['- batch: a b/c.bat', { subject: 'batch', batch: 'a b/c.bat', exit: 0 }],
    ["- { batch: c.CMD, exit: 2, prints: 'a\\b' }", { subject: 'batch', batch: 'c.CMD', exit: 2, prints: ['a\\b'] }],
    ['- { batch: c.bat, prints: [a, b] }', { subject: 'batch', batch: 'c.bat', prints: ['a', 'b'] }],
    ['- { topic: t, leaders: 1 }', { subject: 'topic', topic: 't', leaders: [1] }],
    [
      '- { topic: t, partitions: 3, leaders: [3, 0, 1], spread: 3 }',
      { subject: 'topic', topic: 't', partitions: 3, leaders: [3, 0, 1], spread: 3 },
    ],
    ['- { topic: t, at: museum }', { subject: 'topic', topic: 't', exists: true, at: 'museum' }],
    ['- { topic: t, exists: false, at: museum }', { subject: 'topic', topic: 't', exists: false, at: 'museum' }],
    ['- { records: t, key: 7, values: [a, b] }', { subject: 'records', topic: 't', key: '7', values: ['a', 'b'] }],
    ['- { records: t, count: 1, at: museum }', { subject: 'records', topic: 't', count: 1, at: 'museum' }],
    ['- { records: t, count: 0 }', { subject: 'records', topic: 't', count: 0 }],
    ['- { records: t, at-least: 3 }', { subject: 'records', topic: 't', atLeast: 3 }],
    [
      "- { records: t, values: [a, 1, 2.0, true, ''] }",
      { subject: 'records', topic: 't', values: ['a', '1', '2.0', 'true', ''] },
    ],
    ['- { records: t, contains: a }', { subject: 'records', topic: 't', contains: ['a'] }],
    ['- { records: t, contains: [a, 5] }', { subject: 'records', topic: 't', contains: ['a', '5'] }],
    [
      '- { records: t, json: { /payload/op: u, /payload/before: null, /payload/after/id: 7 }, tombstones: 1 }',
      {
        subject: 'records',
        topic: 't',
        json: { '/payload/op': 'u', '/payload/before': null, '/payload/after/id': 7 },
        tombstones: 1,
      },
    ],
    ['- { records: t, keys: [alice, null, 3] }', { subject: 'records', topic: 't', keys: ['alice', null, '3'] }],
    ['- { records: t, headers: { source: 1 } }', { subject: 'records', topic: 't', headers: { source: '1' } }],
    [
      '- { records: t, count: 2, partition: 1, isolation: committed }',
      { subject: 'records', topic: 't', count: 2, partition: 1, isolation: 'committed' },
    ],
    ['- { records: t, same-partition: alice }', { subject: 'records', topic: 't', samePartition: ['alice'] }],
    ['- { records: t, same-partition: [a, b] }', { subject: 'records', topic: 't', samePartition: ['a', 'b'] }],
    ['- group: g', { subject: 'group', group: 'g', exists: true }],
    [
      '- { group: g, state: Stable, members: 3, idle: 1, lag: 0 }',
      { subject: 'group', group: 'g', state: 'Stable', members: 3, idle: 1, lag: 0 },
    ],
    [
      '- { group: g, offsets: { orders: 10, rides: { 0: 4, 1: 6 } } }',
      { subject: 'group', group: 'g', offsets: { orders: 10, rides: { '0': 4, '1': 6 } } },
    ],
    ['- { group: g, assigned: t }', { subject: 'group', group: 'g', assigned: ['t'] }],
    [
      '- { group: g, members: 4, idle: 1, assigned: [t, u], at: museum }',
      { subject: 'group', group: 'g', members: 4, idle: 1, assigned: ['t', 'u'], at: 'museum' },
    ],
    ['- { group: g, at: museum }', { subject: 'group', group: 'g', exists: true, at: 'museum' }],
    ['- cluster: { brokers: 1, at: museum }', { subject: 'cluster', brokers: 1, at: 'museum' }],
    ['- client: localhost:9192', { subject: 'client', client: 'localhost:9192', works: true }],
    [
      '- { client: localhost:9192, metadata: true, told: kafka:9092, works: false }',
      { subject: 'client', client: 'localhost:9192', metadata: true, told: ['kafka:9092'], works: false },
    ],
    [
      '- { client: broker_1.lan:65535, told: [127.0.0.1:1, 127.0.0.1:2] }',
      { subject: 'client', client: 'broker_1.lan:65535', told: ['127.0.0.1:1', '127.0.0.1:2'] },
    ],
    [
      '- { client: localhost:9192, metadata: false, works: false }',
      { subject: 'client', client: 'localhost:9192', metadata: false, works: false },
    ],
    ['- { cluster: , brokers: 3 }', { subject: 'cluster', brokers: 3 }],
    ['- cluster: { brokers: 3, offline-partitions: 0 }', { subject: 'cluster', brokers: 3, offlinePartitions: 0 }],
    ['- connect:', { subject: 'connect', up: true }],
    ['- connect: { up: false }', { subject: 'connect', up: false }],
    ['- { connect: , plugins: FileStream }', { subject: 'connect', plugins: ['FileStream'] }],
    ['- connector: c', { subject: 'connector', connector: 'c', exists: true }],
    [
      '- { connector: c, state: RUNNING, tasks: 1 }',
      { subject: 'connector', connector: 'c', state: 'RUNNING', tasks: 1 },
    ],
    [
      '- { connector: c, config: { tasks.max: 1, "collection.name.format": users } }',
      { subject: 'connector', connector: 'c', config: { 'tasks.max': '1', 'collection.name.format': 'users' } },
    ],
    ['- { connector: c, exists: false }', { subject: 'connector', connector: 'c', exists: false }],
    ['- { sql: SELECT 1, at: shop, rows: 3 }', { subject: 'sql', sql: 'SELECT 1', at: 'shop', rows: 3 }],
    [
      '- { sql: SELECT 1, at: warehouse, rows: [{ id: 1, price: 9.50, gone: null, name: kim, ok: true }] }',
      {
        subject: 'sql',
        sql: 'SELECT 1',
        at: 'warehouse',
        rows: [{ id: 1, price: 9.5, gone: null, name: 'kim', ok: true }],
      },
    ],
    [
      '- { sql: SELECT 1, at: shop, same-as: { sql: SELECT 2, at: warehouse } }',
      { subject: 'sql', sql: 'SELECT 1', at: 'shop', sameAs: { sql: 'SELECT 2', at: 'warehouse' } },
    ],
    ['- output: { contains: a, excludes: [b] }', { subject: 'output', contains: ['a'], excludes: ['b'] }],
    ["- { output: , matches: '^a\\d+$', exit: 1 }", { subject: 'output', matches: ['^a\\d+$'], exit: 1 }],
    ['- exit: 0', { subject: 'output', exit: 0 }],
    ['- file: a/b.txt', { subject: 'file', file: 'a/b.txt' }],
    [
      '- { file: f, contains: a, matches: [b], properties: { port: 9092, empty: "" } }',
      { subject: 'file', file: 'f', contains: ['a'], matches: ['b'], properties: { port: '9092', empty: '' } },
    ],
    [
      '- { file: f, json: { /a/0: 1.0, /b: [x, { y: null }], "": {} } }',
      { subject: 'file', file: 'f', json: { '/a/0': 1, '/b': ['x', { y: null }], '': {} } },
    ],
    ['- background: c', { subject: 'background', id: 'c', running: true }],
    ['- { background: c, running: false }', { subject: 'background', id: 'c', running: false }],
    ['- { background: c, output: [a, b] }', { subject: 'background', id: 'c', output: ['a', 'b'] }],
  ];
  test.each(cases)('%s', (yaml, assertion) => {
    expect(checksOf(yaml)).toEqual([assertion]);
  });

  test('sibling keys in the block form', () => {
    expect(
      checksOf('- output:', '  contains: a', '- topic: t', '  partitions: 1', '- cluster:', '    brokers: 1'),
    ).toEqual([
      { subject: 'output', contains: ['a'] },
      { subject: 'topic', topic: 't', partitions: 1 },
      { subject: 'cluster', brokers: 1 },
    ]);
  });
});

describe('what is wrong is told at its place', () => {
  const number = 'A whole number, 0 or more, is expected here.';
  const positive = 'A whole number, 1 or more, is expected here.';
  const cases: readonly (readonly [name: string, lines: readonly string[], errors: readonly string[]])[] = [
    [
      'unknown key',
      ['- topic: t', '  partition: 3'],
      ['2:3 The key "partition" is unknown here. [Did you mean partitions?]'],
    ],
    [
      'camelCase',
      ['- { records: t, atLeast: 3 }'],
      ['1:17 The key "atLeast" is unknown here. [Did you mean at-least?]'],
    ],
    [
      'key that is far from all',
      ['- topic: t', '  zzz: 3'],
      [
        '2:3 The key "zzz" is unknown here. [Known here: topic, exists, partitions, replicas, isr, leaders, spread, config, internal, at.]',
      ],
    ],
    [
      'several unknown keys',
      ['- group: g', '  stat: x', '  lags: 1'],
      [
        '2:3 The key "stat" is unknown here. [Did you mean state?]',
        '3:3 The key "lags" is unknown here. [Did you mean lag?]',
      ],
    ],
    ['unknown subject', ['- topik: t'], ['1:3 The item has no subject; it starts with "topik". [Did you mean topic?]']],
    [
      'two subjects',
      ['- topic: t', '  group: g'],
      ['2:3 An item is about one thing; this one is about topic and group. Make two items of it.'],
    ],
    [
      'exit is only the output’s',
      ['- { topic: t, exit: 0 }'],
      ['1:15 An item is about one thing; this one is about topic and exit. Make two items of it.'],
    ],
    [
      'a mapping, not a list',
      ['topic: t'],
      ['1:1 A check is a list: each item starts with a dash, for example "- topic: orders".'],
    ],
    ['a word for an item', ['- topic'], ['1:3 An assertion is a mapping, for example "topic: orders".']],
    ['an empty list', ['[]'], ['0:1 At least one item is expected here.']],
    ['an empty block', [], ['1:1 A check is a list: each item starts with a dash, for example "- topic: orders".']],
    ['text for a number', ['- topic: t', '  partitions: three'], [`2:15 ${positive}`]],
    ['a fraction', ['- { topic: t, partitions: 1.5 }'], [`1:27 ${positive}`]],
    ['a negative number', ['- { records: t, count: -1 }'], [`1:24 ${number}`]],
    ['a number without a value', ['- topic: t', '  partitions:'], [`2:14 ${positive}`]],
    ['no partitions', ['- { topic: t, partitions: 0 }'], [`1:27 ${positive}`]],
    ['yes for true', ['- { topic: t, exists: yes }'], ['1:23 true or false is expected here.']],
    ['no name', ['- topic:'], ['1:9 A text is expected here; put it in quotes if it is one.']],
    ['an empty name', ["- topic: ''"], ['1:10 A text that is not empty is expected here.']],
    ['a list for a name', ['- topic: [a]'], ['1:10 A text is expected here; put it in quotes if it is one.']],
    [
      'a wrong item in a list',
      ['- records: t', '  contains: [a, {}]'],
      ['2:17 A text is expected here; put it in quotes if it is one.'],
    ],
    ['an empty list of texts', ['- { records: t, contains: [] }'], ['1:27 At least one item is expected here.']],
    ['a text for a list', ['- { records: t, values: a }'], ['1:25 A list is expected here.']],
    [
      'null among values',
      ['- { records: t, values: [a, ~] }'],
      ['1:29 A text is expected here; put it in quotes if it is one.'],
    ],
    [
      'settings that are a list',
      ['- { topic: t, config: [a] }'],
      ['1:23 A mapping of keys to values is expected here.'],
    ],
    [
      'a setting without a value',
      ['- topic: t', '  config: { a: }'],
      ['2:16 A text is expected here; put it in quotes if it is one.'],
    ],
    ['no settings', ['- { topic: t, config: {} }'], ['1:23 At least one key and value is expected here.']],
    [
      'a state that does not exist',
      ['- { group: g, state: stable }'],
      [
        '1:22 One of Stable, Empty, PreparingRebalance, CompletingRebalance, Dead is expected here. [Did you mean Stable?]',
      ],
    ],
    [
      'isolation',
      ['- { records: t, count: 1, isolation: read_committed }'],
      ['1:38 One of committed is expected here.'],
    ],
    [
      'offsets',
      ['- { group: g, offsets: { t: { p0: 1 } } }'],
      ['1:29 Offsets are { topic: sum } or { topic: { partition: offset } }, in whole numbers.'],
    ],
    [
      'absent and counted',
      ['- { topic: t, exists: false, partitions: 3 }'],
      ['1:30 The topic is not to exist, so it cannot have partitions.'],
    ],
    [
      'absent group with lag',
      ['- { group: g, exists: false, lag: 3 }'],
      ['1:30 The group is not to exist, so it cannot have lag.'],
    ],
    [
      'absent connector with tasks',
      ['- { connector: c, tasks: 1, exists: false }'],
      ['1:19 The connector is not to exist, so it cannot have tasks.'],
    ],
    [
      'count and at-least',
      ['- { records: t, count: 3, at-least: 3 }'],
      ['1:27 count and at-least exclude each other.'],
    ],
    [
      'isr above replicas',
      ['- { topic: t, replicas: 1, isr: 2 }'],
      ['1:28 There cannot be more replicas in sync (isr) than replicas.'],
    ],
    [
      'more leaders than partitions',
      ['- { topic: t, partitions: 1, leaders: [1, 2] }'],
      ['1:30 There cannot be more leaders than partitions: each partition has one.'],
    ],
    [
      'a spread above the partitions',
      ['- topic: t', '  spread: 3', '  partitions: 2'],
      ['2:3 The leaders cannot be on more brokers (spread) than there are partitions.'],
    ],
    [
      'a spread that is not the leaders’',
      ['- { topic: t, leaders: 1, spread: 2 }'],
      ['1:27 leaders names 1 broker, so the spread cannot be 2.'],
    ],
    ['no spread', ['- { topic: t, spread: 0 }'], [`1:23 ${positive}`]],
    ['a broker’s name for its id', ['- { topic: t, leaders: [broker-1] }'], [`1:25 ${number}`]],
    ['a leader twice', ['- { topic: t, leaders: [1, 1] }'], ['1:28 "1" stands in this list twice.']],
    ['no leaders', ['- { topic: t, leaders: [] }'], ['1:24 At least one item is expected here.']],
    [
      'leaders of an absent topic',
      ['- { topic: t, exists: false, leaders: 1 }'],
      ['1:30 The topic is not to exist, so it cannot have leaders.'],
    ],
    ['leader', ['- { topic: t, leader: 1 }'], ['1:15 The key "leader" is unknown here. [Did you mean leaders?]']],
    [
      'at another place',
      ['- { topic: t, at: musuem }'],
      ['1:19 One of museum is expected here. [Did you mean museum?]'],
    ],
    [
      'a cluster with a place only',
      ['- cluster: { at: museum }'],
      ['1:3 cluster needs at least one key that says what to check.'],
    ],
    [
      'records of a key only',
      ['- { records: t, key: k }'],
      ['1:5 records needs at least one key that says what to check.'],
    ],
    [
      'records with a place only',
      ['- { records: t, at: museum }'],
      ['1:5 records needs at least one key that says what to check.'],
    ],
    ['a key and keys', ['- { records: t, key: k, keys: [k] }'], ['1:25 key and keys exclude each other.']],
    [
      'a key and same-partition',
      ['- { records: t, same-partition: k, key: k }'],
      ['1:17 key and same-partition exclude each other.'],
    ],
    [
      'assigned without members',
      ['- { group: g, members: 0, assigned: t }'],
      ['1:27 A group without members cannot have partitions assigned.'],
    ],
    [
      'assigned in an empty group',
      ['- { group: g, state: Empty, assigned: t }'],
      ['1:29 A group without members cannot have partitions assigned.'],
    ],
    [
      'assigned where all are idle',
      ['- { group: g, members: 2, idle: 2, assigned: t }'],
      ['1:36 Where every member is idle, no partition can be assigned.'],
    ],
    [
      'assigned in an absent group',
      ['- { group: g, exists: false, assigned: t }'],
      ['1:30 The group is not to exist, so it cannot have assigned.'],
    ],
    [
      'a topic that cannot be',
      ['- { group: g, assigned: [t, a b] }'],
      ['1:29 A topic name may only have letters, digits, dot, _ and -, at most 249 of them.'],
    ],
    [
      'a client without a port',
      ['- client: localhost'],
      ['1:11 "localhost" is not an address; write HOST:PORT, for example localhost:9092.'],
    ],
    [
      'a client with a scheme',
      ['- client: PLAINTEXT://localhost:9192'],
      [
        '1:11 "PLAINTEXT://localhost:9192" is not an address; write HOST:PORT, for example localhost:9092. [Did you mean localhost:9192?]',
      ],
    ],
    [
      'a client with a port that cannot be',
      ['- client: localhost:99999'],
      ['1:11 "localhost:99999" is not an address; write HOST:PORT, for example localhost:9092.'],
    ],
    [
      'told something else',
      ['- { client: localhost:9192, told: [a:1, kafka] }'],
      ['1:41 "kafka" is not an address; write HOST:PORT, for example localhost:9092.'],
    ],
    [
      'told by nobody',
      ['- { client: localhost:9192, metadata: false, told: kafka:9092 }'],
      ['1:46 The address is not to answer (metadata: false), so told cannot be.'],
    ],
    [
      'works without an answer',
      ['- { client: localhost:9192, works: true, metadata: false }'],
      ['1:29 The address is not to answer (metadata: false), so works: true cannot be.'],
    ],
    [
      'a client that work',
      ['- { client: a:1, work: true }'],
      ['1:18 The key "work" is unknown here. [Did you mean works?]'],
    ],
    ['a clint', ['- clint: a:1'], ['1:3 The item has no subject; it starts with "clint". [Did you mean client?]']],
    ['bare records', ['- records: t'], ['1:3 records needs at least one key that says what to check.']],
    ['bare cluster', ['- cluster:'], ['1:3 cluster needs at least one key that says what to check.']],
    ['bare output', ['- output:'], ['1:3 output needs at least one key that says what to check.']],
    ['a value for cluster', ['- cluster: 3'], ['1:12 cluster takes no value; its keys stand below it.']],
    [
      'keys in two places',
      ['- output: { contains: a }', '  exit: 0'],
      ['2:3 "exit" stands beside output, other keys below it; put all of them below.'],
    ],
    [
      'unknown key below',
      ['- cluster: { broker: 1 }'],
      ['1:14 The key "broker" is unknown here. [Did you mean brokers?]'],
    ],
    [
      'a pattern',
      ["- output: { matches: [ok, '(a'] }"],
      ['1:27 This is not a valid regular expression: Unterminated group.'],
    ],
    ['sql without at', ['- sql: SELECT 1', '  rows: 1'], ['1:3 The key "at" is missing.']],
    [
      'sql at nowhere',
      ['- { sql: SELECT 1, at: shops, rows: 1 }'],
      ['1:24 One of shop, warehouse is expected here. [Did you mean shop?]'],
    ],
    [
      'sql without an expectation',
      ['- { sql: SELECT 1, at: shop }'],
      ['1:5 A sql item says what is expected: rows or same-as.'],
    ],
    [
      'sql with both',
      ['- { sql: S, at: shop, rows: 1, same-as: { sql: S, at: shop } }'],
      ['1:32 rows and same-as exclude each other.'],
    ],
    [
      'unknown key in same-as',
      ['- { sql: S, at: shop, same-as: { sql: S, at: shop, row: 1 } }'],
      ['1:52 The key "row" is unknown here. [Known here: sql, at.]'],
    ],
    ['rows', ['- { sql: S, at: shop, rows: many }'], ['1:29 rows is the number of rows or a list of rows.']],
    ['a row', ['- { sql: S, at: shop, rows: [1] }'], ['1:30 A row is a mapping of columns to values.']],
    [
      'a cell',
      ['- { sql: S, at: shop, rows: [{ a: [] }] }'],
      ['1:35 A text, a number, true, false or null is expected here.'],
    ],
    ['a path that leaves', ['- file: ../x'], ['1:9 The path "../x" leaves the folder; .. is not allowed.']],
    [
      'a pointer',
      ['- { file: f, json: { a/b: 1 } }'],
      ['1:22 A JSON pointer is empty or starts with /, for example /config/topics.'],
    ],
    ['an unknown background block', ['- background: d'], ['1:15 No background block before this has the id "d".']],
  ];
  test.each(cases)('%s', (_name, lines, errors) => {
    expect(checkErrors(...lines)).toEqual(errors);
  });

  test('all items of all blocks at once', () => {
    expect(stepErrors(run + check('- topik: a', '- topic: b', '  x: 1') + check('- exit: no'))).toHaveLength(3);
  });

  test('in an indented block the columns are those of the file', () => {
    expect(stepErrors(`${run}  \`\`\`yaml check\n  - topic: t\n    partition: 1\n  \`\`\`\n`)).toEqual([
      '6:5 The key "partition" is unknown here. [Did you mean partitions?]',
    ]);
  });
});

describe('mistakes', () => {
  const mistakesOf = (...lines: readonly string[]) =>
    stepOf(run + check('- topic: t') + fence('yaml mistakes', ...lines)).mistakes;
  const mistakeErrors = (...lines: readonly string[]) =>
    stepErrors(run + check('- topic: t') + fence('yaml mistakes', ...lines)).map((error) =>
      error.replace(/^\d+/, (line) => String(Number(line) - 7)),
    );

  test('one assertion or several, with and without try', () => {
    expect(
      mistakesOf(
        '- when: { topic: u }',
        '  say: No.',
        '- when: [{ topic: v }, { exit: 1 }]',
        '  say: Oh.',
        '  try: ls',
      ),
    ).toEqual([
      { when: [{ subject: 'topic', topic: 'u', exists: true }], say: 'No.' },
      {
        when: [
          { subject: 'topic', topic: 'v', exists: true },
          { subject: 'output', exit: 1 },
        ],
        say: 'Oh.',
        try: 'ls',
      },
    ]);
  });

  test.each([
    [
      'not a list',
      ['when: { topic: u }'],
      ['1:1 Mistakes are a list: each item starts with a dash and has when and say.'],
    ],
    ['no say', ['- when: { topic: u }'], ['1:3 The key "say" is missing.']],
    ['no when', ['- say: Oh.'], ['1:3 The key "when" is missing.']],
    [
      'unknown key',
      ['- when: { topic: u }', '  says: Oh.'],
      ['2:3 The key "says" is unknown here. [Did you mean say?]'],
    ],
    ['nothing in when', ['- { when: [], say: Oh. }'], ['1:11 At least one item is expected here.']],
    [
      'a wrong assertion',
      ['- { when: { topic: u, part: 1 }, say: Oh. }'],
      [
        '1:23 The key "part" is unknown here. [Known here: topic, exists, partitions, replicas, isr, leaders, spread, config, internal, at.]',
      ],
    ],
    [
      'a wrong assertion in a list',
      ['- when: [{ topic: u }, topic]', '  say: Oh.'],
      ['1:24 An assertion is a mapping, for example "topic: orders".'],
    ],
    [
      'an unknown background block',
      ['- { when: { background: x }, say: Oh. }'],
      ['1:25 No background block before this has the id "x".'],
    ],
    [
      'an escape sequence in a sentence',
      ['- { when: { topic: u }, say: "\\e[2J" }'],
      ['1:30 A text without control characters is expected here.'],
    ],
  ])('%s', (_name, lines, errors) => {
    expect(mistakeErrors(...lines)).toEqual(errors);
  });
});

describe('a batch file', () => {
  test('is one by its name', () => {
    expect(checkErrors('- batch: a.sh')).toEqual(['1:10 A batch file ends in .bat or .cmd.']);
  });

  test('cannot make a mistake known', () => {
    const mistakes = fence('yaml mistakes', '- { when: { batch: a.bat, exit: 2 }, say: Oh. }');
    expect(stepErrors(run + check('- topic: t') + mistakes)).toEqual([
      expect.stringContaining('A batch file is not run on every system'),
    ]);
  });
});
