import { describe, expect, test } from 'vitest';
import { judgeCluster } from '../../../src/check/cluster.ts';
import type { TopicFacts } from '../../../src/check/facts.ts';
import type { AssertionOf } from '../../../src/lesson/types.ts';
import { topic, type Verdict, verdictOf } from './support/facts.ts';

const offline = topic('rides', [{}, { leader: -1 }]);

type Row = readonly [
  name: string,
  wanted: Omit<AssertionOf<'cluster'>, 'subject'>,
  found: { brokers: number; topics?: readonly TopicFacts[] },
  verdict: Verdict,
];

const rows: readonly Row[] = [
  ['it runs', {}, { brokers: 1 }, { pass: '1 broker' }],
  ['no broker has registered yet', {}, { brokers: 0 }, { expected: 'running', actual: '0 brokers' }],
  ['brokers are right', { brokers: 3 }, { brokers: 3 }, { pass: '3 brokers' }],
  ['a broker is missing', { brokers: 3 }, { brokers: 2 }, { expected: '3 brokers', actual: '2 brokers' }],
  [
    'nothing is offline',
    { offlinePartitions: 0 },
    { brokers: 1, topics: [topic('rides', 3)] },
    { pass: '0 partitions without a leader' },
  ],
  [
    'a partition is offline',
    { offlinePartitions: 0 },
    { brokers: 1, topics: [topic('other'), offline] },
    {
      expected: '0 partitions without a leader',
      actual: '1 partition without a leader',
      because: 'for one, partition 1 of rides',
    },
  ],
  [
    'a partition should be offline',
    { brokers: 2, offlinePartitions: 1 },
    { brokers: 2, topics: [offline] },
    { pass: '2 brokers, 1 partition without a leader' },
  ],
  [
    'it is not offline yet',
    { offlinePartitions: 1 },
    { brokers: 2, topics: [topic('rides')] },
    { expected: '1 partition without a leader', actual: '0 partitions without a leader' },
  ],
];

describe('the cluster', () => {
  test.each(rows)('%s', (_, wanted, { brokers, topics = [] }, verdict) => {
    const ids = Array.from({ length: brokers }, (__, index) => ({ id: index + 1, host: '127.0.0.1', port: 9092 }));
    expect(verdictOf(judgeCluster({ subject: 'cluster', ...wanted }, { brokers: ids, topics }))).toEqual(verdict);
  });
});
