import { describe, expect, test } from 'vitest';
import { judgeTopic, type TopicEvidence } from '../../../src/check/topic.ts';
import type { AssertionOf } from '../../../src/lesson/types.ts';
import { topic, type Verdict, verdictOf } from './support/facts.ts';

const b = '--bootstrap-server localhost:9092';
const noLeader = { leader: -1, isr: [] };

type Row = readonly [
  name: string,
  wanted: Omit<AssertionOf<'topic'>, 'subject' | 'topic'>,
  evidence: Partial<TopicEvidence>,
  verdict: Verdict,
];

const rows: readonly Row[] = [
  ['it exists', {}, { topic: topic('rides') }, { pass: 'exists' }],
  ['it exists, asked outright', { exists: true }, { topic: topic('rides') }, { pass: 'exists' }],
  [
    'it is missing',
    {},
    { names: ['orders', '__rides'] },
    { expected: 'exists', actual: 'no such topic', tryNext: `kafka-topics.sh ${b} --create --topic rides` },
  ],
  [
    'it is missing and all of it is wanted',
    { partitions: 3, replicas: 2, config: { 'cleanup.policy': 'compact' } },
    {},
    {
      expected: 'exists, 3 partitions',
      actual: 'no such topic',
      tryNext: `kafka-topics.sh ${b} --create --topic rides --partitions 3 --replication-factor 2 --config cleanup.policy=compact`,
    },
  ],
  [
    'a similar one is there',
    {},
    { names: ['ride'] },
    {
      expected: 'exists',
      actual: 'no such topic',
      because: 'there is a topic ride, without the s',
      tryNext: `kafka-topics.sh ${b} --create --topic rides`,
    },
  ],
  ['it is gone, as wanted', { exists: false }, {}, { pass: 'no such topic' }],
  [
    'it should be gone',
    { exists: false },
    { topic: topic('rides') },
    { expected: 'no such topic', actual: 'exists', tryNext: `kafka-topics.sh ${b} --delete --topic rides` },
  ],
  [
    'partitions are right',
    { partitions: 3 },
    { topic: topic('rides', 3) },
    { pass: 'exists, 3 partitions, leaders 3/3' },
  ],
  [
    'too few partitions',
    { partitions: 3 },
    { topic: topic('rides', 1) },
    {
      expected: '3 partitions',
      actual: '1 partition',
      tryNext: `kafka-topics.sh ${b} --alter --topic rides --partitions 3`,
    },
  ],
  [
    'too many partitions',
    { partitions: 1 },
    { topic: topic('rides', 2) },
    {
      expected: '1 partition',
      actual: '2 partitions',
      because: 'partitions can be added to a topic but not taken away: delete it and create it again',
      tryNext: `kafka-topics.sh ${b} --delete --topic rides`,
    },
  ],
  [
    'a leader is missing',
    { partitions: 3 },
    { topic: topic('rides', [{}, noLeader, {}]) },
    {
      expected: 'leaders 3/3',
      actual: 'leaders 2/3',
      because: 'some partitions have no leader yet, or their broker is gone',
      tryNext: `kafka-topics.sh ${b} --describe --topic rides`,
    },
  ],
  ['a leader is missing but nobody asked', {}, { topic: topic('rides', [noLeader]) }, { pass: 'exists' }],
  ['replicas are right', { replicas: 1 }, { topic: topic('rides', 2) }, { pass: 'exists, replicas 1' }],
  [
    'replicas are wrong',
    { replicas: 3 },
    { topic: topic('rides', 2) },
    { expected: 'replicas 3', actual: 'replicas 1', tryNext: `kafka-topics.sh ${b} --describe --topic rides` },
  ],
  [
    'one partition has too few in sync',
    { isr: 3 },
    { topic: topic('rides', [{ isr: [1, 2, 3] }, { isr: [1, 3] }]) },
    {
      expected: 'in-sync replicas 3',
      actual: 'in-sync replicas 2-3',
      because: 'partition 1 has 2',
      tryNext: `kafka-topics.sh ${b} --describe --topic rides`,
    },
  ],
  ['it is internal', { internal: true }, { topic: topic('rides', 1, true) }, { pass: 'exists, internal' }],
  ['it is not internal', { internal: false }, { topic: topic('rides') }, { pass: 'exists, not internal' }],
  [
    'it should be internal',
    { internal: true },
    { topic: topic('rides') },
    { expected: 'internal', actual: 'not internal' },
  ],
  [
    'a setting is right',
    { config: { 'retention.ms': '1000' } },
    { topic: topic('rides'), config: { 'retention.ms': '1000' } },
    { pass: 'exists, retention.ms=1000' },
  ],
  [
    'a setting is wrong',
    { config: { 'retention.ms': '1000' } },
    { topic: topic('rides'), config: { 'retention.ms': '604800000' } },
    {
      expected: 'retention.ms=1000',
      actual: 'retention.ms=604800000',
      tryNext: `kafka-configs.sh ${b} --alter --entity-type topics --entity-name rides --add-config retention.ms=1000`,
    },
  ],
  [
    'there is no such setting',
    { config: { 'retention.m': '1000' } },
    { topic: topic('rides'), config: { 'retention.ms': '604800000' } },
    {
      expected: 'retention.m=1000',
      actual: 'retention.m is not set',
      because: 'there is a setting retention.ms, with an extra s',
      tryNext: `kafka-configs.sh ${b} --alter --entity-type topics --entity-name rides --add-config retention.m=1000`,
    },
  ],
];

describe('a topic', () => {
  test.each(rows)('%s', (_, wanted, evidence, verdict) => {
    const assertion = { subject: 'topic', topic: 'rides', ...wanted } as const;
    const result = judgeTopic(assertion, { topic: undefined, config: {}, names: [], ...evidence });
    expect(verdictOf(result)).toEqual(verdict);
  });

  test('a name that begins with __ counts as internal', () => {
    const assertion = { subject: 'topic', topic: '__share_group_state', internal: true } as const;
    const evidence = { topic: topic('__share_group_state'), config: {}, names: [] };
    expect(judgeTopic(assertion, evidence).status).toBe('pass');
  });
});
