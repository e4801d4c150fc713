import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/live/snapshot.ts';
import { lineWidth, plainText } from '../../../src/markdown/index.ts';
import { liveContent } from '../../../src/ui/content/live.ts';
import type { LiveView } from '../../../src/ui/view-state.ts';
import { group, kafka, member, partition, snapshot, topic } from '../live/support.ts';

const record = (partitionId: number, offset: bigint, key: string | null, value: string | null, name = 'orders') => ({
  topic: name,
  partition: partitionId,
  offset,
  key,
  value,
  timestamp: 0,
});

const before = snapshot({
  topics: [topic('orders', partition(0, { high: 9n }), partition(1, { high: 2n })), topic('hello', partition(0))],
  groups: [
    group('readers', {
      members: [member('app-3f2a-99', 'app', 'orders', 0, 1), member('app-77aa-00', 'app', 'orders')],
      offsets: [{ topic: 'orders', partition: 0, committed: 9n, lag: 0n }],
    }),
  ],
});

const after = snapshot(
  {
    brokers: [
      { id: 1, state: 'up' },
      { id: 2, state: 'up' },
      { id: 3, state: 'down' },
    ],
    topics: [
      topic(
        'orders',
        partition(0, { high: 12n, isr: [1, 2] }),
        partition(1, { leader: 2, high: 2n, isr: [1, 2] }),
        partition(2, { leader: 3 }),
      ),
      topic('hello', partition(0)),
    ],
    internal: ['__consumer_offsets'],
    groups: [
      group('readers', {
        members: [member('app-3f2a-99', 'app', 'orders', 0)],
        offsets: [
          { topic: 'orders', partition: 0, committed: 9n, lag: 3n },
          { topic: 'orders', partition: 1, committed: 2n, lag: 0n },
        ],
      }),
    ],
    records: [record(1, 1n, null, '가나다 커피'), record(0, 11n, 'alice', 'espresso')],
  },
  {
    connect: {
      value: {
        worker: '127.0.0.1:8083',
        connectors: [{ name: 'source', state: 'RUNNING', tasks: [{ id: 0, state: 'FAILED', trace: 'No such file' }] }],
      },
    },
  },
);

const rowsOf = (view: LiveView, width: number) => liveContent(view).flatMap((section) => section.rows(0, width));
const textOf = (now: Snapshot, baseline = now, width = 80): string =>
  plainText(rowsOf({ snapshot: now, baseline }, width));

describe('the live view', () => {
  it('says that it looks, and that nothing runs yet', () => {
    expect(plainText(rowsOf({}, 80))).toContain('Looking at Kafka.');
    expect(textOf({ owned: [] })).toContain('No Kafka runs here now. It starts by itself with the next step');
  });

  it('shows brokers, lanes, groups, connectors and records, with what changed marked', () => {
    expect(textOf(after, before, 70).split('\n')).toEqual([
      '* brokers  ✓ 1  ✓ 2  ✗ 3 down',
      '',
      '* orders  3 partitions, 3 copies each',
      '* 0 |======================> 0..11  leader 1   isr ✓1 ✓2 ✗3  +3',
      '* 1 |====>                   0..1   leader 2   isr ✓1 ✓2 ✗3  was 1',
      '+ 2 |>                       empty  leader ✗3  isr ✓1 ✓2 ✗3  new',
      '',
      '* group readers  Stable  1 member  lag 3',
      '*   app 3f2a  orders 0 (lag 3)',
      '    nobody  orders 1',
      '',
      '  connect  ✓ 127.0.0.1:8083',
      '    source  ✓ RUNNING  task 0 ✗ FAILED',
      '      No such file',
      '',
      '  last records',
      '    orders-1 @1   no key  가나다 커피',
      '+   orders-0 @11  alice  espresso',
      '',
      '  other topics: hello (1)',
      '  folded away: __consumer_offsets',
      '',
      '  + new, * changed, - gone since the step or this view was opened',
    ]);
  });

  it('marks nothing where nothing changed', () => {
    expect(textOf(before)).not.toMatch(/^[+*-]/m);
    expect(textOf(before)).not.toContain('changed');
  });

  it('keeps to every width, in cells, with Korean text', () => {
    for (const width of [37, 58, 78, 118, 198]) {
      for (const row of rowsOf({ snapshot: after, baseline: before }, width)) {
        expect(lineWidth(row)).toBeLessThanOrEqual(width);
      }
      expect(textOf(after, before, width)).toContain('leader 1');
    }
    const korean = snapshot({
      topics: [topic('orders', partition(0, { high: 1n }))],
      records: [record(0, 0n, '주문'.repeat(40), '라떼')],
    });
    for (const row of rowsOf({ snapshot: korean }, 40)) expect(lineWidth(row)).toBeLessThanOrEqual(40);
  });

  it('draws a log from its first offset, beside what was deleted', () => {
    const text = textOf(snapshot({ topics: [topic('orders', partition(0, { low: 50n, high: 100n }))] }));
    expect(text).toMatch(/^ {2}0 \.{11}\|={11}> 50\.\.99 {2}leader 1/m);
  });

  it('says calmly that nobody answers, and since when', () => {
    const at = new Date(2026, 0, 2, 15, 4, 5).getTime();
    const brokers = [{ id: 1, state: 'down' as const }];
    const text = textOf({ owned: [], kafka: { value: kafka({ brokers, topics: [] }), asOf: at } });
    expect(text).toContain('! Kafka does not answer. What is below is as of 15:04:05.');
    expect(text).toContain('brokers  ✗ 1 down');
    expect(text).not.toContain('Error');
  });

  it('tells a silent broker from a dead one', () => {
    expect(textOf(snapshot({ brokers: [{ id: 2, state: 'silent' }] }))).toContain('brokers  ? 2 silent');
  });

  it('shows a topic of another lesson as soon as something happens in it', () => {
    const now = snapshot({ topics: [topic('hello', partition(0, { high: 1n }))] });
    expect(textOf(now, snapshot({ topics: [topic('hello', partition(0))] }))).toMatch(/^\* 0 .*\+1$/m);
    expect(textOf(now)).toContain('other topics: hello (1)');
  });

  it('names what is gone', () => {
    const text = textOf(snapshot(), before);
    expect(text).toMatch(/^- orders {2}gone$/m);
    expect(text).toMatch(/^- group readers {2}gone$/m);
  });

  it('says which partition has no leader', () => {
    expect(textOf(snapshot({ topics: [topic('orders', partition(0, { leader: -1, isr: [] }))] }))).toContain(
      '✗ no leader',
    );
  });

  it('does not believe that a listed group is dead', () => {
    const text = textOf(snapshot({ groups: [group('newer', { state: 'Dead' })] }));
    expect(text).toContain('group newer  members not shown');
    expect(text).not.toContain('Dead');
  });

  it('cleans what records and their keys would do to a terminal', () => {
    const text = textOf(
      snapshot({
        topics: [topic('orders', partition(0, { high: 1n }))],
        records: [record(0, 0n, '\u001b[2Jkey', 'a\r\n\tb\u0007\u202e')],
      }),
    );
    expect(text).toMatch(/orders-0 @0 {2}key {2}a {2}b$/m);
  });

  it('says where records are compressed in a way it cannot read', () => {
    expect(textOf(snapshot({ unreadable: ['orders'] }))).toContain('Records of orders are compressed');
  });

  it('cuts a long name, not what its member holds', () => {
    const long = member(
      'connector-consumer-suppliers-sink-0-d405',
      'connector-consumer-suppliers-sink-0',
      'orders',
      0,
      1,
    );
    const text = textOf(snapshot({ groups: [group('connect-sink', { members: [long] })] }), undefined, 45);
    expect(text).toMatch(/^ {4}connector-consumer-~ d405 {2}orders 0, 1$/m);
  });

  it('folds the groups that console consumers left, but for those of this step and those of lessons', () => {
    const empty = { state: 'Empty' };
    const [old, readers] = [group('console-consumer-11', empty), group('readers', empty)];
    const busy = group('console-consumer-12', { members: [member('app-1', 'app', 'orders', 0)] });
    const former = snapshot({ groups: [old, busy, readers] });
    const text = textOf(snapshot({ groups: [old, busy, group('console-consumer-13', empty), readers] }), former);
    expect(text).toContain('folded groups: console-consumer-11\n');
    expect(text).not.toContain('group console-consumer-11');
    for (const name of ['console-consumer-12', 'console-consumer-13', 'readers'])
      expect(text).toContain(`group ${name}`);
  });

  it('does not draw fifty lanes', () => {
    const many = topic('orders', ...Array.from({ length: 50 }, (_, index) => partition(index)));
    expect(textOf(snapshot({ topics: [many] }))).toContain('and 38 partitions more');
  });
});
