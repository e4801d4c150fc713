import { describe, expect, test } from 'vitest';
import type { GroupFacts } from '../../../src/check/facts.ts';
import { type GroupEvidence, judgeGroup } from '../../../src/check/group.ts';
import type { AssertionOf } from '../../../src/lesson/types.ts';
import { group, topic, type Verdict, verdictOf } from './support/facts.ts';

const look = 'kafka-consumer-groups.sh --bootstrap-server localhost:9092 --describe --group readers';
const late = 'a consumer commits what it has read every few seconds, and when it ends';
const newer = 'the group uses a newer protocol, whose members this program cannot see';

const member = (...partitions: number[]): GroupFacts['members'][number] => ({
  id: 'm',
  clientId: 'c',
  assignment: [{ topic: 'rides', partitions }],
});
const offset = (partition: number, committed: bigint, end: bigint) => ({ topic: 'rides', partition, committed, end });
const left = group({ offsets: [offset(0, 3n, 5n), offset(1, 4n, 4n)] });
const committed = { ...left, members: [member(0, 1)] };

type Row = readonly [
  name: string,
  wanted: Omit<AssertionOf<'group'>, 'subject' | 'group'>,
  found: GroupFacts | undefined,
  verdict: Verdict,
];

const rows: readonly Row[] = [
  ['it exists', {}, group(), { pass: 'exists' }],
  ['it is missing', {}, undefined, { expected: 'exists', actual: 'no such group' }],
  ['it is gone, as wanted', { exists: false }, undefined, { pass: 'no such group' }],
  ['it should be gone', { exists: false }, group(), { expected: 'no such group', actual: 'exists' }],
  ['its state is right', { state: 'stable' }, group(), { pass: 'exists, state Stable' }],
  [
    'its state is another',
    { state: 'Empty' },
    group(),
    { expected: 'state Empty', actual: 'state Stable', tryNext: look },
  ],
  [
    'its members cannot be seen',
    { members: 1 },
    group({ state: 'Dead' }),
    { expected: '1 member', actual: '0 members', because: newer, tryNext: look },
  ],
  [
    'its state cannot be seen',
    { state: 'Stable' },
    group({ state: 'Dead' }),
    { expected: 'state Stable', actual: 'state Dead', because: newer, tryNext: look },
  ],
  ['its members are right', { members: 2 }, group({ members: [member(0), member(1)] }), { pass: 'exists, 2 members' }],
  [
    'a member is missing',
    { members: 2 },
    group({ members: [member(0)] }),
    { expected: '2 members', actual: '1 member', tryNext: look },
  ],
  [
    'one is idle',
    { idle: 1 },
    group({ members: [member(0, 1), member(), { ...member(2), assignment: [{ topic: 'rides', partitions: [2] }] }] }),
    { pass: 'exists, 1 member without a partition' },
  ],
  [
    'none is idle',
    { idle: 1 },
    group({ members: [member(0)] }),
    { expected: '1 member without a partition', actual: '0 members without a partition', tryNext: look },
  ],
  ['lag is right', { lag: 2 }, committed, { pass: 'exists, lag 2' }],
  ['lag is higher', { lag: 0 }, committed, { expected: 'lag 0', actual: 'lag 2', because: late, tryNext: look }],
  ['lag is higher, and nobody reads any more', { lag: 0 }, left, { expected: 'lag 0', actual: 'lag 2', tryNext: look }],
  ['lag is lower', { lag: 5 }, committed, { expected: 'lag 5', actual: 'lag 2', tryNext: look }],
  [
    'nothing committed is no lag of 0',
    { lag: 0 },
    group({ members: [member(0)] }),
    { expected: 'lag 0', actual: 'nothing committed yet', because: late, tryNext: look },
  ],
  ['offsets by topic', { offsets: { rides: 7 } }, committed, { pass: 'exists, rides at offset 7' }],
  [
    'offsets by partition',
    { offsets: { rides: { '0': 3, '1': 4 } } },
    committed,
    { pass: 'exists, rides partition 0 at offset 3, rides partition 1 at offset 4' },
  ],
  [
    'an offset is short',
    { offsets: { rides: { '0': 5 } } },
    committed,
    {
      expected: 'rides partition 0 at offset 5',
      actual: 'rides partition 0 at offset 3',
      because: late,
      tryNext: look,
    },
  ],
  [
    'an offset is short, and nobody reads any more',
    { offsets: { rides: { '0': 5 } } },
    left,
    { expected: 'rides partition 0 at offset 5', actual: 'rides partition 0 at offset 3', tryNext: look },
  ],
  [
    'an offset is past it',
    { offsets: { rides: 6 } },
    committed,
    { expected: 'rides at offset 6', actual: 'rides at offset 7', tryNext: look },
  ],
  [
    'a partition stands where a topic does',
    { offsets: { 'rides-0': 3 } },
    committed,
    {
      expected: 'rides-0 at offset 3',
      actual: 'nothing committed yet',
      because: 'the group has read rides and no topic rides-0; partition 0 of rides is { rides: { 0: N } }',
      tryNext: look,
    },
  ],
  [
    'nothing committed for that topic',
    { offsets: { other: 0 } },
    committed,
    { expected: 'other at offset 0', actual: 'nothing committed yet', because: late, tryNext: look },
  ],
];

const rides = topic('rides', 3);
const stable = (...members: readonly GroupFacts['members'][number][]) => group({ members });
const allHeld = '3 of 3 partitions of rides held by one member each';

type AssignedRow = readonly [
  name: string,
  evidence: Partial<GroupEvidence> & { readonly group: GroupFacts | undefined },
  verdict: Verdict,
];

const assignedRows: readonly AssignedRow[] = [
  ['one member holds all', { group: stable(member(0, 1, 2)) }, { pass: `exists, ${allHeld}` }],
  [
    'three members and an idle one',
    { group: stable(member(2), member(0), member(), member(1)) },
    {
      pass: `exists, ${allHeld}`,
    },
  ],
  [
    'a partition is held by nobody',
    { group: stable(member(0), member(1)) },
    {
      expected: allHeld,
      actual: '2 of 3 partitions of rides held by one member each',
      because: 'partition 2 of rides is held by nobody',
      tryNext: look,
    },
  ],
  [
    'two partitions are held by nobody',
    { group: stable(member(1)) },
    {
      expected: allHeld,
      actual: '1 of 3 partitions of rides held by one member each',
      because: 'partitions 0 and 2 of rides are held by nobody',
      tryNext: look,
    },
  ],
  [
    'a partition is held twice',
    { group: stable(member(0, 1), member(1, 2)) },
    {
      expected: allHeld,
      actual: '2 of 3 partitions of rides held by one member each',
      because: 'partition 1 of rides is held by 2 members',
      tryNext: look,
    },
  ],
  [
    'a partition has no leader',
    { group: stable(member(0, 1)), topics: [topic('rides', [{}, {}, { leader: -1, isr: [] }])] },
    {
      expected: allHeld,
      actual: '2 of 3 partitions of rides held by one member each',
      because: 'partition 2 of rides has no leader, so nobody can read it',
      tryNext: look,
    },
  ],
  [
    'its members read something else',
    { group: stable({ ...member(), assignment: [{ topic: 'orders', partitions: [0] }] }) },
    {
      expected: allHeld,
      actual: '0 of 3 partitions of rides held by one member each',
      because: 'its members read another topic: orders',
      tryNext: look,
    },
  ],
  [
    'it is empty',
    { group: group({ state: 'Empty' }) },
    {
      expected: allHeld,
      actual: '0 of 3 partitions of rides held by one member each',
      because: 'no consumer of the group readers is running',
      tryNext: look,
    },
  ],
  [
    'it is empty and somebody consumes without --group',
    { group: group({ state: 'Empty' }), names: ['readers', 'console-consumer-12345'] },
    {
      expected: allHeld,
      actual: '0 of 3 partitions of rides held by one member each',
      because: 'a console consumer runs without --group, as console-consumer-12345',
      tryNext: look,
    },
  ],
  [
    'its members cannot be seen',
    { group: group({ state: 'Dead' }), names: ['readers', 'console-consumer-12345'] },
    {
      expected: allHeld,
      actual: '0 of 3 partitions of rides held by one member each',
      because: newer,
      tryNext: look,
    },
  ],
  [
    'it hands out its partitions',
    { group: group({ state: 'PreparingRebalance', members: [member(), member()] }) },
    {
      expected: allHeld,
      actual: '0 of 3 partitions of rides held by one member each',
      because: 'the group is handing out its partitions anew',
      tryNext: look,
    },
  ],
  [
    'there is no such topic',
    { group: stable(member(0)), topics: [] },
    {
      expected: 'all partitions of rides held by one member each',
      actual: 'no topic rides',
      tryNext: 'kafka-topics.sh --bootstrap-server localhost:9092 --create --topic rides',
    },
  ],
  [
    'it is missing',
    { group: undefined, names: ['reader'] },
    {
      expected: `exists, ${allHeld}`,
      actual: 'no such group',
      because: 'there is a group reader, without the s',
    },
  ],
];

describe('assigned', () => {
  test.each(assignedRows)('%s', (_, evidence, verdict) => {
    const assertion = { subject: 'group', group: 'readers', assigned: ['rides'] } as const;
    expect(verdictOf(judgeGroup(assertion, { names: [], topics: [rides], ...evidence }))).toEqual(verdict);
  });

  test('several topics are told one by one', () => {
    const assertion = { subject: 'group', group: 'readers', assigned: ['rides', 'orders'] } as const;
    const evidence = { group: stable(member(0, 1, 2)), names: [], topics: [rides, topic('orders')] };
    expect(verdictOf(judgeGroup(assertion, evidence))).toEqual({
      expected: '1 of 1 partition of orders held by one member each',
      actual: '0 of 1 partition of orders held by one member each',
      because: 'its members read another topic: rides',
      tryNext: look,
    });
  });
});

describe('a group', () => {
  test.each(rows)('%s', (_, wanted, found, verdict) => {
    const assertion = { subject: 'group', group: 'readers', ...wanted } as const;
    expect(verdictOf(judgeGroup(assertion, { group: found, names: [] }))).toEqual(verdict);
  });

  test.each([
    [['reader', 'console-consumer-12345'], 'there is a group reader, without the s'],
    [['console-consumer-12345'], 'a console consumer runs without --group, as console-consumer-12345'],
    [['console-consumer-x'], undefined],
  ])('missing among %j', (names, because) => {
    const assertion = { subject: 'group', group: 'readers', members: 1 } as const;
    expect(verdictOf(judgeGroup(assertion, { group: undefined, names }))).toEqual({
      expected: 'exists, 1 member',
      actual: 'no such group',
      ...(because !== undefined && { because }),
    });
  });
});
