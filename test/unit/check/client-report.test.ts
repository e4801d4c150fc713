import { describe, expect, test } from 'vitest';
import type { ClientFacts, ToldBroker } from '../../../src/check/client-facts.ts';
import { clientReport } from '../../../src/check/client-report.ts';

const broker = (id: number, address: string, reached: ToldBroker['reached']): ToldBroker => ({ id, address, reached });
const told = (...brokers: readonly ToldBroker[]): ClientFacts => ({ kind: 'told', clusterId: '4L6g3nShT', brokers });
const works = { kind: 'works', read: { topic: 'rides', partition: 2 } } as const;
const mend =
  "The broker's setting advertised.listeners says where it sends clients: that has to be an address they can reach.";

describe('the report of a probe', () => {
  test('it works', () => {
    expect(clientReport('localhost:9192', told(broker(1, '127.0.0.1:9192', works)))).toEqual({
      exitCode: 0,
      lines: [
        'localhost:9192        answers (cluster 4L6g3nShT, 1 broker)',
        'it sends clients to   127.0.0.1:9192 (broker 1)',
        '127.0.0.1:9192        lets a client read (topic rides, partition 2)',
        'So a client that starts at localhost:9192 works: it reaches every broker it is sent to.',
      ],
    });
  });

  test('it works and there is nothing to read', () => {
    const { lines, exitCode } = clientReport('localhost:9192', told(broker(1, 'localhost:9192', { kind: 'works' })));
    expect(lines[2]).toBe('localhost:9192        answers; there is no topic to read yet');
    expect(exitCode).toBe(0);
  });

  test('it is sent on to a name that nobody knows', () => {
    expect(clientReport('localhost:9192', told(broker(1, 'kafka:9092', { kind: 'unknown-name' })))).toEqual({
      exitCode: 1,
      lines: [
        'localhost:9192        answers (cluster 4L6g3nShT, 1 broker)',
        'it sends clients to   kafka:9092 (broker 1)',
        'kafka:9092            no such name on this computer',
        'So a client connects, is sent to an address it cannot reach, and tries again and again: it seems to hang.',
        mend,
      ],
    });
  });

  test('one of three brokers cannot be reached; long addresses make the column wider', () => {
    const facts = told(
      broker(1, 'localhost:9092', works),
      broker(2, 'kafka-2.example.invalid:9094', { kind: 'silent' }),
      broker(3, 'localhost:9095', { kind: 'works' }),
    );
    expect(clientReport('localhost:9092', facts)).toEqual({
      exitCode: 1,
      lines: [
        'localhost:9092                 answers (cluster 4L6g3nShT, 3 brokers)',
        'it sends clients to            localhost:9092 (broker 1)',
        '                               kafka-2.example.invalid:9094 (broker 2)',
        '                               localhost:9095 (broker 3)',
        'localhost:9092                 lets a client read (topic rides, partition 2)',
        'kafka-2.example.invalid:9094   does not answer',
        'localhost:9095                 answers; there is no topic to read yet',
        'So a client reads what some brokers lead, and for the rest it tries again and again: it seems to hang.',
        mend,
      ],
    });
  });

  test('it is sent on to another cluster', () => {
    const { lines, exitCode } = clientReport(
      'localhost:9192',
      told(broker(1, 'localhost:9092', { kind: 'other-cluster', clusterId: 'other' })),
    );
    expect(lines.slice(2)).toEqual([
      'localhost:9092        answers as another cluster (other)',
      'So a client is sent to another Kafka than the one it asked, and does not find its topics there.',
      mend,
    ]);
    expect(exitCode).toBe(1);
  });

  test('it may not read now', () => {
    const { lines, exitCode } = clientReport(
      'localhost:9192',
      told(broker(1, 'localhost:9192', { kind: 'no-read', error: 'NOT_LEADER_OR_FOLLOWER' })),
    );
    expect(lines.slice(2)).toEqual([
      'localhost:9192        does not let it read (NOT_LEADER_OR_FOLLOWER)',
      'So a client gets there, but cannot read now. Ask again in a moment.',
    ]);
    expect(exitCode).toBe(1);
  });

  test('nobody to go to', () => {
    expect(clientReport('localhost:9192', told())).toEqual({
      exitCode: 1,
      lines: [
        'localhost:9192        answers (cluster 4L6g3nShT, 0 brokers)',
        'it sends clients to   no broker',
        'So a client has nowhere to go: the broker has just started, or is about to stop. Ask again in a moment.',
      ],
    });
  });

  test('no answer at all', () => {
    expect(clientReport('localhost:9192', { kind: 'no-answer', why: 'refused' })).toEqual({
      exitCode: 1,
      lines: [
        'localhost:9192   refuses the connection',
        'So a client does not even begin: nothing listens on that port.',
      ],
    });
  });
});
