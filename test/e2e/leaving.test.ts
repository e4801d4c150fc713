import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeOf } from './play.ts';
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

async function startWithConsumer(): Promise<void> {
  app = stage.start();
  await app.until(create);
  await app.until('broker up');
  app.type('/');
  await app.until('Enter run');
  app.type(`kafka-console-consumer.sh --bootstrap-server localhost:9092 --topic quickstart-events${keys.enter}`);
  await app.until('Ctrl+C stop');
  const others = [app.pid, await stage.brokerPid()];
  await expect.poll(() => stage.processes(others)).toContainEqual(expect.stringContaining('ConsoleConsumer'));
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
    await startWithConsumer();
    expect(app.isAlternate()).toBe(true);
    app.kill(signal);
    expect(await app.ended).toBe(code);
    expect(app.isAlternate()).toBe(false);
    expect(app.isCursorVisible()).toBe(true);
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
      app.type(keys.enter);
    }
    await app.until('The cluster is a new one');
    await app.until(/✓ [Pp]assed/);
    app.type('q');
    expect(await app.ended).toBe(0);
  });
});
