import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findProgram } from '../../src/platform/find-program.ts';
import { tempFolder } from '../support/temp.ts';
import { seeded } from '../unit/command/seeded.ts';
import { keys, type RunningProgram } from './program.ts';
import { openStage, type Stage } from './stage.ts';

/**
 * A monkey at the keyboard of the built program, on a real broker: any keys, pastes and window sizes, for a while. The program
 * never crashes, never draws over its window, can always be left, and leaves the terminal clean.
 * Longer, or as it was: `FUZZ_SECONDS=600 FUZZ_SEED=7 npx vitest run --project real test/e2e/fuzz.test.ts`.
 */

const seed = Number(process.env['FUZZ_SEED'] ?? 1);
const seconds = Number(process.env['FUZZ_SECONDS'] ?? 40);
/** Starts of the program are worth testing as well. */
const pressesOfOneLife = 150;

const random = seeded(seed);
const below = (limit: number): number => Math.floor(random() * limit);
const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;

let stage: Stage;
let programs: string;

/** Nothing that is typed finds any other program than these. */
beforeAll(async () => {
  programs = await tempFolder();
  for (const name of ['java', 'true']) {
    const found = await findProgram(name, process.env);
    if (!found) throw new Error(`${name} is needed`);
    await symlink(found, join(programs, name));
  }
  const harmless = join(programs, 'true');
  stage = await openStage({ PATH: programs, SHELL: harmless, EDITOR: harmless, VISUAL: harmless });
  await stage.run(['up']);
});

afterAll(async () => {
  await stage.remove().finally(() => rm(programs, { recursive: true, force: true }));
});

const server = '--bootstrap-server localhost:9092';
const lines = [
  `kafka-topics.sh ${server} --list`,
  `kafka-topics.sh ${server} --create --topic orders --partitions 3`,
  `kafka-console-consumer.sh ${server} --topic orders`,
  `kafka-console-producer.sh ${server} --topic orders`,
  'kafka-topcs --list',
  'cat ../../progress.json',
  'echo "한글 | 👩‍👩‍👧" | cat',
  'cat > x && rm -rf /',
  '"unclosed',
];
/** None longer than a pty takes at once: this test would wait for the program to read while that waits for its output to be read. */
const pastes = [
  ...lines,
  'one\ntwo\r\nthree',
  '토픽을 만들어 봅시다 '.repeat(20),
  'x'.repeat(1_500),
  '\x07\x00\x1b[2J👩‍👩‍👧🇰🇷',
  '',
];
const pressed = [
  ...'abcdefghijklmnoprstuvwxyzG123 /?!',
  ...'ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ가힣',
  ...['\r', '\r', '\r', '\t', '\x1b', '\x7f', '\x00', '\x01', '\x04', '\x05', '\x0b', '\x15', '\x17', '\x1a', '\x13'],
  ...[
    '\x1b[A',
    '\x1b[B',
    '\x1b[C',
    '\x1b[D',
    '\x1b[5~',
    '\x1b[6~',
    '\x1b[H',
    '\x1b[F',
    '\x1b[Z',
    '\x1bOP',
    '\x1b[1;5C',
  ],
  ...[
    '\x1b[',
    '\x1b[99;',
    '\x1b]0;t',
    '\x1b[<0;1;1M',
    '\x1b[I',
    '\x1b[200~no end',
    '\x1b[201~',
    '\x1bb',
    'e\u0301',
    '🇰🇷',
  ],
];
/** These may end the program, which is then started again. */
const leaving = ['q', 'ㅂ', keys.ctrlC];

function press(): string {
  const dice = random();
  if (dice < 0.08) return `\x1b[200~${pick(pastes)}\x1b[201~`;
  if (dice < 0.14) return `/${pick(lines)}${keys.enter}`;
  return dice < 0.16 ? pick(leaving) : pick(pressed);
}

const size = (): readonly [columns: number, rows: number] =>
  random() < 0.3
    ? [1 + below(250), 1 + below(80)]
    : pick([
        [80, 24],
        [60, 16],
        [120, 40],
        [1, 1],
      ] as const);

const isFault =
  /fault in kafka-lessons|kafka-lessons의 잘못|\.mjs:\d+|(Type|Range|Reference)Error|unhandled|maximum call stack/i;

async function untilIt(app: RunningProgram, what: string, holds: () => boolean): Promise<void> {
  await app.until(holds, 20_000).catch((error: unknown) => {
    throw new Error(`${what} (FUZZ_SEED=${seed})\n${error}`);
  });
}

/** A shell or an editor is over, or the program has ended. */
async function untilBack(app: RunningProgram): Promise<void> {
  const error = await app.until(() => app.isAlternate(), 20_000).catch((reason: unknown) => reason);
  // Whatever it is that has ended, its end is judged by whoever started it.
  if (error !== undefined && !String(error).includes('it ended with')) throw error;
}

/** Presses until the program ends or has lived long enough; tells whether it lives. */
async function monkey(app: RunningProgram, isOver: () => boolean): Promise<boolean> {
  let ended = false;
  void app.ended.then(() => {
    ended = true;
  });
  for (let presses = 0; presses < pressesOfOneLife && !isOver(); presses += 1) {
    // Once it has given the terminal back, what is typed is for whoever comes next.
    if (!app.isAlternate()) await Promise.race([app.ended, untilBack(app)]);
    if (ended) break;
    const text = press();
    if (random() < 0.08) app.resize(...size());
    else app.type(text);
    if (leaving.includes(text)) await Promise.race([app.ended, pause(1_000)]);
    // As a person in a hurry: there is nothing to wait for, a key may do nothing.
    await pause(below(60));
    expect(app.screen(), `FUZZ_SEED=${seed}`).not.toMatch(isFault);
  }
  return !ended;
}

async function leave(app: RunningProgram): Promise<void> {
  // Ends a paste that was left open, and what an escape sequence began.
  app.type('\x1b[201~');
  app.resize(80, 24);
  // A frame as high as the window would have scrolled: the header is on top, the last row free.
  await untilIt(app, 'no whole screen', () => !app.isAlternate() || (app.rows()[0] !== '' && app.rows()[23] === ''));
  app.type(keys.ctrlC);
  app.type(keys.ctrlC);
  await Promise.race([app.ended, pause(1_500)]);
  // A command line that was open over a running command took the second one: the footer says so, and the next one quits.
  if (app.isAlternate()) app.type(keys.ctrlC);
  const patience = new AbortController();
  const late = pause(20_000, undefined, { signal: patience.signal }).then(
    () => Promise.reject(new Error(`Ctrl+C does not end it (FUZZ_SEED=${seed}):\n${app.screen()}`)),
    () => undefined,
  );
  await Promise.race([app.ended, late]);
  patience.abort();
}

it(`seed ${seed}: whatever is pressed, it can be left and leaves the terminal clean`, {
  timeout: (seconds + 120) * 1_000,
}, async () => {
  const end = performance.now() + seconds * 1_000;
  const isOver = (): boolean => performance.now() > end;
  let lives = 0;
  while (!isOver()) {
    lives += 1;
    const [columns, rows] = size();
    const app = stage.start({ columns, rows });
    await untilIt(app, 'no screen', () => app.isAlternate());
    if (await monkey(app, isOver)) await leave(app);
    // 130: the second Ctrl+C came when the terminal was the shell's again, and was a signal.
    expect([0, 130], `FUZZ_SEED=${seed}\n${app.screen()}`).toContain(await app.ended);
    expect(app.screen(), `FUZZ_SEED=${seed}`).not.toMatch(isFault);
    expect({ alternate: app.isAlternate(), cursor: app.isCursorVisible(), marks: app.marksPastes() }).toEqual({
      alternate: false,
      cursor: true,
      marks: false,
    });
  }
  console.log(`fuzz: seed ${seed}, ${lives} lives in ${seconds} s`);
  await stage.run(['down']);
  await expect.poll(() => stage.processes(), { timeout: 10_000 }).toEqual([]);
});
