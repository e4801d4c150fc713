import { describe, expect, it } from 'vitest';
import { wantsLive } from '../../../src/ui/view.ts';
import { partition, snapshot, topic } from '../live/support.ts';
import { esc, key, started } from './support/keyboard.ts';
import { rowsOf, situations, textOf, viewOf } from './support/states.ts';

const seen = { type: 'live', snapshot: snapshot({ topics: [topic('orders', partition(0, { high: 3n }))] }) } as const;
const more = { type: 'live', snapshot: snapshot({ topics: [topic('orders', partition(0, { high: 5n }))] }) } as const;
const open = { type: 'live-toggled' } as const;
const resized = (columns: number, rows: number) => ({ type: 'resized', size: { columns, rows } }) as const;
const wide = { columns: 120, rows: 40 };

describe('the live view on the screen', () => {
  it('stands at the right of a large window from the start, and goes with v', () => {
    expect(textOf([seen], wide)).toMatch(/│ {3}brokers {2}✓ 1 {2}✓ 2 {2}✓ 3$/m);
    expect(textOf([seen, open], wide)).not.toContain('brokers');
    expect(textOf([seen, open, open], wide)).toContain('brokers');
  });

  it('waits to be asked for in a smaller one', () => {
    expect(textOf([seen], { columns: 110, rows: 30 })).not.toContain('brokers');
    expect(textOf([seen, open], { columns: 110, rows: 30 })).toMatch(/│ {3}brokers/);
  });

  it.each([
    [80, 24],
    [60, 16],
  ])('is a page of its own at %ix%i, which Esc and v close', (columns, rows) => {
    expect(textOf([seen], { columns, rows })).not.toContain('brokers');
    const { store, press } = started([seen, resized(columns, rows)]);
    press('v');
    expect(store.get().overlay.kind).toBe('live');
    press(esc);
    expect(store.get().overlay.kind).toBe('none');
    press('v', 'v');
    expect(store.get().overlay.kind).toBe('none');
    const page = rowsOf([resized(columns, rows), seen, open], { columns, rows });
    expect(page[1]).toMatch(/─ live ──$/);
    expect(page.join('\n')).toContain('orders  1 partition, 3 copies each');
    expect(page.at(-1)).toContain('Esc close');
  });

  it('opens with the key of the same place in Hangul mode', () => {
    const { store, press } = started([seen]);
    press('ㅍ');
    expect(store.get().overlay.kind).toBe('live');
  });

  it('never takes more than a third of the column from output that needs it', () => {
    const rows = rowsOf([seen, ...(situations['a flood'] ?? [])], wide);
    expect(rows.join('\n')).toContain('2999 ');
    const start = rows.findIndex((row) => / live ──$/.test(row));
    expect(start).toBeGreaterThan(24);
    expect(rows[start + 1]).toContain('brokers');
  });

  it('is reached with Tab and scrolled by the keys of panes', () => {
    const lanes = Array.from({ length: 12 }, (_, index) => partition(index));
    const long = { type: 'live', snapshot: snapshot({ topics: [topic('orders', ...lanes)] }) } as const;
    const { store, press } = started([long, resized(100, 16), open]);
    press(key('tab'));
    expect(store.get().focus).toBe('live');
    press('G');
    expect(store.get().scroll['live']).toBeDefined();
    press('v');
    expect(store.get()).toMatchObject({ focus: 'lesson', pane: 'lesson' });
  });

  it('scrolls as a page too', () => {
    const lanes = Array.from({ length: 12 }, (_, index) => partition(index));
    const long = { type: 'live', snapshot: snapshot({ topics: [topic('orders', ...lanes)] }) } as const;
    const { store, press } = started([long, resized(60, 16)]);
    press('v', 'j');
    expect(store.get().scroll['overlay']).toMatchObject({ at: 'anchor' });
  });

  it('moves with the window: beside the lesson or over it', () => {
    const small = viewOf([seen, resized(80, 24), open]);
    expect(wantsLive(small)).toBe(true);
    const grown = viewOf([seen, resized(80, 24), open, resized(100, 30)]);
    expect(grown.overlay.kind).toBe('none');
    expect(wantsLive(grown)).toBe(true);
    expect(wantsLive(viewOf([seen, resized(100, 30), open, { type: 'focused', focus: 'live' }, resized(80, 24)]))).toBe(
      false,
    );
    const lost = viewOf([resized(100, 30), open, { type: 'focused', focus: 'live' }, resized(80, 24)]);
    expect(lost).toMatchObject({ focus: 'lesson', pane: 'lesson' });
  });

  it('counts changes from the step on, or from the first sight', () => {
    expect(textOf([seen, more], wide)).toMatch(/\* 0 .*\+2$/m);
    expect(textOf([seen, { type: 'opened', ref: { lesson: 'topics', step: 'why' } }, more], wide)).toMatch(
      /\* 0 .*\+2$/m,
    );
    const next = textOf([seen, more, { type: 'opened', ref: { lesson: 'topics', step: 'why' } }, more], wide);
    expect(next).not.toContain('+2');
  });

  it('tells what came and went, but not of the step before, nor of another cluster', () => {
    const none = { type: 'live', snapshot: snapshot() } as const;
    const other = { type: 'live', snapshot: snapshot({ clusterId: 'other' }) } as const;
    const opened = { type: 'opened', ref: { lesson: 'topics', step: 'why' } } as const;
    expect(textOf([none, seen, none], wide)).toMatch(/- orders {2}gone$/m);
    expect(textOf([none, seen, none, opened, none], wide)).not.toContain('gone');
    expect(textOf([none, seen, other], wide)).not.toContain('gone');
  });

  it('begins anew with another cluster', () => {
    const other = {
      type: 'live',
      snapshot: snapshot({ clusterId: 'other', topics: [topic('orders', partition(0))] }),
    } as const;
    const again = {
      type: 'live',
      snapshot: snapshot({ clusterId: 'other', topics: [topic('orders', partition(0, { high: 1n }))] }),
    } as const;
    expect(textOf([seen, other], wide)).not.toContain('changed');
    expect(textOf([seen, other, again], wide)).toMatch(/\* 0 .*\+1$/m);
  });
});
