import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from './program.ts';
import { openStage, type Stage } from './stage.ts';

/** The live view in the built program, on a real broker. */

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  await stage.putAt('topics/create');
  await stage.run(['up']);
});

afterAll(() => stage.remove());

describe('in a large window', () => {
  it('is there from the start, follows what a step does, and says that the broker died', async () => {
    const app = stage.start({ columns: 120, rows: 40 });
    await app.until(/│ {3}brokers {2}✓ 1/);
    await app.until('no topics yet');
    app.type(keys.enter);
    await app.until(/│ \+ quickstart-events {2}new {2}1 partition, 1 copy/);
    await app.until(/✓ [Pp]assed/);
    for (const row of app.rows()) expect(stringWidth(row)).toBeLessThanOrEqual(120);

    const pid = await stage.brokerPid();
    const killed = performance.now();
    process.kill(pid, 'SIGKILL');
    await app.until('✗ 1 down');
    expect(performance.now() - killed).toBeLessThan(1_000);
    await app.until('! Kafka does not answer.');
    expect(app.screen()).not.toMatch(/Error|ECONN/);
    expect(app.screen()).toContain('quickstart-events  new  1 partition');

    await stage.run(['up']);
    await app.until((screen) => /brokers {2}✓ 1/.test(screen) && !screen.includes('does not answer'));
    app.type('v');
    await app.until((screen) => !screen.includes('brokers'));
    app.type('q');
    expect(await app.ended).toBe(0);
  });
});

describe.each([
  [80, 24],
  [60, 16],
])('at %ix%i', (columns, rows) => {
  it('is a page that v opens and Esc closes, and the step looks as before', async () => {
    const app = stage.start({ columns, rows });
    await app.until(/broker up/);
    const before = app.screen();
    app.type('v');
    await app.until(/^ {3}brokers {2}✓ 1/m);
    for (const row of app.rows()) expect(stringWidth(row)).toBeLessThanOrEqual(columns);
    expect(app.rows()[1]).toMatch(/─ live ──$/);
    app.type(keys.escape);
    await app.until((screen) => screen === before);
    app.type('q');
    expect(await app.ended).toBe(0);
  });
});

describe('in plain mode', () => {
  it('is printed once for v', async () => {
    const app = stage.start({}, ['--plain']);
    await app.until('[Enter');
    app.type('v\r');
    await app.until('broker 1 up');
    app.type('q\r');
    expect(await app.ended).toBe(0);
  });
});
