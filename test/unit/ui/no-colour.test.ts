import { afterEach, describe, expect, it } from 'vitest';
import type { BrokerState } from '../../../src/live/snapshot.ts';
import { plainText } from '../../../src/markdown/index.ts';
import { languages, setLanguage } from '../../../src/messages/index.ts';
import type { Drawable } from '../../../src/platform/drawable.ts';
import type { PanelState, ServiceState } from '../../../src/session/events.ts';
import { setGlyphs } from '../../../src/terminal/glyphs.ts';
import { panelRows } from '../../../src/ui/content/board.ts';
import { checkRows } from '../../../src/ui/content/checks.ts';
import { liveContent } from '../../../src/ui/content/live.ts';
import { mapRows } from '../../../src/ui/content/map.ts';
import { headerLine } from '../../../src/ui/header.ts';
import { partition, snapshot, topic } from '../live/support.ts';
import { courseOf, lesson, packOf, step } from './support/course.ts';
import { viewOf } from './support/states.ts';

/** What stands somewhere can be told apart by symbol or word: colours only help. */

afterEach(() => {
  setLanguage('en');
  setGlyphs('lines');
});

const cases = languages.flatMap((language) =>
  (['lines', 'ascii'] satisfies Drawable[]).map((set) => [language, set] as const),
);

describe.each(cases)('without colours, in %s with %s', (language, set) => {
  const speak = (): void => {
    setLanguage(language);
    setGlyphs(set);
  };
  const expectAllDiffer = (texts: readonly string[]): void => {
    expect(texts.length).toBeGreaterThan(1);
    expect(new Set(texts).size).toBe(texts.length);
  };

  it('checks differ', () => {
    speak();
    const states = [
      { status: 'pass', expected: 'a', actual: 'a' },
      { status: 'fail', expected: 'a', actual: 'b' },
      { status: 'waiting', expected: 'a', actual: 'b', ms: 1 },
      { status: 'blocked', by: 'b', tryNext: 'c' },
      { status: 'error', problem: 'b' },
    ] as const;
    const heads = states.map((state) => plainText(checkRows({ index: 0, label: 'a', state }, 60).slice(0, 1)));
    expectAllDiffer(heads.map((head) => head.slice(0, 10)));
  });

  it('services differ', () => {
    speak();
    const states: ServiceState[] = [
      { state: 'off' },
      { state: 'starting', progress: { service: 'broker', phase: 'starting' } },
      { state: 'up', address: 'a:1' },
      { state: 'up', address: 'a:1', brokers: { count: 3, missing: ['broker-2'] } },
      { state: 'down' },
      { state: 'failed', explanation: { what: 'x' } },
    ];
    expectAllDiffer(
      states.map((state) => plainText([headerLine(viewOf([{ type: 'service', service: 'broker', state }]), 120)])),
    );
  });

  it('brokers, leaders and copies differ', () => {
    speak();
    const shown = (state: BrokerState, isr: readonly number[], leader: number): string => {
      const brokers = [1, 2, 3].map((id) => ({ id, state: id === 3 ? state : ('up' as const) }));
      const told = snapshot({ brokers, topics: [topic('orders', partition(0, { isr, leader }))] });
      const { live } = viewOf([{ type: 'live', snapshot: told }]);
      return plainText(liveContent(live).flatMap((section) => section.rows(0, 80)));
    };
    expectAllDiffer([
      shown('up', [1, 2, 3], 1),
      shown('up', [1, 2], 1),
      shown('down', [1, 2], 1),
      shown('silent', [1, 2, 3], 1),
      shown('up', [1, 2], -1),
      shown('down', [1, 2], 3),
      shown('up', [1, 2], 3),
    ]);
  });

  it('panels of a board differ', () => {
    speak();
    const panel = { id: 'couriers', title: 'Couriers', symptom: 'none' };
    const states: (PanelState | undefined)[] = [undefined, 'broken', 'mended', 'blocked'];
    expectAllDiffer(
      states.map((state) => {
        const view = { ...viewOf([]), panels: state === undefined ? {} : { couriers: state } };
        return plainText(panelRows(view, panel as unknown as Parameters<typeof panelRows>[1], 60).slice(0, 1));
      }),
    );
  });

  it('steps of the map differ', () => {
    speak();
    const pack = packOf(
      lesson(
        'a',
        'A',
        ['one', 'two', 'three', 'four'].map((id) => step(id, 'Same')),
      ),
    );
    const course = courseOf(pack, { 'a/one': 'passed', 'a/two': 'skipped' });
    const state = { ...viewOf([], { pack }), course };
    expectAllDiffer(
      mapRows(state, { kind: 'map', at: { lesson: 'a' }, unfolded: 'a', asks: false }, 80)
        .rows.slice(1)
        .map(({ line }) => plainText([line])),
    );
  });
});
