import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { median, pressToFrame, residentMb, watchMemory } from './measure.ts';
import { keys, type RunningProgram } from './program.ts';
import { openStage, type Stage } from './stage.ts';

/** Far more output than anybody can read: the keys stay alive, the memory stays small, and it can be stopped. */

const million = 1_000_000;
const server = '--bootstrap-server localhost:9092';
const consume = `kafka-console-consumer.sh ${server} --topic flood --from-beginning`;
/** A million lines take a few seconds on a quiet machine. */
const patienceMs = 200_000;

let stage: Stage;
let app: RunningProgram;

beforeAll(async () => {
  stage = await openStage();
  await stage.putAt('topics/create');
  await stage.run(['up']);
  await tool(`kafka-topics ${server} --create --topic flood`);
  const filled = await tool(
    `kafka-producer-perf-test ${server} --topic flood --num-records ${million} --record-size 20 --throughput -1`,
  );
  expect(filled.stdout).toContain(`${million} records sent`);
  app = stage.start();
  await app.until('broker up');
});

afterAll(() => stage.remove());

const tool = (line: string) => stage.run(['tool', ...line.split(' ')]);
const isRunning = (): boolean => app.screen().includes('Ctrl+C stop');

/** Returns when its first record is on the screen. */
async function beginFlood(line: string): Promise<void> {
  const former = app.screen();
  app.type('/');
  await app.until('Enter run');
  app.type(line + keys.enter);
  await app.until('Ctrl+C stop');
  // Records of the one before are on the screen until those of this one come.
  await app.until((screen) => (screen.match(/^ [A-Z]{20}$/gm) ?? []).some((record) => !former.includes(record)));
}

const untilOver = (): Promise<void> => app.until(() => !isRunning(), patienceMs);

describe.runIf(process.platform === 'linux')('a consumer', () => {
  it('prints 100,000 and then a million lines, and every key is answered, in less than 40 MB more', {
    timeout: 2 * patienceMs,
  }, async () => {
    await beginFlood(`${consume} --max-messages 100`);
    await untilOver();
    const idle = await pressToFrame(app, (presses) => presses < 40);
    const before = await residentMb(app.pid);
    const memory = watchMemory(app.pid);
    for (const lines of [100_000, million]) {
      await beginFlood(`${consume} --max-messages ${lines}`);
      const flooded = await pressToFrame(app, (presses) => presses < 20 || (presses < 200 && isRunning()));
      await untilOver();
      expect(app.screen()).toContain(`Processed a total of ${lines} messages`);
      const [still, during] = [median(idle), median(flooded)];
      console.log(
        `${lines} lines: key to frame ${during.toFixed(0)} ms in the flood (${flooded.length} presses), ${still.toFixed(0)} ms before`,
      );
      expect(during).toBeLessThanOrEqual(3 * still);
    }
    const [most, after] = [memory.stop() - before, (await residentMb(app.pid)) - before];
    console.log(
      `memory: ${before.toFixed(0)} MB before, at most ${most.toFixed(0)} MB more, ${after.toFixed(0)} MB more afterwards`,
    );
    expect(most).toBeLessThan(40);
  });

  it('is stopped by Ctrl+C in mid-flood, and nothing of it is left', { timeout: patienceMs }, async () => {
    await beginFlood(consume);
    const pressed = performance.now();
    app.type(keys.ctrlC);
    await app.until('stopped');
    console.log(`stopped on the screen after ${(performance.now() - pressed).toFixed(0)} ms`);
    expect(performance.now() - pressed).toBeLessThan(1_000);
    const others = [app.pid, await stage.brokerPid()];
    await expect.poll(() => stage.processes(others), { timeout: 5_000 }).toEqual([]);
  });
});
