import { describe, expect, it } from 'vitest';
import { layOut, type Wanted, wideColumns } from '../../../src/ui/layout.ts';
import type { PaneId } from '../../../src/ui/view-state.ts';

const wanted = (id: PaneId, rows: number): Wanted => ({ id, rows: (_, limit) => Math.min(rows, limit) });
const sizes = [
  { columns: 60, rows: 16 },
  { columns: 80, rows: 24 },
  { columns: 99, rows: 30 },
  { columns: 100, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 200, rows: 60 },
];

describe('a background command that has ended', () => {
  const stacked = (rows: number, focus: PaneId) =>
    layOut({
      size: { columns: 80, rows },
      extra: 0,
      lesson: wanted('lesson', 100),
      work: wanted('work', 100),
      backgrounds: [{ ...wanted('run-1', 20), folds: true }, wanted('run-2', 20)],
      focus,
    }).panes.map(({ height }) => height);

  it('keeps only its title where there is little room, and leaves the rest to the one that runs', () => {
    const [, , over, runs] = stacked(24, 'work');
    expect(over).toBe(0);
    expect(runs).toBeGreaterThan(3);
  });

  it('is opened by the focus, and where there is room', () => {
    expect(stacked(24, 'run-1')[2]).toBeGreaterThan(3);
    expect(stacked(50, 'work')[2]).toBeGreaterThan(3);
  });
});

describe('a question', () => {
  it('gets room beside its answers', () => {
    const heights = (asks: boolean) =>
      layOut({
        size: { columns: 60, rows: 16 },
        extra: 0,
        lesson: wanted('lesson', 5),
        work: wanted('work', 100),
        backgrounds: [{ ...wanted('run-1', 20), folds: true }],
        focus: 'work',
        asks,
      }).panes.map(({ height }) => height);
    expect(heights(true)).toEqual([5, 4, 0]);
    expect(heights(false)).toEqual([3, 6, 0]);
  });
});

describe('layout', () => {
  const focused = ['lesson', 'run-0'] as const;
  it.each(sizes.flatMap((size) => focused.map((focus) => ({ ...size, size, focus }))))(
    'fills the screen exactly at $columns x $rows, $focus used',
    ({ size, focus }) => {
      for (const work of [undefined, 1, 5, 100]) {
        for (const lessonRows of [3, 100]) {
          for (const backgrounds of [0, 1, 2]) {
            const layout = layOut({
              size,
              extra: 0,
              lesson: wanted('lesson', lessonRows),
              ...(work !== undefined && { work: wanted('work', work) }),
              backgrounds: Array.from({ length: backgrounds }, (_, index) => wanted(`run-${index}`, 20)),
              focus,
            });
            expect(layout.height).toBe(size.rows - 1);
            expect(layout.bottom).toBe(layout.height - 2);
            const columns =
              layout.left === undefined ? [layout.panes] : [layout.panes.slice(0, 1), layout.panes.slice(1)];
            for (const panes of columns) {
              let y = 1;
              for (const pane of panes) {
                expect(pane.y).toBe(y + 1);
                expect(pane.height).toBeGreaterThanOrEqual(1);
                expect(pane.x + pane.width).toBeLessThanOrEqual(size.columns - 1);
                y = pane.y + pane.height;
              }
              expect(y).toBe(layout.bottom);
            }
          }
        }
      }
    },
  );

  const panes = (lessonRows: number, workRows: number, focus: PaneId = 'lesson') => {
    const { panes: boxes } = layOut({
      size: { columns: 80, rows: 24 },
      extra: 0,
      lesson: wanted('lesson', lessonRows),
      work: wanted('work', workRows),
      backgrounds: [],
      focus,
    });
    return boxes.map(({ height }) => height);
  };

  it('gives the lesson all the room while there is nothing else', () => {
    const layout = layOut({
      size: { columns: 120, rows: 40 },
      extra: 0,
      lesson: wanted('lesson', 5),
      backgrounds: [],
      focus: 'lesson',
    });
    expect(layout.panes).toEqual([{ id: 'lesson', x: 1, y: 2, width: 118, height: 35 }]);
  });

  it('lets a short output leave its room to the lesson, and the other way round', () => {
    expect(panes(100, 3)).toEqual([15, 3]);
    expect(panes(4, 100)).toEqual([4, 14]);
  });

  it('shares where both are long, more for the one that is used', () => {
    expect(panes(100, 100)).toEqual([9, 9]);
    expect(panes(100, 100, 'work')).toEqual([6, 12]);
  });

  it('opens the background pane that is used, and leaves a row to each of the others', () => {
    const heights = (focus: PaneId) =>
      layOut({
        size: { columns: 80, rows: 24 },
        extra: 0,
        lesson: wanted('lesson', 100),
        work: wanted('work', 100),
        backgrounds: [0, 1, 2, 3, 4].map((index) => wanted(`run-${index}`, 20)),
        focus,
      }).panes.map(({ height }) => height);
    expect(heights('lesson')).toEqual([4, 4, 1, 1, 1, 1, 1]);
    expect(heights('run-0')).toEqual([2, 1, 6, 1, 1, 1, 1]);
  });

  it('stands side by side from 100 columns on', () => {
    const at = (columns: number) =>
      layOut({
        size: { columns, rows: 24 },
        extra: 0,
        lesson: wanted('lesson', 5),
        work: wanted('work', 5),
        backgrounds: [],
        focus: 'lesson',
      }).left;
    expect(at(wideColumns - 1)).toBeUndefined();
    expect(at(wideColumns)).toBe(58);
    expect(at(200)).toBe(84);
  });
});
