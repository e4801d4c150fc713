import { describe, expect, test } from 'vitest';
import { judgeTopic, type TopicEvidence } from '../../../src/check/topic.ts';
import type { AssertionOf } from '../../../src/lesson/types.ts';
import { topic, type Verdict, verdictOf } from './support/facts.ts';

const b = '--bootstrap-server localhost:9092';
const noLeader = { leader: -1, isr: [] };
const on = (leader: number, replicas: readonly number[], isr = replicas) => ({ leader, replicas, isr });
const look = `kafka-topics.sh ${b} --describe --topic rides`;
const elect = `kafka-leader-election.sh ${b} --election-type preferred --all-topic-partitions`;

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
  [
    'the leaders are right',
    { leaders: [3, 1] },
    { topic: topic('rides', [{ leader: 1 }, { leader: 3 }, { leader: 1 }]) },
    { pass: 'exists, led by brokers 1 and 3' },
  ],
  [
    'a broker leads again that should not, and nothing is out of order',
    { leaders: [1] },
    { topic: topic('rides', [{}, on(2, [2, 1])]) },
    {
      expected: 'led by broker 1',
      actual: 'led by brokers 1 and 2',
      because: 'broker 2 leads partition 1, as its preferred leader',
      tryNext: look,
    },
  ],
  [
    'a broker leads in place of the preferred leader',
    { leaders: [1] },
    { topic: topic('rides', [{}, on(2, [1, 2])]) },
    {
      expected: 'led by broker 1',
      actual: 'led by brokers 1 and 2',
      because: 'broker 2 leads partition 1 although broker 1 is its preferred leader and in sync',
      tryNext: elect,
    },
  ],
  [
    'a broker is back and does not lead yet',
    { leaders: [1, 2, 3] },
    { topic: topic('rides', [on(1, [1, 2, 3]), on(3, [2, 3, 1]), on(3, [3, 1, 2])]) },
    {
      expected: 'led by brokers 1, 2 and 3',
      actual: 'led by brokers 1 and 3',
      because: 'broker 3 leads partition 1 although broker 2 is its preferred leader and in sync',
      tryNext: elect,
    },
  ],
  [
    'a broker is away',
    { leaders: [1, 2] },
    { topic: topic('rides', [on(1, [1, 2], [1]), on(1, [2, 1], [1])]) },
    {
      expected: 'led by brokers 1 and 2',
      actual: 'led by broker 1',
      because: 'broker 1 leads partition 1: its preferred leader, broker 2, is not in sync',
      tryNext: look,
    },
  ],
  [
    'a broker only follows',
    { leaders: [1, 2] },
    { topic: topic('rides', [on(1, [1, 2])]) },
    {
      expected: 'led by brokers 1 and 2',
      actual: 'led by broker 1',
      because: 'broker 2 is the preferred leader of no partition',
      tryNext: look,
    },
  ],
  [
    'a broker has nothing of the topic',
    { leaders: [1, 2] },
    { topic: topic('rides') },
    {
      expected: 'led by brokers 1 and 2',
      actual: 'led by broker 1',
      because: 'broker 2 keeps no replica of this topic',
      tryNext: look,
    },
  ],
  [
    'a partition has no leader: that comes first',
    { leaders: [1, 2] },
    { topic: topic('rides', [on(3, [3]), { ...noLeader, replicas: [2] }]) },
    {
      expected: 'led by brokers 1 and 2',
      actual: 'led by broker 3',
      because: 'partition 1 has no leader: none of its replicas can lead (broker 2)',
      tryNext: look,
    },
  ],
  [
    'no partition has a leader',
    { leaders: [1] },
    { topic: topic('rides', [noLeader]) },
    {
      expected: 'led by broker 1',
      actual: 'led by nobody',
      because: 'partition 0 has no leader: none of its replicas can lead (broker 1)',
      tryNext: look,
    },
  ],
  [
    'the leaders are spread',
    { spread: 2 },
    { topic: topic('rides', [{}, on(2, [2])]) },
    { pass: 'exists, leaders on 2 brokers' },
  ],
  [
    'the leaders are on too few, since one has not been given back',
    { spread: 2 },
    { topic: topic('rides', [on(1, [1, 2]), on(1, [2, 1])]) },
    {
      expected: 'leaders on 2 brokers',
      actual: 'leaders on 1 broker',
      because: 'broker 1 leads partition 1 although broker 2 is its preferred leader and in sync',
      tryNext: elect,
    },
  ],
  [
    'the leaders are on too few, since a broker is away',
    { spread: 2 },
    { topic: topic('rides', [on(1, [1, 2], [1]), on(1, [2, 1], [1])]) },
    {
      expected: 'leaders on 2 brokers',
      actual: 'leaders on 1 broker',
      because: 'broker 1 leads partition 1: its preferred leader, broker 2, is not in sync',
      tryNext: look,
    },
  ],
  [
    'the leaders are on too few, and were made so',
    { spread: 3 },
    { topic: topic('rides', [on(1, [1]), on(2, [2]), on(1, [1])]) },
    {
      expected: 'leaders on 3 brokers',
      actual: 'leaders on 2 brokers',
      because: 'broker 1 leads partitions 0 and 2, broker 2 leads partition 1',
      tryNext: look,
    },
  ],
  [
    'the leaders are on too many',
    { spread: 1 },
    { topic: topic('rides', [on(1, [1]), on(2, [2])]) },
    {
      expected: 'leaders on 1 broker',
      actual: 'leaders on 2 brokers',
      because: 'broker 1 leads partition 0, broker 2 leads partition 1',
      tryNext: look,
    },
  ],
  [
    'a partition without a leader is not spread',
    { spread: 2 },
    { topic: topic('rides', [{}, { ...noLeader, replicas: [2, 3] }]) },
    {
      expected: 'leaders on 2 brokers',
      actual: 'leaders on 1 broker',
      because: 'partition 1 has no leader: none of its replicas can lead (brokers 2 and 3)',
      tryNext: look,
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
