import { describe, expect, test } from 'vitest';
import type { GroupFacts } from '../../../src/check/facts.ts';
import { judgeGroup } from '../../../src/check/group.ts';
import type { AssertionOf } from '../../../src/lesson/types.ts';
import { group, type Verdict, verdictOf } from './support/facts.ts';

const look = 'kafka-consumer-groups.sh --bootstrap-server localhost:9092 --describe --group readers';
const late = 'a consumer commits what it has read every few seconds, and when it ends';
const newer = 'the group uses a newer protocol, whose members this program cannot see';

const member = (...partitions: number[]): GroupFacts['members'][number] => ({
  id: 'm',
  clientId: 'c',
  assignment: [{ topic: 'rides', partitions }],
});
const offset = (partition: number, committed: bigint, end: bigint) => ({ topic: 'rides', partition, committed, end });
const committed = group({ offsets: [offset(0, 3n, 5n), offset(1, 4n, 4n)] });

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
  ['lag is lower', { lag: 5 }, committed, { expected: 'lag 5', actual: 'lag 2', tryNext: look }],
  [
    'nothing committed is no lag of 0',
    { lag: 0 },
    group(),
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
    'an offset is past it',
    { offsets: { rides: 6 } },
    committed,
    { expected: 'rides at offset 6', actual: 'rides at offset 7', tryNext: look },
  ],
  [
    'nothing committed for that topic',
    { offsets: { other: 0 } },
    committed,
    { expected: 'other at offset 0', actual: 'nothing committed yet', because: late, tryNext: look },
  ],
];

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
