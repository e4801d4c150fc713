import { afterAll, beforeAll, expect, it } from 'vitest';
import { keys } from './program.ts';
import { openStage, type Stage } from './stage.ts';

/** For those who see no colours, or no screen. */

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  await stage.run(['up']);
});

afterAll(() => stage.remove());

/** CSI sequences, by their final letter. */
const sequences = (text: string): readonly (readonly [parameters: string, final: string])[] =>
  [...text.matchAll(/\x1b\[([0-9;?]*)([A-Za-z])/g)].map(([, parameters = '', final = '']) => [parameters, final]);

/** ECMA-48 SGR: 30-49 and 90-107 are colours; bold, dim and their ends are not. */
const isColour = (parameters: string): boolean => parameters.split(';').some((each) => /^(3|4|9|10)\d$/.test(each));

it.each([
  ['NO_COLOR', { NO_COLOR: '1' }, [], false],
  ['--no-color', {}, ['--no-color'], false],
  ['neither', { NO_COLOR: undefined }, [], true],
])('%s: the whole screen, with colours or not one', async (_, env, args, wanted) => {
  await stage.putAt('topics/create');
  const app = stage.start({ env }, args);
  await app.until('broker up');
  app.type(keys.enter);
  await app.until('✓ Passed');
  app.type('l');
  await app.until(/─ Lessons/);
  app.type('q');
  expect(await app.ended).toBe(0);
  const styles = sequences(app.written()).filter(([, final]) => final === 'm');
  expect(styles.some(([parameters]) => isColour(parameters))).toBe(wanted);
});

it.each([
  ['--ascii', {}, ['--ascii']],
  ['KAFKA_LESSONS_ASCII', { KAFKA_LESSONS_ASCII: '1' }, []],
])('%s: nothing but ASCII is drawn', async (_, env, args) => {
  await stage.putAt('topics/create');
  const app = stage.start({ env, columns: 120, rows: 40 }, args);
  await app.until(/\| {3}brokers {2}\+ 1/);
  app.type(keys.enter);
  await app.until('+ Passed');
  expect(drawn(app.rows())).toEqual([]);
  app.type('l');
  await app.until(/- Lessons/);
  expect(drawn(app.rows())).toEqual([]);
  app.type('q');
  expect(await app.ended).toBe(0);
  const list = await stage.run(['list', ...args], env);
  expect(list.stdout).toMatch(/^ {3}\+ topics\/create/m);
  expect(list.stdout).not.toContain('✓');
});

/** Rows with anything but ASCII, the name of the other language apart. */
const drawn = (rows: readonly string[]): string[] => rows.filter((row) => /[^ -~]/.test(row.replace('한국어', '')));

it('leaves the mouse to the terminal, which selects text', async () => {
  await stage.putAt('topics/create');
  const app = stage.start({ columns: 120, rows: 40 });
  await app.until('broker up');
  for (const [typed, shown] of [
    ['?', 'Esc close'],
    ['/', 'Esc then ? help'],
  ] as const) {
    app.type(typed);
    await app.until(shown);
    app.type(keys.escape);
    await app.until((screen) => !screen.includes(shown) && screen.includes('q or Ctrl+C quit'));
  }
  app.type('q');
  expect(await app.ended).toBe(0);
  // DECSET of xterm's mouse modes (ctlseqs, «Mouse Tracking»), and of the alternate scroll mode.
  const modes = sequences(app.written()).filter(([, final]) => final === 'h' || final === 'l');
  const asked = modes.flatMap(([parameters]) => parameters.replace('?', '').split(';'));
  expect(asked.filter((mode) => /^(9|100\d|101[56])$/.test(mode))).toEqual([]);
});

it.each([
  ['list', ['list'], 0],
  ['the help', ['--help'], 0],
  ['a misspelt command', ['lst'], 2],
  ['a step that is not there', ['run', 'topics/nowhere'], 2],
])('without a screen nothing is coloured, even where colours are forced: %s', async (_, args, code) => {
  const { stdout, stderr, exitCode } = await stage.run(args, { FORCE_COLOR: '3' });
  expect(exitCode).toBe(code);
  expect(stdout + stderr).not.toContain('\x1b');
});
