import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeProgram } from '../support/fake-program.ts';
import { placeOf } from './play.ts';
import { keys, type RunningProgram } from './program.ts';
import { course, openStage, type Stage } from './stage.ts';

/** What goes wrong around the learner: each has its screen, which says what, why, and which key. */

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');
const smallest = { columns: 60, rows: 16 };

describe('a machine on which Kafka cannot run', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ KAFKA_LESSONS_ENGINE: undefined, JAVA_HOME: undefined });
  });
  afterAll(() => stage.remove());

  it('tells what either engine lacks, and lets the learner read on', async () => {
    const app = stage.start({ env: { PATH: '' } });
    await app.until('Kafka cannot run on this machine yet.');
    const screen = flat(app.screen());
    expect(screen).toContain('With Docker: not installed');
    expect(screen).toContain('Without: Java is missing');
    expect(screen).toContain('next kafka-lessons doctor The key ! opens a shell for that.');
    const place = placeOf(course, { lesson: 'first-broker', step: course.lessons[0]?.steps[1]?.id ?? '' });
    while (!app.screen().includes(place)) {
      const before = app.screen();
      app.type(keys.enter);
      await app.until((now) => now !== before);
    }
    app.type('q');
    expect(await app.ended).toBe(0);
  });

  it('tells what Maven says where Kafka cannot be fetched', async () => {
    const mvn = await fakeProgram(
      stage.home,
      'mvn',
      'echo "[ERROR] Could not transfer artifact kafka from central: Connection refused -> [Help 1]"; exit 1',
    );
    const env = {
      PATH: [mvn, process.env['PATH']].join(delimiter),
      KAFKA_LESSONS_CACHE: join(stage.home, 'no-cache'),
      KAFKA_LESSONS_ENGINE: 'native',
    };
    const app = stage.start({ env, ...smallest });
    await app.until('Maven could not fetch Kafka.');
    expect(flat(app.screen())).toContain('Connection refused');
    app.type('q');
    expect(await app.ended).toBe(0);
  });
});

describe('a broker', () => {
  let stage: Stage;
  let app: RunningProgram;
  beforeAll(async () => {
    stage = await openStage();
    await stage.putAt('topics/orders');
  });
  afterAll(() => stage.remove());

  it('whose folder cannot be written says where, and starts with Enter once that is mended', async () => {
    const logs = join(stage.home, 'environment', 'broker');
    await rm(join(stage.home, 'environment'), { recursive: true });
    await mkdir(join(stage.home, 'environment'));
    await writeFile(logs, 'a file where a folder belongs');
    app = stage.start();
    await app.until('This cannot be written:');
    expect(flat(app.screen())).toContain('next Move it away, then try again.');
    await rm(logs);
    app.type(keys.enter);
    // In a new broker the steps before this one are performed again.
    await app.until((screen) => screen.includes('broker up') && screen.includes('Watching'), 90_000);
  });

  it('that dies under a command is not a wrong answer, and the command is not waited for in vain', async () => {
    // Typed where letters are keys: it goes into the command line all the same.
    app.type('kafka-console-consumer.sh --bootstrap-server localhost:9092 --topic orders');
    await app.until('Esc makes the letters keys again');
    app.type(keys.enter);
    await app.until('Ctrl+C stop');
    process.kill(await stage.brokerPid(), 'SIGKILL');
    await app.until('The broker does not answer any more. Ctrl+C stops this command');
    app.type(keys.ctrlC);
    await app.until('Enter start the broker again');
    app.type(keys.enter);
    await app.until((screen) => screen.includes('broker up') && screen.includes('Watching'));
  });

  it('that hangs blocks the check, and Enter puts another one in its place', async () => {
    const hanging = await stage.brokerPid();
    process.kill(hanging, 'SIGSTOP');
    await app.until('Enter start the broker again');
    expect(app.screen()).toMatch(/! blocked/);
    app.type(keys.enter);
    await app.until((screen) => screen.includes('broker up') && screen.includes('Watching'), 60_000);
    expect(await stage.brokerPid()).not.toBe(hanging);
  });

  it('and a command pasted meanwhile waits in its line, to be run with Enter', async () => {
    app.type('\x1b[200~kafka-topics.sh --bootstrap-server localhost:9092 --list\n\x1b[201~');
    await app.until('Esc makes the letters keys again');
    expect(app.screen()).toContain(' $ kafka-topics.sh --bootstrap-server localhost:9092 --list');
    app.type(keys.ctrlC);
    await app.until((screen) => !screen.includes('Esc then'));
  });

  it('is all that is left when the window is closed', async () => {
    const owner = join(stage.home, 'progress.owner.json');
    expect(existsSync(owner)).toBe(true);
    app.closeWindow();
    const broker = await stage.brokerPid();
    await expect.poll(() => stage.processes([broker]), { timeout: 10_000 }).toEqual([]);
    expect(existsSync(owner)).toBe(false);
  });
});
