import { afterAll, beforeAll, expect, it } from 'vitest';
import { placeOf, turnPages } from './play.ts';
import { keys, type RunningProgram } from './program.ts';
import { course, openStage, type Stage } from './stage.ts';

/** The ways around: finding a step, going ahead, doing a step again, and coming back from a shell. */

let stage: Stage;

beforeAll(async () => {
  stage = await openStage({ SHELL: '/bin/sh' });
  await stage.run(['up']);
});

afterAll(() => stage.remove());

const describeTopic = placeOf(course, { lesson: 'topics', step: 'describe' });
const passed = /✓ [Pp]assed\./;

async function quit(app: RunningProgram): Promise<void> {
  app.type('q');
  expect(await app.ended).toBe(0);
}

it('a step is found, opened ahead after a question, performed on what it builds on, and remembered', async () => {
  let app = stage.start({ columns: 60, rows: 16 });
  await app.until('broker up');
  app.type('l');
  await app.until('you are here');
  app.type('/');
  app.type('토픽');
  await app.until('Nothing matches "토픽"');
  app.type(keys.escape);
  await app.until('a word of a title');
  app.type('describe one');
  await app.until(/> +locked +Describe one topic/);
  app.type(keys.enter);
  await app.until('Enter open it anyway');
  app.type(keys.enter);
  await app.until(describeTopic);
  await turnPages(app);
  app.type(keys.enter);
  await app.until(passed, 90_000);
  await quit(app);

  const { stdout } = await stage.run(['list', '--json']);
  const { lessons } = JSON.parse(stdout);
  const steps: readonly { id: string; standing: string; ahead?: boolean }[] = lessons[1].steps;
  expect(steps.find(({ id }) => id === 'describe')).toMatchObject({ standing: 'passed', ahead: true });
  expect(steps.find(({ id }) => id === 'create')).toMatchObject({ standing: 'skipped' });
  expect(lessons[0].steps[1]).toMatchObject({ standing: 'locked' });

  app = stage.start({ columns: 120, rows: 40 });
  await app.until(describeTopic);
  app.type('l');
  await app.until(/✓ passed +Describe one topic +you are here +\(opened ahead\)/);
  app.type(keys.escape);
  await app.until('Enter next');
  // Who went ahead goes on from there.
  app.type(keys.enter);
  await app.until(placeOf(course, { lesson: 'topics', step: course.lessons[1]?.steps[4]?.id ?? '' }));
  await quit(app);
});

it('a passed step whose topic is there already stays passed, and is done again from its beginning', async () => {
  await stage.putAt('topics/create');
  const app = stage.start();
  await app.until(placeOf(course, { lesson: 'topics', step: 'create' }));
  await app.until('broker up');
  await turnPages(app);
  app.type(keys.enter);
  await app.until(passed, 60_000);
  app.type('r');
  await app.until('the step stays done');
  expect(app.screen()).toContain('r afresh');
  app.type('r');
  await app.until(passed, 60_000);
  await quit(app);
});

it('from a shell the same screen comes back, and what was done there counts', async () => {
  await stage.putAt('first-broker/first-topic');
  const app = stage.start();
  await app.until('Watching');
  app.type('!');
  await app.until('exit leads back to "Your turn: a first topic".');
  expect(app.isAlternate()).toBe(false);
  app.type('kafka-topics.sh --bootstrap-server localhost:9092 --create --topic hello-kafka; exit\r');
  await app.until(passed, 60_000);
  expect(app.isAlternate()).toBe(true);
  app.type('!');
  await app.until((screen) => screen.includes('exit leads back') && !app.isAlternate());
  app.type('kafka-topics.sh --bootstrap-server localhost:9092 --delete --topic hello-kafka; exit\r');
  await app.until('The step stays done', 60_000);
  expect(app.screen()).toContain('✓ passed');
  await quit(app);
});
