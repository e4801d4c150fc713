import { describe, expect, it } from 'vitest';
import type { ConnectorFacts } from '../../../src/check/connect-facts.ts';
import type { ServiceName } from '../../../src/lesson/types.ts';
import type { Snapshot } from '../../../src/live/snapshot.ts';
import { lineWidth, plainText } from '../../../src/markdown/index.ts';
import { liveContent } from '../../../src/ui/content/live.ts';
import type { LiveView, ViewState } from '../../../src/ui/view-state.ts';
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

const onOrders = [{ topic: 'orders', partition: 0, committed: 0n }];
const withConnectors = (connectors: readonly ConnectorFacts[]) =>
  snapshot({}, { connect: { value: { worker: '127.0.0.1:8083', connectors } } });
const starting = (service: ServiceName) => ({ state: 'starting', progress: { service, phase: 'starting' } }) as const;

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
      '  connect  ✓ 127.0.0.1:8083',
      '    source  ✓ RUNNING  task 0 ✗ FAILED',
      '      No such file',
      '',
      '* group readers  Stable  1 member, was 2  lag 3',
      '*   app 3f2a  orders 0 (lag 3)',
      '-   app 77aa  gone',
      '    nobody  orders 1',
      '',
      '  last records',
      '    orders-1 @1   no key  가나다 커피',
      '+   orders-0 @11  alice  espresso',
      '',
      '  other topics: hello (1)',
      '  folded away: __consumer_offsets',
      '',
      '  + new, * changed, - gone since the step was opened, or the last look',
      '  before it',
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
    const text = textOf(snapshot({ groups: [group('newer', { state: 'Dead', offsets: onOrders })] }));
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

  it('folds the groups that console consumers left, at once, and says nothing of how', () => {
    const empty = { state: 'Empty', offsets: onOrders };
    const [old, readers] = [group('console-consumer-11', empty), group('readers', empty)];
    const busy = group('console-consumer-12', { members: [member('app-1', 'app', 'orders', 0)] });
    const former = snapshot({ groups: [old, busy, readers] });
    const text = textOf(snapshot({ groups: [old, busy, group('console-consumer-13', empty), readers] }), former);
    expect(text).toContain('folded groups: console-consumer-11, console-consumer-13');
    expect(text).not.toMatch(/group console-consumer-1[13]/);
    for (const name of ['console-consumer-12', 'readers']) expect(text).toContain(`group ${name}`);
    expect(text).not.toContain('changed');
    expect(textOf(snapshot({ groups: [readers] }), former)).not.toContain('console-consumer-11');
  });

  it('folds the groups that read nothing of the lesson, until something happens in them', () => {
    const committed = (offset: bigint) =>
      group('hello-readers', { offsets: [{ topic: 'hello', partition: 0, committed: offset }] });
    const [idle, busy] = [snapshot({ groups: [committed(1n)] }), snapshot({ groups: [committed(2n)] })];
    expect(textOf(idle)).toContain('folded groups: hello-readers');
    expect(textOf(idle)).not.toContain('group hello-readers');
    expect(textOf(busy, idle)).toMatch(/^\* group hello-readers {2}Stable/m);
  });

  it('wraps what is too long for a row, and keeps lags whole', () => {
    const reader = member('connector-consumer-arrivals-sink-0b8e', 'connector-consumer-arrivals-sink', 'orders', 0, 1);
    const offsets = [0, 1, 2, 3].map((id) => ({ topic: 'orders', partition: id, committed: 0n, lag: 2n }));
    const text = textOf(snapshot({ groups: [group('connect-sink', { members: [reader], offsets })] }), undefined, 49);
    expect(text.split('\n').slice(4)).toEqual([
      '  group connect-sink  Stable  1 member  lag 8',
      '    connector-consumer-~ 0b8e',
      '      orders 0 (lag 2), 1 (lag 2)',
      '    nobody  orders 2 (lag 2), 3 (lag 2)',
    ]);
  });

  it('shows why a task failed, in four rows at most', () => {
    const failed = (trace: string) => withConnectors([{ name: 'a', tasks: [{ id: 0, state: 'FAILED', trace }] }]);
    const short = textOf(failed("ConnectException: Couldn't find or create topic arrivals"), undefined, 49);
    expect(short).toContain("      ConnectException: Couldn't find or create\n        topic arrivals");
    const rows = textOf(failed('why '.repeat(99)), undefined, 49).split('\n');
    expect(rows.filter((row) => row.includes('why'))).toHaveLength(4);
    expect(rows.find((row) => row.endsWith('~'))).toMatch(/^ {8}why/);
  });

  it('does not say with the sign of what is gone that a connector is paused', () => {
    const paused = withConnectors([{ name: 'a', state: 'PAUSED', tasks: [{ id: 0, state: 'PAUSED' }] }]);
    expect(textOf(paused)).toContain('    a  = PAUSED  task 0 = PAUSED');
  });

  it('names connectors that came and went within the step', () => {
    const none = withConnectors([]);
    const names = { topics: ['lost'], groups: [], connectors: ['sink'], brokers: [] };
    const text = plainText(rowsOf({ snapshot: none, baseline: none, names }, 80));
    expect(text).toMatch(/connect {2}✓ 127\.0\.0\.1:8083 {2}no connectors left\n- {3}sink {2}gone/);
    expect(text).toMatch(/^- lost {2}gone\n {2}no topics left$/m);
    expect(textOf(none)).toContain('no connectors yet');
  });

  it('dims what a Connect worker said that does not answer now', () => {
    const at = new Date(2026, 0, 2, 15, 4, 5).getTime();
    const { connect, ...rest } = withConnectors([{ name: 'a', state: 'RUNNING', tasks: [] }]);
    const lost = { ...rest, ...(connect && { connect: { ...connect, asOf: at } }) };
    const rows = rowsOf({ snapshot: lost }, 49);
    expect(plainText(rows)).toContain(
      'connect  ✗ 127.0.0.1:8083 does not answer, as\n    of 15:04:05\n    a  ✓ RUNNING',
    );
    const known = rows.find((row) => plainText([row]).includes('RUNNING')) ?? [];
    expect(known.filter(({ text }) => text.trim() !== '').map(({ tone }) => tone)).toEqual(['dim', 'dim']);
    const coming = liveContent({ snapshot: lost }, { services: { connect: starting('connect') } });
    expect(plainText(coming.flatMap((section) => section.rows(0, 80)))).toContain(
      'connect  127.0.0.1:8083 starting, as of 15:04:05',
    );
  });

  it('says that Kafka is on its way where it is', () => {
    const at = new Date(2026, 0, 2, 15, 4, 5).getTime();
    const shown = (now: Snapshot, services: ViewState['services']) =>
      plainText(liveContent({ snapshot: now }, { services }).flatMap((section) => section.rows(0, 80)));
    const cluster = { cluster: starting('cluster') };
    expect(shown({ owned: [] }, cluster)).toBe('  The cluster is being started.');
    const lost = { owned: [], kafka: { value: kafka(), asOf: at } };
    expect(shown(lost, cluster)).toContain('The cluster is being started. What is below is as of 15:04:05.');
    expect(shown(lost, cluster)).not.toContain('does not answer');
    expect(shown(lost, { connect: starting('connect') })).toContain('! Kafka does not answer.');
    expect(shown(snapshot(), cluster)).not.toContain('started');
  });

  it('does not draw fifty lanes', () => {
    const many = topic('orders', ...Array.from({ length: 50 }, (_, index) => partition(index)));
    expect(textOf(snapshot({ topics: [many] }))).toContain('and 38 partitions more');
  });
});
