import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeOf, typeCommand } from './play.ts';
import { keys, type RunningProgram } from './program.ts';
import { course, openStage, type Stage } from './stage.ts';

/** Who does not get on is offered help, step by step, and is never forced to take it. */

const topics = 'kafka-topics.sh --bootstrap-server localhost:9092';

let stage: Stage;
let app: RunningProgram;

beforeAll(async () => {
  stage = await openStage();
  await stage.putAt('first-broker/first-topic');
  app = stage.start();
  // The steps before are performed first.
  await app.until('Watching', 120_000);
}, 150_000);

afterAll(() => stage.remove());

describe('an exercise that does not want to come right', () => {
  it('offers a hint after three commands that brought nothing', async () => {
    await typeCommand(app, `${topics} --list`);
    await typeCommand(app, `${topics} --create --topic hello_kafka`);
    expect(app.screen()).not.toContain('Stuck?');
    await typeCommand(app, `${topics} --describe --topic hello_kafka`);
    await app.until('Stuck? h shows a hint, 3 are left.');
  });

  it('offers the solution once the hints are used up', async () => {
    for (const number of [1, 2, 3]) {
      app.type('h');
      await app.until(`Hint ${number} of 3`);
    }
    await app.until('Stuck? a shows the solution and its reasons.');
    expect(app.screen()).toContain('a solution');
  });

  it('shows it with its reasons, its commands from the margin on, and what there is to choose', async () => {
    app.type('a');
    await app.until('Solution - Your turn: a first topic');
    const rows = app.rows();
    expect(rows).toContainEqual(expect.stringMatching(/^ kafka-topics\.sh --bootstrap-server localhost:9092 /));
    expect(app.screen()).toContain('Why');
    expect(app.screen()).toContain('Enter do it for me');
    app.type(keys.escape);
    await app.until((screen) => !screen.includes('Solution - ') && screen.includes('Stuck?'));
  });

  it('is passed by who does it after all, with a word on what was learned', async () => {
    await typeCommand(app, `${topics} --create --topic hello-kafka`);
    await app.until('✓ Passed. kafka-topics.sh, the address, --create');
    app.type(keys.enter);
    await app.until(placeOf(course, { lesson: 'first-broker', step: 'quiz' }));
    app.type('q');
    expect(await app.ended).toBe(0);
  });
});

describe('a solution that is taken', () => {
  it('is asked for twice where nothing was tried, and counts as skipped', { timeout: 180_000 }, async () => {
    expect((await stage.run(['reset', 'first-broker'])).exitCode).toBe(0);
    await stage.putAt('first-broker/first-topic');
    app = stage.start({ columns: 60, rows: 16 });
    await app.until('Watching', 120_000);
    app.type('a');
    await app.until('Show the solution all the same?');
    app.type(keys.enter);
    await app.until('Solution - Your turn: a first topic');
    app.type(keys.enter);
    await app.until('Skipped: done for you, 1 command.');
    app.type('q');
    expect(await app.ended).toBe(0);
    const { stdout } = await stage.run(['list', '--json']);
    expect(stdout).toMatch(/"first-topic"[^}]*"skipped"/);
  });
});
