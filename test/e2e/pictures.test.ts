import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StepRef } from '../../src/course/types.ts';
import { drawScreen } from '../pictures/draw.ts';
import type { Screen } from '../pictures/screen.ts';
import { steady } from '../pictures/steady.ts';
import { goOn, placeOf, playStep, typeCommand } from './play.ts';
import { keys, type RunningProgram } from './program.ts';
import { course, openStage, type Stage } from './stage.ts';

/** The pictures of the README files are what the program shows. `npm run pictures` draws them anew. */

let stage: Stage;
let app: RunningProgram;

/** The same on every machine: in colours, and with lines for borders, whatever the terminal of those who run the tests can do. */
const look = { KAFKA_LESSONS_ASCII: '0', NO_COLOR: undefined, FORCE_COLOR: undefined, INK_SCREEN_READER: undefined };

beforeAll(async () => {
  stage = await openStage(look);
  await stage.run(['up']);
});

afterAll(() => stage.remove());

/**
 * Compares the screen with a picture, once it stands still; or draws the picture, where vitest was told to update. `stillMs` is how
 * long nothing may have changed, times that run aside.
 */
async function expectPicture(name: string, title: string, stillMs = 700): Promise<void> {
  const svg = drawScreen(await standing(stillMs), title);
  expect(svg.length, `docs/pictures/${name}.svg is larger than a page of a README should be`).toBeLessThan(60_000);
  await expect(svg, `docs/pictures/${name}.svg is not current: npm run pictures`).toMatchFileSnapshot(
    `../../docs/pictures/${name}.svg`,
  );
}

async function standing(stillMs: number): Promise<Screen> {
  let last: string | undefined;
  let since = 0;
  const stoodFor = (): number => {
    const drawn = drawScreen(steady(app.picture()), '');
    if (drawn !== last) since = performance.now();
    last = drawn;
    return performance.now() - since;
  };
  await expect.poll(stoodFor, { timeout: 30_000 }).toBeGreaterThan(stillMs);
  // No half of a frame.
  await app.until('');
  return steady(app.picture());
}

/** isPage: what is said of the language stands below the panes, and a page covers them. */
async function inKorean(draw: () => Promise<void>, { isPage = false } = {}): Promise<void> {
  const switchTo = async (help: string, said: string): Promise<void> => {
    app.type('o');
    await app.until(help);
    if (isPage) return;
    await app.until(said);
    // A key that does nothing takes it away.
    app.type('\x0b');
    await app.until((screen) => !screen.includes(said));
  };
  await switchTo('도움말', 'The language is Korean now.');
  await draw();
  await switchTo('? help', '한국어로 돌아옵니다.');
}

async function play(ref: StepRef): Promise<void> {
  await app.until(placeOf(course, ref));
  await playStep(app, course, ref, stage.home);
}

async function quit(): Promise<void> {
  app.type('q');
  await app.until(() => !app.isAlternate());
  expect(await app.ended).toBe(0);
}

const topics = 'kafka-topics.sh --bootstrap-server localhost:9092';

describe('the first lesson', () => {
  const at = (step: string): StepRef => ({ lesson: 'first-broker', step });

  it('begins with something to read', async () => {
    app = stage.start();
    await app.until('broker up');
    await expectPicture('reading', 'The first page of the first lesson');
    await inKorean(() => expectPicture('reading.ko', '첫 레슨의 첫 쪽'));
  });

  it('says what is wrong, why, and what to try', async () => {
    for (const step of ['tangle', 'log', 'broker', 'leader']) {
      await play(at(step));
      await goOn(app, course, at(step));
    }
    await typeCommand(app, `${topics} --create --topic hello_kafka`);
    await app.until('with a hyphen');
    await expectPicture(
      'not-yet',
      'An answer that is not right yet: what was expected, what was found, why, and what to try',
    );
    await inKorean(() => expectPicture('not-yet.ko', '아직 맞지 않은 답: 기대한 것, 실제로 있는 것, 이유, 해 볼 것'));
    await quit();
  });
});

describe('the second lesson', () => {
  const at = (step: string): StepRef => ({ lesson: 'topics', step });

  it('runs a command and checks what it has done', async () => {
    await stage.putAt('topics/list');
    app = stage.start();
    await app.until('broker up');
    await play(at('list'));
    await goOn(app, course, at('list'));
    await play(at('create'));
    await expectPicture('passed', 'A step that is passed: what was run, what it said, and what was checked');
  });

  it('has its place among the others', async () => {
    app.type('l');
    await app.until('Esc close');
    await expectPicture('map', 'The map of the lessons, with how far each step is');
    await inKorean(() => expectPicture('map.ko', '레슨 지도와 단계마다의 진도'), { isPage: true });
    app.type(keys.escape);
    await app.until((screen) => !screen.includes('Esc close'));
    await quit();
  });
});

describe('the third lesson', () => {
  const at = (step: string): StepRef => ({ lesson: 'producer-and-consumer', step });

  it('has a producer beside a consumer, and Kafka live', async () => {
    await stage.putAt('producer-and-consumer/listen');
    app = stage.start({ columns: 132, rows: 44 });
    await app.until('broker up');
    await play(at('listen'));
    await app.until(/console-consumer-\d+ +Stable/);
    await goOn(app, course, at('listen'));
    await play(at('write'));
    // The consumer's pane is larger with the focus; without, its title has no room for all of the time it runs.
    while (!app.screen().includes('[reader')) {
      const before = app.screen();
      app.type(keys.tab);
      await app.until((screen) => screen !== before);
    }
    await app.until(/messages-0 @2/);
    // Longer than it takes the live view to look again.
    await expectPicture('live', 'A producer, a consumer beside it, and below both what is in Kafka', 2_000);
    await inKorean(() => expectPicture('live.ko', '프로듀서, 그 옆의 컨슈머, 그리고 아래에는 지금 Kafka에 있는 것'));
    await quit();
  });
});
