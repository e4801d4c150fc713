import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeOf, typeCommand } from './play.ts';
import { keys, type RunningProgram } from './program.ts';
import { course, openStage, type Stage } from './stage.ts';

/** What goes wrong for every learner once: the screen says what, why and what to do, and the way on is open. */

const topics = 'kafka-topics.sh --bootstrap-server localhost:9092';

let stage: Stage;
let app: RunningProgram;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.remove());

/** The screen as one text, however its lines were broken. */
const flat = (screen: string): string =>
  screen
    .split('\n')
    .map((row) => row.slice(row.search(/[|│][^|│]*$/) + 1).trim())
    .join(' ');

/** A line that cannot be run stays in the command line, to be mended; here it is given up. */
async function typeRefused(line: string, why: string): Promise<void> {
  app.type('/');
  await app.until('Enter run');
  app.type(line + keys.enter);
  await app.until(why);
  await app.until((screen) => screen.includes('Esc then') && screen.includes(` $ ${line}`));
}

async function giveUpLine(): Promise<void> {
  // Ctrl+U, which empties it, then Esc.
  app.type('\u0015');
  await app.until('Right takes this one');
  app.type('\u001b');
  await app.until((screen) => !screen.includes('Esc then'));
}

describe('a wrong answer', () => {
  beforeAll(async () => {
    await stage.putAt('topics/orders');
    app = stage.start({ columns: 120, rows: 40 });
    await app.until('Watching');
  });

  it('is told with what was expected, what was found, why, and what to try', async () => {
    await typeCommand(app, `${topics} --create --topic orders --partitions 4`);
    const wanted = [
      /✗ not yet +topic orders/,
      /expected +\S.* found +\S/,
      /because +The topic orders has four partitions/,
      /try +kafka-topics.sh .*--delete --topic orders/,
    ];
    await app.until((screen) => wanted.every((each) => each.test(flat(screen))));
  });

  it('does not stand in the way of the right one, typed as the screen says', async () => {
    await typeCommand(app, `${topics} --delete --topic orders`);
    await app.until('no such topic');
    expect(app.screen()).not.toContain('four partitions');
    await typeCommand(app, `${topics} --create --topic orders --partitions 3`);
    await app.until('✓ Passed');
    expect(app.screen()).not.toContain('not yet');
  });

  it('in the name of a tool is told with the name that was meant', async () => {
    await typeRefused('kafka-topcs.sh --list', 'There is no tool "kafka-topcs" here.');
    await app.until('Did you mean kafka-topics.sh?');
    await giveUpLine();
  });

  it('of the shell is told with the place where a shell is', async () => {
    await typeRefused(`${topics} --list > topics.txt`, '">" is not understood here.');
    expect(flat(app.screen())).toContain('open kafka-lessons shell (in the app: the key !)');
    // A word that is only half a command must not have undone what was passed.
    expect(app.screen()).toContain('✓ Passed');
    await giveUpLine();
  });

  it('of a whole command pasted from a note for containers is put right and run', async () => {
    await typeCommand(app, `docker exec -it broker /opt/kafka/bin/${topics} --list`);
    await app.until((screen) => /^.*│\s+orders\s*$/m.test(screen));
    expect(flat(app.screen())).toContain('is left out');
    app.type('q');
    expect(await app.ended).toBe(0);
  });
});

describe('an exercise that is being watched', () => {
  beforeAll(async () => {
    await stage.putAt('topics/orders');
    app = stage.start();
    await app.until('Watching');
  });

  it('is blocked, not wrong, when the broker dies under it; Enter starts it again', async () => {
    process.kill(await stage.brokerPid(), 'SIGKILL');
    await app.until('broker down');
    await app.until('Enter start the broker again');
    const screen = app.screen();
    expect(screen).toMatch(/! blocked/);
    expect(screen).toMatch(/broker at 127\.0\.0\.1:\d+/);
    expect(screen).not.toMatch(/✗|not yet/i);
    app.type(keys.enter);
    await app.until(
      (screen) => screen.includes('broker up') && screen.includes('Watching') && !screen.includes('blocked'),
    );
  });

  it('turns green by itself when another program does it', async () => {
    const tool = ['tool', 'kafka-topics', '--bootstrap-server', 'localhost:9092'];
    const made = await stage.run([...tool, '--create', '--topic', 'orders', '--partitions', '3']);
    expect(made).toMatchObject({ exitCode: 0, stdout: 'Created topic orders.' });
    await app.until('✓ Passed');
    app.type(keys.enter);
    await app.until(placeOf(course, { lesson: 'topics', step: 'again' }));
  });
});

describe('Ctrl+C', () => {
  it('stops a command that would run for ever, and leaves nothing of it', async () => {
    const others = [app.pid, await stage.brokerPid()];
    app.type('/');
    await app.until('Enter run');
    app.type(`kafka-console-consumer.sh --bootstrap-server localhost:9092 --topic orders${keys.enter}`);
    await app.until('Ctrl+C stop');
    await expect.poll(() => stage.processes(others)).toContainEqual(expect.stringContaining('ConsoleConsumer'));
    app.type(keys.ctrlC);
    await app.until((screen) => screen.includes('stopped') && !screen.includes('Ctrl+C stop'));
    await expect.poll(() => stage.processes(others), { timeout: 5000 }).toEqual([]);
    expect(app.screen()).toContain(placeOf(course, { lesson: 'topics', step: 'again' }));
  });

  it('quits where nothing runs, and only the broker stays', async () => {
    app.type(keys.ctrlC);
    expect(await app.ended).toBe(0);
    expect(app.screen()).toContain('You are at:    lesson 2/');
    expect(await stage.processes([await stage.brokerPid()])).toEqual([]);
  });
});
