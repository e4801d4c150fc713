import { describe, expect, test } from 'vitest';
import { describeAssertion, evaluate, isFinal, matchMistake } from '../../../src/check/index.ts';
import { Unreachable } from '../../../src/check/unreachable.ts';
import { Unreadable } from '../../../src/check/unreadable.ts';
import type { Assertion, Mistake } from '../../../src/lesson/types.ts';
import { background, cluster, factsOf, group, record, run, topic } from './support/facts.ts';

const throwing = (error: Error) => async (): Promise<never> => {
  throw error;
};

describe('evaluate', () => {
  test('asks for a topic and, where it is wanted, its settings', async () => {
    const facts = factsOf({ topic: async (name) => topic(name), topicConfig: async () => ({ a: '1' }) });
    expect((await evaluate({ subject: 'topic', topic: 't', config: { a: '1' } }, facts)).status).toBe('pass');
  });

  test('asks for records, of one partition and committed only where that is wanted', async () => {
    const asked: unknown[] = [];
    const facts = factsOf({
      topic: async (name) => topic(name, 2),
      records: async (...given) => {
        asked.push(given);
        return [record('a')];
      },
    });
    const result = await evaluate(
      { subject: 'records', topic: 't', count: 1, partition: 1, isolation: 'committed' },
      facts,
    );
    expect(result.status).toBe('pass');
    await evaluate({ subject: 'records', topic: 't', count: 1 }, facts);
    expect(asked).toEqual([
      ['t', { committedOnly: true, partition: 1 }],
      ['t', { committedOnly: false }],
    ]);
  });

  test('asks for the other names where something is missing', async () => {
    const facts = factsOf({
      topic: async () => undefined,
      records: async () => undefined,
      topicNames: async () => ['ride'],
      group: async () => undefined,
      groupNames: async () => ['reader'],
    });
    const because = async (assertion: Assertion) => {
      const result = await evaluate(assertion, facts);
      return result.status === 'fail' ? result.because : result;
    };
    expect(await because({ subject: 'topic', topic: 'rides' })).toBe('there is a topic ride, without the s');
    expect(await because({ subject: 'records', topic: 'rides' })).toBe('there is a topic ride, without the s');
    expect(await because({ subject: 'group', group: 'readers' })).toBe('there is a group reader, without the s');
  });

  test('asks for all topics where offline partitions are wanted', async () => {
    const facts = factsOf({
      brokers: async () => [{ id: 1, host: '127.0.0.1', port: 9092 }],
      topicNames: async () => ['a', 'gone'],
      topic: async (name) => (name === 'a' ? topic('a', [{ leader: -1 }]) : undefined),
    });
    expect((await evaluate({ subject: 'cluster', offlinePartitions: 1 }, facts)).status).toBe('pass');
  });

  test.each<[Assertion]>([
    [{ subject: 'group', group: 'readers' }],
    [{ subject: 'output', contains: ['created'] }],
    [{ subject: 'file', file: 'f', contains: ['a'] }],
    [{ subject: 'background', id: 'consumer' }],
  ])('looks at the right facts for %j', async (assertion) => {
    const facts = factsOf(
      { group: async () => group() },
      { runs: [run(['created'])], readFile: async () => 'a', background: () => background([]) },
    );
    expect((await evaluate(assertion, facts)).status).toBe('pass');
  });

  test.each<[Assertion]>([
    [{ subject: 'connect', up: true }],
    [{ subject: 'connect', plugins: ['FileStreamSource'] }],
    [{ subject: 'connector', connector: 'c', exists: true }],
    [{ subject: 'sql', sql: 'SELECT 1', at: 'shop', rows: 1 }],
  ])('looks at Connect and the databases for %j', async (assertion) => {
    const connect = {
      up: async () => {},
      plugins: async () => ['org.example.FileStreamSource'],
      connectors: async () => [{ name: 'c', tasks: [] }],
    };
    const facts = factsOf(
      {},
      { connect: async () => connect, sql: async () => ({ kind: 'rows', columns: [], rows: [['1']] }) },
    );
    expect((await evaluate(assertion, facts)).status).toBe('pass');
  });

  test('looks at the museum where the assertion says so, and gives no advice that is for another Kafka', async () => {
    const asked: unknown[] = [];
    const facts = factsOf(
      {},
      {
        cluster: async (at) => {
          asked.push(at);
          return cluster({ topic: async () => undefined, topicNames: async () => ['antik'] });
        },
      },
    );
    expect(await evaluate({ subject: 'topic', topic: 'antique', at: 'museum' }, facts)).toEqual({
      status: 'fail',
      expected: 'exists',
      actual: 'no such topic',
    });
    expect(await evaluate({ subject: 'topic', topic: 'antique' }, facts)).toHaveProperty('tryNext');
    expect(asked).toEqual(['museum', undefined]);
  });

  test('goes a client’s way from the address that is asked about', async () => {
    const asked: string[] = [];
    const facts = factsOf(
      {},
      {
        client: async (address) => {
          asked.push(address);
          return { kind: 'told', clusterId: 'c', brokers: [{ id: 1, address, reached: { kind: 'works' } }] };
        },
      },
    );
    const assertion: Assertion = { subject: 'client', client: 'localhost:9192', works: true };
    expect((await evaluate(assertion, facts)).status).toBe('pass');
    expect((await evaluate(assertion, factsOf({}))).status).toBe('fail');
    expect(asked).toEqual(['localhost:9192']);
  });

  test('asks for the topics that are to be assigned, and for other groups where nobody is there', async () => {
    const parts = {
      group: async () => group({ state: 'Empty' }),
      topic: async (name: string) => (name === 'rides' ? topic(name, 3) : undefined),
      groupNames: async () => ['readers', 'console-consumer-7'],
    };
    const assertion: Assertion = { subject: 'group', group: 'readers', assigned: ['rides', 'gone'] };
    expect(await evaluate(assertion, factsOf(parts))).toMatchObject({
      status: 'fail',
      actual: '0 of 3 partitions of rides held by one member each, no topic gone',
      because: 'a console consumer runs without --group, as console-consumer-7',
    });
  });

  const aTopic: Assertion = { subject: 'topic', topic: 't' };

  test('nobody answers: blocked, by whom, and what to do', async () => {
    const error = new Unreachable('the broker at 127.0.0.1:9092');
    const blocked = {
      status: 'blocked',
      by: 'the broker at 127.0.0.1:9092 does not answer',
      tryNext: 'kafka-lessons up (in the app: Enter)',
    };
    expect(await evaluate(aTopic, factsOf({ topic: throwing(error) }))).toEqual(blocked);
    expect(await evaluate(aTopic, factsOf({}, { cluster: throwing(error) }))).toEqual(blocked);
  });

  test('not ready yet: a failure that may pass', async () => {
    const error = new Unreadable({ kind: 'not-ready', detail: 'partition 0 of t has no leader' });
    expect(await evaluate(aTopic, factsOf({ topic: throwing(error) }))).toEqual({
      status: 'fail',
      expected: 'the cluster is ready',
      actual: 'not ready yet: partition 0 of t has no leader',
    });
  });

  test('compressed in an unknown way: a failure with its reason', async () => {
    const error = new Unreadable({ kind: 'compression', codec: 'zstd' });
    expect(await evaluate(aTopic, factsOf({ topic: throwing(error) }))).toEqual({
      status: 'fail',
      expected: 'records without compression, or with gzip',
      actual: 'records compressed with zstd',
      because: 'this program cannot unpack that compression, so it cannot look inside',
    });
  });

  test('too much to read: an error with the limits', async () => {
    const error = new Unreadable({ kind: 'too-much', maxRecords: 100_000, maxBytes: 50 * 1024 * 1024 });
    expect(await evaluate(aTopic, factsOf({ topic: throwing(error) }))).toEqual({
      status: 'error',
      problem: 'The topic holds more than a check reads (100,000 records or 50 MB).',
    });
  });

  test('anything else: an error of one line', async () => {
    const error = new Error('first line\nsecond line');
    expect(await evaluate(aTopic, factsOf({ topic: throwing(error) }))).toEqual({
      status: 'error',
      problem: 'The check itself went wrong: first line.',
    });
  });

  test('a pattern that is none: an error that names the lesson', async () => {
    const result = await evaluate({ subject: 'output', matches: ['('] }, factsOf({}, { runs: [run(['a'])] }));
    expect(result).toEqual({ status: 'error', problem: expect.stringContaining('not a regular expression') });
  });
});

describe('describeAssertion', () => {
  test.each<[Assertion, string]>([
    [{ subject: 'topic', topic: 'quickstart-events' }, 'topic quickstart-events'],
    [{ subject: 'records', topic: 'messages' }, 'records of messages'],
    [{ subject: 'records', topic: 'messages', partition: 0 }, 'records of messages, partition 0'],
    [{ subject: 'records', topic: 'messages', partition: 0, key: 'k' }, 'records of messages, partition 0, key k'],
    [{ subject: 'records', topic: 'messages', key: 'k', at: 'museum' }, 'records of messages, key k (museum)'],
    [{ subject: 'topic', topic: 'antique', at: 'museum' }, 'topic antique (museum)'],
    [{ subject: 'group', group: 'readers', at: 'museum' }, 'group readers (museum)'],
    [{ subject: 'cluster', at: 'museum' }, 'cluster (museum)'],
    [{ subject: 'client', client: 'localhost:9192' }, 'client at localhost:9192'],
    [{ subject: 'group', group: 'readers' }, 'group readers'],
    [{ subject: 'cluster' }, 'cluster'],
    [{ subject: 'connect' }, 'Kafka Connect'],
    [{ subject: 'connector', connector: 'c' }, 'connector c'],
    [{ subject: 'sql', sql: 'SELECT 1', at: 'shop' }, 'rows in shop'],
    [
      { subject: 'sql', sql: 'SELECT 1', at: 'shop', sameAs: { sql: 'SELECT 2', at: 'warehouse' } },
      'rows in shop and warehouse',
    ],
    [{ subject: 'output', contains: ['a'], exit: 0 }, 'output'],
    [{ subject: 'output', exit: 0 }, 'exit code'],
    [{ subject: 'file', file: 'a.json' }, 'file a.json'],
    [{ subject: 'background', id: 'consumer' }, 'background command consumer'],
  ])('%j', (assertion, label) => {
    expect(describeAssertion(assertion)).toBe(label);
  });

  test('only the output of commands that have ended is final', () => {
    expect(isFinal({ subject: 'output', exit: 0 })).toBe(true);
    expect(isFinal({ subject: 'background', id: 'consumer' })).toBe(false);
    expect(isFinal({ subject: 'file', file: 'f' })).toBe(false);
    expect(isFinal({ subject: 'topic', topic: 't' })).toBe(false);
  });
});

describe('matchMistake', () => {
  const has = (name: string): Assertion => ({ subject: 'topic', topic: name });
  const mistake = (say: string, ...when: Assertion[]): Mistake => ({ say, when });
  const facts = factsOf({
    topic: async (name) => (name === 'a' || name === 'b' ? topic(name) : undefined),
    topicNames: async () => [],
    group: throwing(new Unreachable('the broker')),
  });

  test('finds the first whose conditions all hold', async () => {
    const mistakes = [mistake('no', has('a'), has('x')), mistake('yes', has('a'), has('b')), mistake('also', has('a'))];
    expect((await matchMistake(mistakes, facts))?.say).toBe('yes');
  });

  test('finds none, and takes what cannot be looked at for not holding', async () => {
    const mistakes = [mistake('no', has('x')), mistake('blocked', { subject: 'group', group: 'g' })];
    expect(await matchMistake(mistakes, facts)).toBeUndefined();
  });
});
