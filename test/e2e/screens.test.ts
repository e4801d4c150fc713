import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeOf, turnPages } from './play.ts';
import { keys, type RunningProgram } from './program.ts';
import { course, openStage, type Stage } from './stage.ts';

/** The screen at every size people have, and while they change it in the middle of a lesson. */

const sizes = [
  [60, 16],
  [80, 24],
  [120, 40],
  [200, 60],
] as const;
const footer = /\? help .*q (or Ctrl\+C )?quit$/;
const step = { lesson: 'topics', step: 'describe' };

let stage: Stage;
let app: RunningProgram;

beforeAll(async () => {
  stage = await openStage();
  await stage.putAt('topics/describe');
  await stage.run(['up']);
});

afterAll(() => stage.remove());

const place = placeOf(course, step);
/** The live view is there where the window is large, and has to have looked. */
const hasLooked = (screen: string): boolean => !/ live ──$/m.test(screen) || /brokers {2}✓ 1/.test(screen);
const isDrawn = (screen: string): boolean => screen.includes(place) && /broker up/.test(screen) && hasLooked(screen);

/** What every screen keeps to, and this one does not; `rows` are those of the terminal. */
function faults(rows: readonly string[], columns: number): string[] {
  const found: string[] = [];
  if (!rows[0]?.includes(place)) found.push('no header');
  if (!footer.test(rows.at(-2) ?? '')) found.push('no footer');
  if (rows.at(-1) !== '') found.push('a frame that fills the window, which scrolls in some terminals');
  if (!rows.some((row) => /^─.*─$/.test(row) && stringWidth(row) === columns)) found.push('no rule of full width');
  return [...found, ...rows.filter((row) => stringWidth(row) > columns)];
}

const freshScreens = new Map<string, readonly string[]>();

describe.each(sizes)('at %ix%i', (columns, rows) => {
  it('is whole from the start', async () => {
    app = stage.start({ columns, rows });
    await app.until(isDrawn);
    expect(faults(app.rows(), columns)).toEqual([]);
    freshScreens.set(`${columns}x${rows}`, app.rows());
  });

  it('opens and closes the help and the map, and looks as before', async () => {
    const before = app.screen();
    app.type('?');
    await app.until('the main action');
    expect(faults(app.rows(), columns)).toEqual([]);
    app.type(keys.escape);
    await app.until((screen) => screen === before);
    app.type('l');
    await app.until(/─ Lessons \d+\/\d+ steps ─/);
    expect(faults(app.rows(), columns)).toEqual([]);
    app.type(keys.escape);
    await app.until((screen) => screen === before);
    app.type('q');
    expect(await app.ended).toBe(0);
  });
});

describe('a window whose size changes', () => {
  it('shows at each size what a fresh start shows, up and down', async () => {
    app = stage.start({ columns: 80, rows: 24 });
    await app.until(isDrawn);
    for (const [columns, rows] of [...sizes, ...[...sizes].reverse()]) {
      app.resize(columns, rows);
      const fresh = freshScreens.get(`${columns}x${rows}`)?.join('\n');
      await app.until((screen) => screen === fresh);
    }
  });

  it('shows it also after being dragged, when frames for the former size arrive in the next one', async () => {
    for (const [columns, rows] of [...sizes, ...[...sizes].reverse()]) {
      for (let wider = 12; wider >= 0; wider -= 1) {
        app.resize(columns + wider, rows + (wider % 3));
        // As soon as it answers, which is in the middle of what it has to say.
        const told = app.written().length;
        if (wider > 0) await app.until(() => app.written().length > told);
      }
      const fresh = freshScreens.get(`${columns}x${rows}`)?.join('\n');
      await app.until((screen) => screen === fresh);
    }
  });

  it('asks for more room below 60x16, and needs no key to go on', async () => {
    for (const [columns, rows] of [
      [59, 30],
      [100, 15],
      [20, 5],
    ] as const) {
      app.resize(columns, rows);
      const asked = `enlarge the terminal (now ${columns}x${rows})`;
      await app.until((screen) => screen.replaceAll(/\s+/g, ' ').startsWith(asked) && !screen.includes(place));
    }
    app.resize(80, 24);
    await app.until((screen) => screen === freshScreens.get('80x24')?.join('\n'));
  });

  it('disturbs neither a running command nor its result', async () => {
    await turnPages(app);
    app.type(keys.enter);
    for (const [columns, rows] of [...sizes, ...sizes]) app.resize(columns, rows);
    await app.until(/✓ [Pp]assed/);
    // What the step has made is in the live view a moment later.
    app.resize(120, 40);
    await app.until(/│ {3}0 \|> +empty {2}leader 1/);
    const seen = new Map<string, string>();
    for (const [columns, rows] of [...[...sizes].reverse(), ...sizes]) {
      const name = `${columns}x${rows}`;
      app.resize(columns, rows);
      await app.until((screen) => {
        const isWhole = faults(app.rows(), columns).length === 0 && /✓ [Pp]assed/.test(screen);
        if (!seen.has(name) && isWhole) seen.set(name, screen);
        return screen === seen.get(name);
      });
    }
    app.type('q');
    expect(await app.ended).toBe(0);
  });
});
