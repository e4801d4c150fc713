import { describe, expect, test } from 'vitest';
import { judgeClient } from '../../../src/check/client.ts';
import type { ClientFacts, DialProblem, ToldBroker } from '../../../src/check/client-facts.ts';
import type { AssertionOf } from '../../../src/lesson/types.ts';
import { type Verdict, verdictOf } from './support/facts.ts';

const tryNext = 'kafka-lessons probe localhost:9192';
const told = (...brokers: readonly ToldBroker[]): ClientFacts => ({ kind: 'told', clusterId: 'mine', brokers });
const broker = (address: string, reached: ToldBroker['reached'] = { kind: 'works' }, id = 1): ToldBroker => ({
  id,
  address,
  reached,
});
const nobody = (why: DialProblem): ClientFacts => ({ kind: 'no-answer', why });
const right = told(broker('127.0.0.1:9192', { kind: 'works', read: { topic: 'rides', partition: 0 } }));
const wrong = told(broker('kafka:9092', { kind: 'unknown-name' }));
const hangs = 'the broker advertises kafka:9092; a client goes there, tries again and again, and seems to hang';

type Row = readonly [
  name: string,
  wanted: Omit<AssertionOf<'client'>, 'subject' | 'client'>,
  facts: ClientFacts,
  verdict: Verdict,
];

const rows: readonly Row[] = [
  ['it works', { works: true }, right, { pass: 'a client can read' }],
  [
    'all of it is right',
    { metadata: true, told: ['127.0.0.1:9192'], works: true },
    right,
    { pass: 'answers, sent on to 127.0.0.1:9192, a client can read' },
  ],
  [
    'it is sent on to a name that nobody knows',
    { metadata: true, works: true },
    wrong,
    {
      expected: 'a client can read',
      actual: 'sent on to kafka:9092: no such name on this computer',
      because: hangs,
      tryNext,
    },
  ],
  [
    'that is what the lesson wants to see',
    { metadata: true, told: ['kafka:9092'], works: false },
    wrong,
    { pass: 'answers, sent on to kafka:9092, sent on to kafka:9092: no such name on this computer' },
  ],
  [
    'it works already',
    { works: false },
    right,
    { expected: 'a client cannot read', actual: 'a client can read', tryNext },
  ],
  [
    'it is sent on to somewhere else',
    { told: ['127.0.0.1:9192'] },
    wrong,
    {
      expected: 'sent on to 127.0.0.1:9192',
      actual: 'sent on to kafka:9092',
      because: 'a client goes where the broker sends it: to its advertised.listeners',
      tryNext,
    },
  ],
  [
    'it is sent on to more than was wanted',
    { told: ['a:1'] },
    told(broker('a:1'), broker('b:2')),
    {
      expected: 'sent on to a:1',
      actual: 'sent on to a:1, b:2',
      because: 'a client goes where the broker sends it: to its advertised.listeners',
      tryNext,
    },
  ],
  ['in any order', { told: ['b:2', 'a:1'] }, told(broker('a:1'), broker('b:2')), { pass: 'sent on to b:2, a:1' }],
  [
    'nothing listens there',
    { metadata: true, told: ['a:1'], works: true },
    nobody('refused'),
    {
      expected: 'answers, sent on to a:1, a client can read',
      actual: 'refuses the connection',
      because: 'nothing listens on that port',
      tryNext,
    },
  ],
  [
    'nothing is to listen there',
    { metadata: false, works: false },
    nobody('refused'),
    { pass: 'refuses the connection' },
  ],
  ['something answers', { metadata: false }, right, { expected: 'no answer', actual: 'answers', tryNext }],
  [
    'one of three brokers cannot be reached',
    { works: true },
    told(broker('a:1'), broker('b:2', { kind: 'silent' }, 2), broker('c:3', { kind: 'refused' }, 3)),
    {
      expected: 'a client can read',
      actual: 'sent on to b:2: does not answer',
      because: 'the broker advertises b:2; a client goes there, tries again and again, and seems to hang',
      tryNext,
    },
  ],
  [
    'it is sent on to another cluster',
    { works: true },
    told(broker('a:1', { kind: 'other-cluster', clusterId: 'other' })),
    {
      expected: 'a client can read',
      actual: 'sent on to a:1: answers as another cluster (other)',
      because: 'the broker advertises a:1, where another Kafka listens',
      tryNext,
    },
  ],
  [
    'it may not read there',
    { works: true },
    told(broker('a:1', { kind: 'no-read', error: 'NOT_LEADER_OR_FOLLOWER' })),
    {
      expected: 'a client can read',
      actual: 'sent on to a:1: does not let it read (NOT_LEADER_OR_FOLLOWER)',
      because: 'the broker there is not ready, or is another one than the one that was meant',
      tryNext,
    },
  ],
  [
    'it is sent nowhere',
    { works: true, told: ['a:1'] },
    told(),
    {
      expected: 'sent on to a:1, a client can read',
      actual: 'sent on to no broker',
      because: 'a client goes where the broker sends it: to its advertised.listeners',
      tryNext,
    },
  ],
];

describe('a client', () => {
  test.each(rows)('%s', (_, wanted, facts, verdict) => {
    const assertion = { subject: 'client', client: 'localhost:9192', ...wanted } as const;
    expect(verdictOf(judgeClient(assertion, facts))).toEqual(verdict);
  });

  test.each<[DialProblem, string]>([
    ['unknown-name', 'no such name on this computer'],
    ['refused', 'refuses the connection'],
    ['no-route', 'cannot be reached from this computer'],
    ['silent', 'does not answer'],
    ['closed', 'takes the connection and closes it again'],
    ['not-kafka', 'answers, but not as a Kafka broker'],
  ])('%s is a wrong answer, never blocked', (why, actual) => {
    const assertion = { subject: 'client', client: 'localhost:9192', works: true } as const;
    expect(judgeClient(assertion, nobody(why))).toMatchObject({ status: 'fail', actual, because: expect.any(String) });
  });
});
