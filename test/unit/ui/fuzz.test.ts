import { afterEach, describe, expect, it } from 'vitest';
import { allSteps } from '../../../src/course/index.ts';
import { plainText, textWidth } from '../../../src/markdown/index.ts';
import { type Language, setLanguage } from '../../../src/messages/index.ts';
import type { SessionEvent } from '../../../src/session/events.ts';
import { type KeyFlags, toKeyEvents } from '../../../src/terminal/key-events.ts';
import { drawFrame } from '../../../src/ui/frame.ts';
import { createPlainPrinter } from '../../../src/ui/plain-print.ts';
import { seeded } from '../command/seeded.ts';
import { koreanPack, topicsPack } from './support/course.ts';
import { started } from './support/keyboard.ts';
import { phase, runOf, situations } from './support/states.ts';

/** Whatever is pressed, pasted, told or resized, in whatever order: every frame fits its window, and nothing is thrown. */

/** More seeds, or another first one: `FUZZ_SEED=7 FUZZ_SEEDS=1000 npx vitest run --project unit test/unit/ui/fuzz.test.ts`. */
const firstSeed = Number(process.env['FUZZ_SEED'] ?? 1);
const seeds = Number(process.env['FUZZ_SEEDS'] ?? 6);
const eventsOfSeed = 250;

afterEach(() => setLanguage('en'));

const steps = allSteps(topicsPack());
const texts = [
  ...'abcdefghijklmnopqrstuvwxyzGQ /!?0123456789$|"\'\\',
  ...'ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ가힣각',
  ...['\r', '\n', '\t', '\b', '\x7f', '\x1b', '\x00', '\x03', '\x04', '\x15', '\x1a', '\u009b'],
  ...['한', 'e\u0301', '👩‍👩‍👧', '🇰🇷', '\u200b', '\u202e', '\ud83d', '１', '[25~', '[I', '[<0;1;1M', '[200~', 'abc\r'],
];
const flags = [
  ...['upArrow', 'downArrow', 'leftArrow', 'rightArrow', 'pageUp', 'pageDown', 'home', 'end', 'return', 'escape'],
  ...['tab', 'backspace', 'delete', 'ctrl', 'meta', 'shift'],
] as readonly (keyof KeyFlags)[];
const pasted = [
  'kafka-topics.sh --list',
  'one\ntwo\r\nthree\n',
  '토픽을 만들어 봅시다 '.repeat(40),
  `\x1b[2J\x07${'x'.repeat(20_000)}`,
  '👩‍👩‍👧🇰🇷\u0000\u202e',
  '',
];
const sizes = [
  ...[1, 2, 3, 10, 59, 60, 61, 79, 80, 99, 100, 120, 250].flatMap((columns) =>
    [1, 2, 3, 15, 16, 24, 40, 80].map((rows) => ({ columns, rows })),
  ),
];

function play(seed: number): void {
  const random = seeded(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;
  setLanguage(pick<Language>(['en', 'ko']));
  const pack = pick([topicsPack, koreanPack])();
  const { store, session, press, wait } = started([], { pack, shell: true, edit: true, done: random() < 0.3 });
  const print = createPlainPrinter(pick([20, 60, 80]));
  let runs = 0;

  const told = (): readonly SessionEvent[] => {
    const step = store.get().ref?.step ?? 'create';
    const end = { exit: pick([0, 1, undefined]), timedOut: random() < 0.1, stopped: random() < 0.1, ms: below(90_000) };
    switch (below(5)) {
      case 0:
        return [
          phase(step, pick(['open', 'preparing', 'running', 'checking', 'watching', 'failed', 'blocked', 'passed'])),
        ];
      case 1: {
        runs += 1;
        const kind = pick(['foreground', 'background', 'interactive'] as const);
        return runOf(runs, step, [pick(texts), pick(pasted)], {
          kind,
          ...(kind === 'background' && { id: `b${below(4)}` }),
        });
      }
      case 2: {
        const lines = Array.from({ length: below(2_500) }, () => ({ stream: 'stdout' as const, text: pick(texts) }));
        return [{ type: 'output', run: 1 + below(runs + 1), lines, partial: pick(['', '10 %', '가'.repeat(300)]) }];
      }
      case 3:
        return [{ type: 'run-ended', run: 1 + below(runs + 1), end }];
      default:
        // Session events only; what is done to the view itself comes by keys.
        return pick(Object.values(situations)).filter(
          (event): event is SessionEvent => !('overlay' in event) && !('focus' in event),
        );
    }
  };

  for (let event = 0; event < eventsOfSeed; event += 1) {
    const dice = random();
    if (dice < 0.6) press(...toKeyEvents(pick(texts), random() < 0.4 ? { [pick(flags)]: true } : {}));
    else if (dice < 0.65) press({ type: 'paste', text: pick(pasted) });
    else if (dice < 0.75) store.act({ type: 'resized', size: pick(sizes) });
    else if (dice < 0.78) session.open(pick(steps));
    else if (dice < 0.8) wait(below(3_000));
    else {
      for (const each of told()) {
        session.emit(each);
        print(store.get(), each);
      }
    }
    expectFit(store.get().size, drawFrame(store.get()));
  }
}

/** Of every frame; an expect() for each row would take longer than drawing it. */
function expectFit(size: { columns: number; rows: number }, { rows, cursor }: ReturnType<typeof drawFrame>): void {
  // The last row stays free: a frame as high as the window would scroll it.
  const texts = rows.map((row) => plainText([row]));
  const tooWide = texts.filter((text) => textWidth(text) > size.columns);
  const withControl = texts.filter((text) => /\p{Cc}/u.test(text));
  const isHigher = rows.length > Math.max(0, size.rows - 1);
  const isOutside = cursor && (cursor.x < 0 || cursor.y < 0 || cursor.x >= size.columns || cursor.y >= rows.length);
  expect({ size, tooWide, withControl, isHigher, isOutside: isOutside ?? false }).toEqual({
    size,
    tooWide: [],
    withControl: [],
    isHigher: false,
    isOutside: false,
  });
}

describe('anything at all', () => {
  it.each(Array.from({ length: seeds }, (_, index) => firstSeed + index))('seed %i', (seed) => {
    play(seed);
  });
});
