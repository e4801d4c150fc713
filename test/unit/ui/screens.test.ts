import { describe, expect, it } from 'vitest';
import { lineWidth, plainText } from '../../../src/markdown/index.ts';
import { drawFrame } from '../../../src/ui/frame.ts';
import { keymap } from '../../../src/ui/keymap.ts';
import { modeOf } from '../../../src/ui/modes.ts';
import { koreanPack, lesson, packOf, step, topicsPack } from './support/course.ts';
import { mapShown, phase, rowsOf, runOf, situations, viewOf } from './support/states.ts';

const sizes = [
  [60, 16],
  [80, 24],
  [100, 24],
  [120, 40],
  [200, 60],
] as const;
const packs = { English: topicsPack(), Korean: koreanPack() };

describe.each(Object.entries(packs))('every screen in %s', (_, pack) => {
  describe.each(sizes)('at %i x %i', (columns, rows) => {
    it('says where the learner is', () => {
      const [header = ''] = rowsOf([], { pack, columns, rows });
      expect(header).toContain(`step 1/${pack.lessons[0]?.steps.length}`);
      expect(header).toContain('0 %');
      expect(header).toContain('native');
      expect(header).toContain('broker off');
    });
  });
});

describe('the footer', () => {
  it.each(Object.keys(situations))('never shows half a hint: %s', (name) => {
    const actions = situations[name] ?? [];
    for (let columns = 60; columns <= 140; columns += 1) {
      const state = viewOf(actions, { columns });
      const footer = plainText(drawFrame(state).rows.slice(-1));
      const whole = new Set(
        keymap
          .filter((binding) => binding.modes.includes(modeOf(state)))
          .map((binding) => `${binding.name()} ${binding.label?.(state)}`),
      );
      const parts = footer.trim().split(/ {3}/);
      for (const part of parts) {
        const isTail = ['? help', 'q quit', 'q or Ctrl+C quit', 'Esc then ? help'].includes(part);
        expect(isTail || whole.has(part), `"${part}" at ${columns}`).toBe(true);
      }
    }
  });

  it('names the main action', () => {
    const main = (name: string) => rowsOf(situations[name] ?? []).at(-1);
    expect(main('nothing done')).toContain('Enter run ');
    expect(main('failed')).toContain('Enter run again');
    expect(main('passed')).toContain('Enter next');
    expect(main('blocked')).toContain('Enter start the broker again');
    expect(main('typing into a producer')).toContain('Enter send');
    expect(main('running')).not.toContain('Enter');
    expect(main('running')).toContain('Ctrl+C stop');
  });

  it('says how input ends, at every size', () => {
    const producer = situations['typing into a producer'] ?? [];
    for (const [columns, rows] of sizes) {
      expect(rowsOf(producer, { columns, rows }).at(-1)).toContain('Enter send   Ctrl+D end of input');
    }
  });
});

describe('the footer of a page over the step', () => {
  it('names the way out in the smallest window, also while something runs', () => {
    const map = mapShown({});
    const footer = rowsOf([...runOf(1, 'create', []), map], { columns: 60, rows: 16 }).at(-1);
    expect(footer).toContain('Ctrl+C stop   Enter open   Esc close   ? help   q quit');
  });
});

describe('the footer of the map', () => {
  it('does not speak of a background command that had the focus', () => {
    const reader = runOf(7, 'create', [], { kind: 'background', id: 'reader' });
    const focused = { type: 'focused', focus: 'run-7' } as const;
    expect(rowsOf([...reader, focused]).at(-1)).toContain('Ctrl+C stop reader');
    const asked = rowsOf([...reader, focused, mapShown({ asks: true })], { columns: 60, rows: 16 }).at(-1);
    expect(asked).not.toContain('reader');
    expect(asked).toContain('Enter open it anyway');
  });
});

describe('below the smallest size', () => {
  it.each([
    [59, 16],
    [60, 15],
    [20, 5],
    [1, 2],
  ])('asks for more room at %i x %i', (columns, rows) => {
    const state = viewOf([], { columns, rows });
    const frame = drawFrame(state);
    expect(frame.rows.length).toBeLessThanOrEqual(rows - 1);
    for (const row of frame.rows) expect(lineWidth(row)).toBeLessThanOrEqual(columns);
    if (columns > 50) expect(plainText(frame.rows)).toContain(`enlarge the terminal (now ${columns}x${rows})`);
    if (rows >= 4) expect(plainText(frame.rows.slice(-1))).toBe(' q quit');
  });
});

describe('a lesson with several services', () => {
  const pack = packOf(
    lesson('topics', 'From one database to another', [step('create', 'Make the source', { kind: 'run' })], {
      services: ['broker', 'connect', 'shop', 'warehouse'],
    }),
  );
  const up = (['broker', 'connect', 'shop', 'warehouse'] as const).map(
    (service) => ({ type: 'service', service, state: { state: 'up', address: '127.0.0.1:1' } }) as const,
  );
  const down = { type: 'service', service: 'connect', state: { state: 'down' } } as const;

  it('names each where there is room', () => {
    const [header = ''] = rowsOf(up, { pack, columns: 120 });
    expect(header).toContain('From one database to another 1/1 - step 1/1');
    expect(header).toContain('broker up  connect up  shop up  warehouse up');
  });

  it.each([
    [60, 16],
    [80, 24],
  ])('tells those that are up as one, and where the learner is, at %i x %i', (columns, rows) => {
    const [header = ''] = rowsOf(up, { pack, columns, rows });
    expect(header).toContain('1/1 - step 1/1');
    expect(header).toContain('native  4 services up');
    const [broken = ''] = rowsOf([...up, down], { pack, columns, rows });
    expect(broken).toContain('1/1 - step 1/1');
    expect(broken).toContain('native  connect down  3 up');
  });

  it('keeps the place in sight while they come up', () => {
    const starting = (['connect', 'shop'] as const).map(
      (service) =>
        ({ type: 'service', service, state: { state: 'starting', progress: { service, phase: 'starting' } } }) as const,
    );
    const [header = ''] = rowsOf([...up.slice(0, 1), ...starting], { pack, columns: 80, rows: 24 });
    expect(header).toContain('1/1 - step 1/1');
    expect(header).toContain('broker up  warehouse off  2 starting');
  });

  it('names what does not answer as one would', () => {
    const screen = rowsOf([...up, down, phase('create', 'blocked')], { pack }).join('\n');
    expect(screen).toContain('Connect does not answer, so nothing could be checked.');
    expect(screen).toContain('Enter start Connect again');
  });
});
