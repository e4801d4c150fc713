import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goOn, placeOf, playStep, typeCommand } from './play.ts';
import { keys, type RunningProgram } from './program.ts';
import { course, openStage, type Stage } from './stage.ts';

/**
 * The last lesson as a learner plays it: repairs in another order than the solution's, one of them wrong and then mended, the
 * program quit in the middle. What is mended stays mended, what happened stands in the report, and a reset breaks it all again.
 */

const calls = { lesson: 'night-shift', step: 'calls' };
const broker = '--bootstrap-server localhost:9092';
const rest = 'localhost:8083/connectors';
const patch = (connector: string, settings: string): string =>
  `curl -s -X PATCH -H 'Content-Type: application/json' -d '${settings}' ${rest}/${connector}/config`;
const move = (to: string): string =>
  `kafka-consumer-groups.sh ${broker} --group invoicing --topic payments --reset-offsets ${to} --execute`;

let stage: Stage;
let app: RunningProgram;
beforeAll(async () => {
  stage = await openStage();
  await stage.putAt('night-shift/calls');
});
afterAll(() => stage?.remove());

const file = (name: string): Promise<string> => readFile(join(stage.home, 'workspace', 'night-shift', name), 'utf8');
/** The line of all panels: so many are mended, and how each stands. */
const standing = (mended: number, marks: string): RegExp =>
  new RegExp(`mended ${mended}/4${[...marks].map((mark, index) => ` +${mark} ${index + 1}\\.[^✓✗]*`).join('')}`);

const setups = async (): Promise<number> => {
  const journal = await readFile(join(stage.home, 'journal', course.name, 'night-shift', 'calls.jsonl'), 'utf8');
  return journal.split('\n').filter((line) => line.includes('"setup"')).length;
};

describe('the night shift', () => {
  it('breaks four things, tells a wrong repair, and sees each right one by itself', { timeout: 240_000 }, async () => {
    app = stage.start();
    await app.until(placeOf(course, calls));
    await app.until(/Preparing this step, \d+ of \d+/, 120_000);
    await app.until(standing(0, '✗✗✗✗'), 120_000);
    expect(app.screen()).toContain('Carol drives every tour alone');
    // What is missing is for the learner to find out.
    expect(app.screen()).not.toContain('expected');

    await typeCommand(app, move('--to-latest'));
    await app.until('The group stands at the end now. Orders 507 and 508 are paid');
    await typeCommand(app, patch('suppliers-sink', '{"collection.name.format": "suppliers"}'));
    await app.until('The next change will go to the right table.');
    await typeCommand(app, `curl -s -X PUT ${rest}/suppliers-sink/stop`);
    await app.until('state STOPPED');
    await typeCommand(app, `curl -s -X DELETE ${rest}/suppliers-sink/offsets`);
    await app.until('have been reset successfully');
    await typeCommand(app, `curl -s -X PUT ${rest}/suppliers-sink/resume`);
    await app.until(standing(1, '✗✗✗✓'));
    await typeCommand(app, move('--to-offset 6'));
    await app.until(standing(2, '✗✓✗✓'));
    app.type('h');
    await app.until('Hint 1 of 12 - Couriers: where to look');
    // The second is for the archive: the invoices are written again.
    app.type('h');
    await app.until('Hint 2 of 12 - Archive: where to look');
  });

  it('is as it was left when the program is started again, and passes', { timeout: 240_000 }, async () => {
    app.type('q');
    expect(await app.ended).toBe(0);
    app = stage.start({ columns: 120, rows: 40 });
    await app.until(standing(2, '✗✓✗✓'), 120_000);
    expect(await setups()).toBe(1);

    await typeCommand(
      app,
      patch('orders-archive', '{"value.converter": "org.apache.kafka.connect.storage.StringConverter"}'),
    );
    await app.until('mended 3/4');
    // What was mended can break again.
    await typeCommand(app, move('--to-offset 7'));
    await app.until(standing(2, '✗✗✓✓'));
    await typeCommand(app, move('--to-offset 6'));
    await app.until('mended 3/4');
    await typeCommand(app, `kafka-topics.sh ${broker} --alter --topic tours --partitions 3`);
    await app.until('mended 4/4');
    await app.until(/✓ Passed/);
    expect(await file('archive.txt')).toBe(
      'order 601: 2 lamps\norder 602: 1 desk\norder 603: 6 chairs\norder 604: 1 clock\n',
    );
  });

  it('has its report, which the next step shows', { timeout: 120_000 }, async () => {
    const next = await goOn(app, course, calls);
    if (!next) throw new Error('no next step');
    await playStep(app, course, next, stage.home);
    const report = await file('report.md');
    expect(report).toMatch(/^# Night shift: report\n\nBegun 20\d\d-\d\d-\d\d .* UTC, all of it mended after /);
    expect(report).toContain('With 2 hints.');
    expect(report.match(/^- Mended after /gm)).toHaveLength(4);
    const done = report.slice(report.indexOf('## What you did'));
    const order = ['--to-latest', 'stop', 'DELETE', 'resume', '--to-offset 6', 'StringConverter', '--partitions 3'];
    const places = order.map((part) => done.indexOf(part));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
    const noticed = report.slice(report.indexOf('## What was noticed'));
    expect(noticed).toContain('No invoice since 02:14: The group stands at the end now.');
    expect(noticed).toContain('No invoice since 02:14: it was mended, and broke again.');
    app.type('q');
    expect(await app.ended).toBe(0);
  });

  it('is broken in the same way after a reset', { timeout: 240_000 }, async () => {
    expect((await stage.run(['reset', 'night-shift'])).exitCode).toBe(0);
    await expect(file('report.md')).rejects.toThrow('ENOENT');
    app = stage.start({ columns: 60, rows: 16 });
    await app.until(placeOf(course, { lesson: 'night-shift', step: 'shift' }));
    await playStep(app, course, { lesson: 'night-shift', step: 'shift' }, stage.home);
    await goOn(app, course, { lesson: 'night-shift', step: 'shift' });
    await app.until(standing(0, '✗✗✗✗'), 120_000);
    expect(await setups()).toBe(1);
    app.type('q');
    expect(await app.ended).toBe(0);
  });

  it('is told line by line where there is no screen', { timeout: 120_000 }, async () => {
    const told = (): string => app.written().replaceAll('\r', '');
    app = stage.start({ env: { NO_COLOR: '1' } }, ['--plain']);
    await app.until(() => told().includes('mended 0/4.'), 60_000);
    expect(told()).toContain('✗ broken  1. Two couriers have nothing to do');
    app.type(`/kafka-topics.sh ${broker} --alter --topic tours --partitions 2${keys.enter}`);
    await app.until(() => told().includes('With two partitions one of the three couriers'), 60_000);
    app.type(`/kafka-topics.sh ${broker} --alter --topic tours --partitions 3${keys.enter}`);
    await app.until(() => told().includes('mended 1/4.'), 60_000);
    expect(told().split('With two partitions')).toHaveLength(2);
    app.type(`q${keys.enter}`);
    expect(await app.ended).toBe(0);
  });
});
