import { describe, expect, test } from 'vitest';
import { judgeConnect } from '../../../src/check/connect.ts';
import type { ConnectorFacts, ConnectReader } from '../../../src/check/connect-facts.ts';
import { judgeConnector } from '../../../src/check/connector.ts';
import { evaluate } from '../../../src/check/index.ts';
import { Unreachable } from '../../../src/check/unreachable.ts';
import { Unreadable } from '../../../src/check/unreadable.ts';
import type { AssertionOf } from '../../../src/lesson/types.ts';
import { factsOf, unforeseen, type Verdict, verdictOf } from './support/facts.ts';

const plugins = [
  'org.apache.kafka.connect.file.FileStreamSinkConnector',
  'io.debezium.connector.jdbc.JdbcSinkConnector',
];
const source = (more: Partial<ConnectorFacts> = {}): ConnectorFacts => ({
  name: 'shop-source',
  state: 'RUNNING',
  tasks: [{ id: 0, state: 'RUNNING' }],
  ...more,
});

describe('connect', () => {
  test.each<[Partial<AssertionOf<'connect'>>, boolean, Verdict]>([
    [{ up: true }, true, { pass: 'running' }],
    [{ up: false }, false, { pass: 'not running' }],
    [{ up: false }, true, { expected: 'not running', actual: 'running' }],
    [{ plugins: ['JdbcSinkConnector'] }, true, { pass: 'plugin JdbcSinkConnector' }],
    [
      { plugins: ['MariaDbConnector'] },
      true,
      {
        expected: 'plugin MariaDbConnector',
        actual: 'no plugin MariaDbConnector',
        because: 'the plugins there are: FileStreamSinkConnector, JdbcSinkConnector',
        tryNext: 'curl -s http://localhost:8083/connector-plugins',
      },
    ],
  ])('%j, up: %s', (more, up, verdict) => {
    expect(verdictOf(judgeConnect({ subject: 'connect', ...more }, { up, plugins }))).toEqual(verdict);
  });
});

describe('connector', () => {
  const cases: [string, Omit<AssertionOf<'connector'>, 'subject' | 'connector'>, readonly ConnectorFacts[], Verdict][] =
    [
      ['is there', { exists: true }, [source()], { pass: 'exists' }],
      ['is not there, as wanted', { exists: false }, [], { pass: 'no such connector' }],
      [
        'is still there',
        { exists: false },
        [source()],
        {
          expected: 'no such connector',
          actual: 'exists',
          tryNext: 'curl -s -X DELETE http://localhost:8083/connectors/shop-source',
        },
      ],
      [
        'has another name',
        { state: 'RUNNING', tasks: 1 },
        [source({ name: 'shop-sorce' })],
        {
          expected: 'state RUNNING, 1 task RUNNING',
          actual: 'no such connector',
          because: 'there is a connector shop-sorce, without the u',
          tryNext: 'curl -s http://localhost:8083/connectors',
        },
      ],
      [
        'is one of others',
        { exists: true },
        [source({ name: 'file-sink' })],
        {
          expected: 'exists',
          actual: 'no such connector',
          because: 'the connectors there are: file-sink',
          tryNext: 'curl -s http://localhost:8083/connectors',
        },
      ],
      ['runs', { state: 'RUNNING', tasks: 1 }, [source()], { pass: 'state RUNNING, 1 task RUNNING' }],
      [
        'was made a moment ago',
        { state: 'RUNNING', tasks: 1 },
        [{ name: 'shop-source', tasks: [] }],
        {
          expected: 'state RUNNING, 1 task RUNNING',
          actual: 'no state yet, 0 tasks RUNNING',
          tryNext: 'curl -s http://localhost:8083/connectors/shop-source/status',
        },
      ],
      [
        'is paused',
        { state: 'RUNNING' },
        [source({ state: 'PAUSED', tasks: [{ id: 0, state: 'PAUSED' }] })],
        {
          expected: 'state RUNNING',
          actual: 'state PAUSED',
          tryNext: 'curl -s -X PUT http://localhost:8083/connectors/shop-source/resume',
        },
      ],
      [
        'has a task that failed',
        { state: 'RUNNING', tasks: 1 },
        [source({ tasks: [{ id: 0, state: 'FAILED', trace: 'ConnectException: Access denied' }] })],
        {
          expected: 'state RUNNING, 1 task RUNNING',
          actual: 'state FAILED, 0 tasks RUNNING, 1 FAILED',
          because: 'ConnectException: Access denied',
          tryNext: "curl -s -X POST 'http://localhost:8083/connectors/shop-source/restart?includeTasks=true'",
        },
      ],
      [
        'failed itself, without a word',
        { tasks: 1 },
        [source({ state: 'FAILED', tasks: [] })],
        {
          expected: '1 task RUNNING',
          actual: '0 tasks RUNNING',
          because: 'it failed, and Kafka Connect does not say of what',
          tryNext: "curl -s -X POST 'http://localhost:8083/connectors/shop-source/restart?includeTasks=true'",
        },
      ],
      [
        'is to have failed, and so has its task',
        { state: 'FAILED' },
        [source({ tasks: [{ id: 0, state: 'FAILED' }] })],
        { pass: 'state FAILED' },
      ],
    ];
  test.each(cases)('%s', (_, more, connectors, verdict) => {
    const assertion = { subject: 'connector', connector: 'shop-source', ...more } as const;
    expect(verdictOf(judgeConnector(assertion, connectors))).toEqual(verdict);
  });
});

describe('a worker that cannot be read', () => {
  const gone = new Unreachable('Kafka Connect at 127.0.0.1:8083');
  const reader = (more: Partial<ConnectReader>) => async (): Promise<ConnectReader> => ({
    up: unforeseen,
    plugins: unforeseen,
    connectors: unforeseen,
    ...more,
  });
  const rejecting = (error: Error) => async (): Promise<never> => {
    throw error;
  };
  const blocked = {
    status: 'blocked',
    by: 'Kafka Connect at 127.0.0.1:8083 does not answer',
    tryNext: 'kafka-lessons up (in the app: Enter)',
  };

  test('is blocked, unless it is to be down', async () => {
    const facts = factsOf({}, { connect: reader({ up: rejecting(gone), connectors: rejecting(gone) }) });
    expect(await evaluate({ subject: 'connect', up: true }, facts)).toEqual(blocked);
    expect(await evaluate({ subject: 'connector', connector: 'c', exists: false }, facts)).toEqual(blocked);
    expect(await evaluate({ subject: 'connect', up: false }, facts)).toMatchObject({ status: 'pass' });
    const never = factsOf({}, { connect: rejecting(gone) });
    expect(await evaluate({ subject: 'connect', up: false }, never)).toMatchObject({ status: 'pass' });
  });

  test('is not ready while it rebalances, also where it is to be down', async () => {
    const rebalancing = new Unreadable({ kind: 'connect-not-ready', detail: 'the workers are rebalancing' });
    const facts = factsOf({}, { connect: reader({ up: rejecting(rebalancing), connectors: rejecting(rebalancing) }) });
    const notYet = {
      status: 'fail',
      expected: 'Kafka Connect is ready',
      actual: 'not yet: the workers are rebalancing',
    };
    expect(await evaluate({ subject: 'connector', connector: 'c', exists: true }, facts)).toEqual(notYet);
    expect(await evaluate({ subject: 'connect', up: true }, facts)).toEqual(notYet);
    expect(await evaluate({ subject: 'connect', up: false }, facts)).toEqual(notYet);
  });
});

describe("a connector's settings", () => {
  const given = source({ config: { topics: 'orders', 'tasks.max': '1' } });
  const assertion = { subject: 'connector', connector: 'shop-source' } as const;

  test.each<[Readonly<Record<string, string>>, Verdict]>([
    [{ topics: 'orders', 'tasks.max': '1' }, { pass: 'topics=orders, tasks.max=1' }],
    [
      { topics: 'order' },
      {
        expected: 'topics=order',
        actual: 'topics=orders',
        tryNext: 'curl -s http://localhost:8083/connectors/shop-source/config',
      },
    ],
    [
      { topic: 'orders' },
      {
        expected: 'topic=orders',
        actual: 'topic is not set',
        because: 'there is a setting topics, with an extra s',
        tryNext: 'curl -s http://localhost:8083/connectors/shop-source/config',
      },
    ],
  ])('%j', (config, verdict) => {
    expect(verdictOf(judgeConnector({ ...assertion, config }, [given]))).toEqual(verdict);
  });

  test('of one that was made a moment ago, or is not there, are not seen', () => {
    const config = { topics: 'orders' };
    expect(verdictOf(judgeConnector({ ...assertion, config }, [source()]))).toMatchObject({
      actual: 'topics is not set',
    });
    expect(verdictOf(judgeConnector({ ...assertion, config }, []))).toMatchObject({
      expected: 'topics=orders',
      actual: 'no such connector',
    });
  });
});
