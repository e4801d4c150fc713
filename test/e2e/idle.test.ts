import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cpuSeconds, residentMb } from './measure.ts';
import { openStage, type Stage } from './stage.ts';

/** Nobody does anything: the program costs next to nothing, also while it looks at Kafka every second. */

const seconds = 20;

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  await stage.putAt('topics/create');
  await stage.run(['up']);
});

afterAll(() => stage.remove());

describe.runIf(process.platform === 'linux')('at rest', () => {
  it.each([
    ['with the live view', { columns: 120, rows: 40 }],
    ['without it', { columns: 80, rows: 24 }],
  ])('%s it takes next to nothing', async (name, size) => {
    const app = stage.start(size);
    await app.until(size.columns === 120 ? 'no topics yet' : 'broker up');
    // What a start leaves to be done later (compiling, tidying up) is no rest.
    await pause(5_000);
    const [cpu, written] = [await cpuSeconds(app.pid), app.written().length];
    await pause(seconds * 1_000);
    const share = (await cpuSeconds(app.pid)) - cpu;
    const bytes = app.written().length - written;
    console.log(
      `${name}: ${((share / seconds) * 100).toFixed(2)} % of a core, ${bytes} characters written in ${seconds} s, ${(await residentMb(app.pid)).toFixed(0)} MB`,
    );
    expect(share / seconds).toBeLessThan(0.02);
    expect(bytes).toBe(0);
    app.type('q');
    expect(await app.ended).toBe(0);
  });
});
