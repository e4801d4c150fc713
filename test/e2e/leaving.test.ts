import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeOf, turnPages } from './play.ts';
import { keys, type RunningProgram } from './program.ts';
import { course, openStage, type Stage } from './stage.ts';

/** However the program ends, the terminal is whole, nothing runs on but the broker, and the next start goes on there. */

let stage: Stage;
let app: RunningProgram;

beforeAll(async () => {
  stage = await openStage();
  await stage.run(['up']);
});

afterAll(() => stage.remove());

const create = placeOf(course, { lesson: 'topics', step: 'create' });

/** Also where a shell is around it. */
const programPid = async (): Promise<number> =>
  JSON.parse(await readFile(join(stage.home, 'progress.owner.json'), 'utf8')).pid;

/** The shell around it has told how the terminal is set: lines are edited and shown by the terminal again. */
function expectCleanTerminal(): void {
  expect(app.isAlternate()).toBe(false);
  expect(app.isCursorVisible()).toBe(true);
  const last = (sequence: string): number => app.written().lastIndexOf(`\x1b[?${sequence}`);
  expect(last('2004l')).toBeGreaterThan(last('2004h'));
  const set = app.screen().replaceAll(/\s+/g, ' ');
  for (const mode of ['icanon', 'echo', 'isig', 'icrnl', 'opost']) expect(set).toMatch(new RegExp(`[ ;]${mode}\\b`));
}

/** Where the learner is, how far, how to go on, what runs, how to stop it: once, and without a colour. */
function expectTold(): void {
  const rows = app.rows();
  const from = rows.findIndex((row) => row.startsWith('You are at:'));
  expect(rows.slice(from, from + 5)).toEqual([
    `You are at:    lesson 2/${course.lessons.length}, step 2/8: Create a topic`,
    expect.stringMatching(/^Done so far: {3}\d+ of \d+ steps$/),
    'Go on:         kafka-lessons',
    expect.stringMatching(/^Still running: broker \(127\.0\.0\.1:\d+\)$/),
    'Stop it:       kafka-lessons down',
  ]);
  expect(app.screen().match(/Go on:/g)).toHaveLength(1);
  const left = app.written().slice(app.written().lastIndexOf('You are at:'));
  expect(left).not.toMatch(/\x1b\[[\d;]*m/);
}

async function startWithConsumer(options: Parameters<Stage['start']>[0] = {}): Promise<void> {
  app = stage.start(options);
  await app.until(create);
  await app.until('broker up');
  app.type('/');
  await app.until('Enter run');
  app.type(`kafka-console-consumer.sh --bootstrap-server localhost:9092 --topic quickstart-events${keys.enter}`);
  await app.until('Ctrl+C stop');
  const others = [app.pid, await programPid(), await stage.brokerPid()];
  await expect
    .poll(() => stage.processes(others), { timeout: 20_000 })
    .toContainEqual(expect.stringContaining('ConsoleConsumer'));
}

const onlyTheBrokerRuns = async (): Promise<void> => {
  const broker = await stage.brokerPid();
  await expect.poll(() => stage.processes([broker]), { timeout: 5000 }).toEqual([]);
};

describe('a signal', () => {
  beforeAll(() => stage.putAt('topics/create'));

  it.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])('%s ends it with %i, the terminal as it was, and no command left', async (signal, code) => {
    await startWithConsumer({ inShell: true });
    expect(app.isAlternate()).toBe(true);
    process.kill(await programPid(), signal);
    expect(await app.ended).toBe(code);
    expectCleanTerminal();
    expectTold();
    await onlyTheBrokerRuns();
  });

  it('SIGINT ends it with 130 also while a line is typed', async () => {
    app = stage.start({ inShell: true });
    await app.until(create);
    app.type('/');
    await app.until('Enter run');
    app.type(`\x1b[200~kafka-topics.sh --li`);
    await expect.poll(app.isCursorVisible).toBe(true);
    process.kill(await programPid(), 'SIGINT');
    expect(await app.ended).toBe(130);
    expectCleanTerminal();
  });
});

describe('Ctrl+C', () => {
  it('twice leaves at once what runs, and says where the learner is', async () => {
    await startWithConsumer({ inShell: true });
    app.type(keys.ctrlC + keys.ctrlC);
    expect(await app.ended).toBe(0);
    expectCleanTerminal();
    expectTold();
    await onlyTheBrokerRuns();
  });
});

describe('an error that nobody has caught', () => {
  const fault = `data:text/javascript,process.on('SIGUSR2', () => { throw new Error('a fault of ours') })`;

  it('is told on the normal screen, with exit code 1 and the terminal as it was', async () => {
    await startWithConsumer({ inShell: true, rows: 60, env: { NODE_OPTIONS: `--import "${fault}"` } });
    process.kill(await programPid(), 'SIGUSR2');
    expect(await app.ended).toBe(1);
    expectCleanTerminal();
    expect(app.screen()).toContain('Error: a fault of ours');
    expect(app.screen()).toContain('This is a fault in kafka-lessons');
    await onlyTheBrokerRuns();
  });
});

describe('a crash', () => {
  it('leaves no command, and the next start goes on at the same step at once', async () => {
    await startWithConsumer();
    app.kill('SIGKILL');
    expect(await app.ended).toBe(137);
    await onlyTheBrokerRuns();
    app = stage.start();
    // Sooner than a lock gets stale.
    await app.until(create, 5000);
  });

  it('is not what a second start sees: it is told who is at work, and leaves that one alone', async () => {
    const second = stage.start();
    expect(await second.ended).toBe(3);
    expect(second.screen()).toContain(`kafka-lessons is already open (process ${app.pid}).`);
    expect(second.isAlternate()).toBe(false);
    app.type('?');
    await app.until('the main action');
    app.type('q');
    expect(await app.ended).toBe(0);
  });
});

describe('a damaged progress file', () => {
  const damaged = '{"version":1,"packs":{"kafka-le';

  it('is set aside and told; the copy before it is used', async () => {
    await writeFile(join(stage.home, 'progress.json'), damaged);
    app = stage.start();
    await app.until('The progress file was damaged');
    // The copy may be one step older, the lesson is the same.
    await app.until(`Topics 2/${course.lessons.length}`);
    app.type('q');
    expect(await app.ended).toBe(0);
    const names = await readdir(stage.home);
    const aside = names.filter((name) => /^progress\..*damaged/.test(name));
    expect(aside).toHaveLength(1);
    expect(await readFile(join(stage.home, aside[0] ?? ''), 'utf8')).toBe(damaged);
  });

  it('without a good copy begins the course anew, and says so', async () => {
    await writeFile(join(stage.home, 'progress.json'), damaged);
    await writeFile(join(stage.home, 'progress.previous.json'), '');
    app = stage.start();
    await app.until('the course begins anew');
    await app.until(placeOf(course, { lesson: 'first-broker', step: 'tangle' }));
    app.type('q');
    expect(await app.ended).toBe(0);
    const { stdout } = await stage.run(['list', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ next: 'first-broker/tangle' });
  });
});

describe('a cluster that is gone', () => {
  it('is told and made again with what the open lesson needs', async () => {
    await stage.putAt('topics/create');
    const { exitCode } = await stage.run(['run', 'topics/list', 'topics/create', 'topics/describe-all']);
    expect(exitCode).toBe(0);
    await stage.run(['down']);
    await rm(join(stage.home, 'environment'), { recursive: true });
    app = stage.start();
    // It goes on where the app was left, and that step has been passed since.
    for (const step of ['create', 'describe-all', 'describe']) {
      await app.until(placeOf(course, { lesson: 'topics', step }));
      await app.until('broker up');
      await turnPages(app);
      app.type(keys.enter);
    }
    await app.until('The cluster is a new one');
    await app.until(/✓ [Pp]assed/);
    app.type('q');
    expect(await app.ended).toBe(0);
  });
});
