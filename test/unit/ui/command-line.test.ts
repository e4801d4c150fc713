import { describe, expect, it, vi } from 'vitest';
import { loadToolTable } from '../../../src/command/tools/tool-table.ts';
import { plainText, textWidth } from '../../../src/markdown/index.ts';
import type { SessionEvent } from '../../../src/session/events.ts';
import type { UiAction } from '../../../src/ui/actions.ts';
import { drawFrame } from '../../../src/ui/frame.ts';
import type { Store } from '../../../src/ui/store.ts';
import { isBusy } from '../../../src/ui/view.ts';
import { enter, esc, key, notice, situation, started } from './support/keyboard.ts';
import { ref } from './support/states.ts';

const tools = await loadToolTable();
const tab = key('tab');
const at = '--bootstrap-server localhost:9092';

const live = (...topics: readonly string[]): SessionEvent => ({
  type: 'live',
  snapshot: {
    owned: [],
    kafka: {
      value: {
        clusterId: 'c',
        brokers: [{ id: 1, state: 'up' }],
        topics: topics.map((name) => ({ name, partitions: [] })),
        internal: [],
        groups: [],
        records: [],
        unreadable: [],
      },
    },
  },
});

/** The command line is open, and the tools and these topics are known. */
function opened(topics: readonly string[] = ['orders', 'payments'], more: readonly (SessionEvent | UiAction)[] = []) {
  const app = started([{ type: 'tools-known', tools }, live(...topics), ...more]);
  app.press('/');
  return app;
}
const text = (store: Store) => store.get().command.text;
const screen = (store: Store) => plainText(drawFrame(store.get()).rows);
const paste = (pasted: string) => ({ type: 'paste', text: pasted }) as const;

describe('Tab in the command line', () => {
  it('completes what is certain, with a blank behind it', () => {
    const { store, press } = opened();
    press(...'kafka-top', tab);
    expect(text(store)).toBe('kafka-topics.sh ');
    expect(store.get().aid).toBeUndefined();
  });

  it('shows what remains with what it is; typing narrows it, Esc closes it', () => {
    const { store, press } = opened();
    press(...'kafka-topics.sh --de', tab);
    expect(screen(store)).toMatch(/--delete +Delete a topic/);
    expect(screen(store)).toMatch(/--describe +List details/);
    press('s');
    expect(screen(store)).not.toContain('Delete a topic');
    press(esc);
    expect(screen(store)).not.toContain('List details');
    expect(store.get().focus).toBe('command');
    press(esc);
    expect(store.get().focus).toBe('lesson');
  });

  it('walks through them with Tab, Shift+Tab and the arrows, and puts back what was typed', () => {
    const { store, press } = opened();
    press(...'kafka-topics.sh --topic ', tab, tab);
    expect(text(store)).toBe('kafka-topics.sh --topic orders');
    press(tab);
    expect(text(store)).toBe('kafka-topics.sh --topic payments');
    press(key('shift-tab'));
    expect(text(store)).toBe('kafka-topics.sh --topic orders');
    press(key('down'), key('down'));
    expect(text(store)).toBe('kafka-topics.sh --topic orders');
    press(esc);
    expect(text(store)).toBe('kafka-topics.sh --topic ');
  });

  it('takes the example that an empty line shows, or what is advised beside a check', () => {
    const { store, press } = opened();
    expect(screen(store)).toContain('Right takes this one: kafka-topics.sh');
    press(key('right'));
    expect(store.get().command.text).toBe('kafka-topics.sh --bootstrap-server localhost:9092 --list');
    press(key('ctrl-c'));
    const advice = 'kafka-topics.sh --bootstrap-server localhost:9092 --delete --topic quickstart-events';
    const result = { status: 'fail', expected: '1 partition', actual: '3 partitions', tryNext: advice } as const;
    store.tell({ type: 'check', ref: ref('create'), index: 0, label: 'topic', state: result });
    press('/', key('right'));
    expect(store.get().command.text).toBe(advice);
  });

  it('moves on from an empty line, and back', () => {
    const { store, press } = opened();
    press(tab);
    expect(store.get().focus).toBe('lesson');
    press(key('shift-tab'));
    expect(store.get().focus).toBe('command');
    press('x', key('shift-tab'));
    expect(store.get().focus).toBe('lesson');
  });

  it('says what an option wants where no name can be offered, and that there is nothing', () => {
    const { store, press } = opened();
    press(...'kafka-topics.sh --partitions ', tab);
    expect(screen(store)).toMatch(/--partitions wants a value \(# of partitions\): The number/);
    press('3');
    expect(screen(store)).not.toContain('wants a value');
    press(key('ctrl-u'), ...'tar ', tab);
    expect(screen(store)).toContain('Nothing to complete here.');
    expect(text(store)).toBe('tar ');
  });

  it('has no candidates, and no error, where nothing is known of the cluster', () => {
    const { store, press } = started([{ type: 'tools-known', tools }]);
    press('/', ...'kafka-topics.sh --topic ', tab);
    expect(store.get().aid?.kind).toBe('note');
    expect(text(store)).toBe('kafka-topics.sh --topic ');
  });

  it('keeps columns with Korean names, in every window', () => {
    const { store, press } = opened([
      '공지-사항',
      '주문-내역',
      'orders',
      ...Array.from({ length: 60 }, (_, n) => `t-${n}`),
    ]);
    press(...'kafka-topics.sh --topic ', tab);
    for (const [columns, rows] of [
      [60, 16],
      [80, 24],
      [120, 40],
    ] as const) {
      store.act({ type: 'resized', size: { columns, rows } });
      const drawn = screen(store).split('\n');
      expect(drawn.length).toBeLessThan(rows);
      for (const row of drawn) expect(textWidth(row)).toBeLessThanOrEqual(columns);
      expect(screen(store)).toContain('공지-사항');
      expect(screen(store)).toMatch(/\d+ more; type on/);
      expect(drawFrame(store.get()).cursor).toEqual({ x: 27, y: drawn.length - 2 });
    }
  });
});

describe('a line that is probably not meant so', () => {
  it('stays, is explained, and can be mended by Tab', () => {
    const { store, session, press } = opened();
    press(...'kafka-topics.sh --list', enter);
    expect(session.asked).not.toContain('type kafka-topics.sh --list');
    expect(screen(store)).toContain('was not told where Kafka is');
    expect(screen(store)).toContain(`Tab  kafka-topics.sh ${at} --list`);
    press(tab);
    expect(text(store)).toBe(`kafka-topics.sh ${at} --list`);
    press(enter);
    expect(session.asked).toContain(`type kafka-topics.sh ${at} --list`);
  });

  it('says which tool was probably meant', () => {
    const { store, press } = opened();
    press(...'kafka-topcs.sh --list', enter);
    expect(screen(store)).toContain('There is no tool "kafka-topcs" here.');
    expect(screen(store)).toContain('Did you mean kafka-topics.sh?');
    press(tab);
    expect(text(store)).toBe('kafka-topics.sh --list');
  });

  it('runs all the same when it is sent again', () => {
    const { session, press } = opened();
    press(...'kafka-topics.sh --list', enter, enter);
    expect(session.asked).toContain('type kafka-topics.sh --list');
  });

  it('is looked at anew once it was changed', () => {
    const { store, session, press } = opened();
    press(...'kafka-topics.sh --lis', enter, 't', enter);
    expect(session.asked.filter((asked) => asked.startsWith('type'))).toEqual([]);
    expect(store.get().aid).toMatchObject({ kind: 'doubt', line: 'kafka-topics.sh --list' });
  });
});

describe('pasted lines', () => {
  const three = paste('echo a\n$ echo b \\\n> c\n$ echo d\n$ echo e');

  it('come one after the other, and nothing runs by itself', async () => {
    const { store, session, press } = opened();
    press(three);
    expect(text(store)).toBe('echo b c');
    expect(screen(store)).toContain('2 more lines wait: Enter runs this one, then brings the next.');
    expect(session.asked.filter((asked) => asked.startsWith('type'))).toEqual([]);
    press(enter);
    await vi.waitFor(() => expect(text(store)).toBe('echo d'));
    expect(store.get().focus).toBe('command');
    expect(screen(store)).toContain('1 more line waits');
    press(enter);
    await vi.waitFor(() => expect(text(store)).toBe('echo e'));
    expect(store.get().waiting).toEqual([]);
    expect(isBusy(store.get())).toBe(false);
  });

  it.each([
    ['Esc', esc],
    ['Ctrl+C', key('ctrl-c')],
  ])('are dropped by %s, which is told', (_, pressed) => {
    const { store, press } = opened();
    press(three, pressed);
    expect(store.get().waiting).toEqual([]);
    expect(notice(store)).toBe('2 lines of what was pasted are dropped.');
  });

  it('are lines sent where a command reads them; the unfinished one stays', () => {
    const { store, session, press } = started(situation('typing into a producer'));
    press('a', paste('b\nsecond\nthird'));
    expect(session.asked).toEqual(expect.arrayContaining(['send ab', 'send second']));
    expect(session.asked).not.toContain('send third');
    expect(store.get().input.text).toBe('third');
  });
});

describe('candidates that are open', () => {
  it('are completed whole once one is left, and do not follow into the next word', () => {
    const { store, press } = opened();
    press(...'kafka-t', tab, 'o', tab);
    expect(text(store)).toBe('kafka-topics.sh ');
    press(...'--de', tab, tab, ' ');
    expect(text(store)).toBe('kafka-topics.sh --delete ');
    expect(store.get().aid).toBeUndefined();
  });
});

describe('Ctrl+D in the command line', () => {
  it('takes the character at the cursor, and leaves an empty line', () => {
    const { store, press } = opened();
    press(...'토픽', key('left'), key('ctrl-d'));
    expect(text(store)).toBe('토');
    press(key('ctrl-u'), key('ctrl-d'));
    expect(store.get().focus).toBe('lesson');
  });
});

describe('a line that cannot be run at all', () => {
  it('is told in the command line and never sent, however often', () => {
    const { store, press, session } = opened();
    press(...'create', enter, enter);
    expect(screen(store)).toContain('There is no tool "create" here.');
    expect(screen(store)).not.toMatch(/run (it )?all the same/i);
    expect(session.asked).not.toContain('type create');
    expect(text(store)).toBe('create');
    expect(store.get().focus).toBe('command');
  });
});
