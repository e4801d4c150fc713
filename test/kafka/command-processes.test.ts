import { type ChildProcess, spawn } from 'node:child_process';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { describe, expect, it, onTestFinished } from 'vitest';
import { graceMs } from '../../src/command/run-line.ts';
import { isAlive, start, temporaryFolder, textOf, until } from '../unit/command/run-support.ts';

/** Real processes, what takes longer than a unit test may. */

const MB = 2 ** 20;

const forever = `console.log(process.pid); setInterval(() => {}, 1000)`;
const stubborn = `process.on('SIGTERM', () => console.log('no')); ${forever}`;
/** Writes many lines at a time: node's own cost for each write would be most of it. */
const flood = (lines: number): string => `
  let n = 0;
  const some = () => { let text = ''; for (let end = n + 500; n < end; n++) text += 'line ' + n + ' ' + 'x'.repeat(80) + '\\n'; return text; };
  const go = () => { while (n < ${lines}) if (!process.stdout.write(some())) return process.stdout.once('drain', go); };
  go();`;

async function countLines(path: string): Promise<number> {
  let count = 0;
  for await (const bytes of createReadStream(path)) for (const byte of bytes as Buffer) if (byte === 10) count++;
  return count;
}

describe('a command that does not want to end', () => {
  it.runIf(process.platform !== 'win32')('is killed after the grace time', async () => {
    const run = await start('kafka-stubborn', { 'kafka-stubborn': stubborn });
    await until(() => textOf(run).length === 1);
    const asked = performance.now();
    await run.running.stop();
    const took = performance.now() - asked;
    expect(await run.running.ended).toMatchObject({ exit: undefined, signal: 'SIGKILL', stopped: true });
    expect(took).toBeGreaterThanOrEqual(graceMs - 50);
    expect(took).toBeLessThan(graceMs + 2_000);
    expect(textOf(run)).toContain('no');
    expect(await isAlive(Number(textOf(run)[0]))).toBe(false);
  });
});

describe('a command that reads its input', () => {
  it('ends the input of a command that reads it, and cleans up after one that had to be killed', async () => {
    const ends = `process.stdin.resume().on('end', () => { console.log('end'); process.exit(0) }); console.log('up')`;
    const stays = `process.stdin.resume(); setInterval(() => {}, 1000); console.log('up')`;
    const folder = temporaryFolder();
    const mark = join(folder, 'cleaned');
    const afterKill = {
      file: process.execPath,
      args: ['-e', `require('fs').writeFileSync(process.argv[1], '')`, mark],
    };
    for (const [script, cleaned] of [
      [ends, false],
      [stays, true],
    ] as const) {
      const options = { stdin: { kind: 'open' }, spawn: { stop: 'end-input', afterKill } } as const;
      const run = await start('kafka-reads', { 'kafka-reads': script }, options);
      await until(() => textOf(run).includes('up'));
      await run.running.stop();
      expect(existsSync(mark)).toBe(cleaned);
    }
  });
});

describe('a flood', () => {
  it('of 100,000 lines comes through whole: the last lines on the screen, all in the log', async () => {
    const logFile = join(temporaryFolder(), 'flood.log');
    const run = await start('kafka-flood', { 'kafka-flood': flood(100_000) }, { logFile });
    const { exit, ms } = await run.running.ended;
    expect(exit).toBe(0);
    expect(textOf(run)).toHaveLength(2_000);
    expect(textOf(run).at(-1)).toMatch(/^line 99999 /);
    expect(run.chunks.flatMap(({ lines }) => lines).at(-1)?.text).toMatch(/^line 99999 /);
    expect(await countLines(logFile)).toBe(100_000);
    expect(ms).toBeLessThan(10_000);
  });

  it('of 1,000,000 lines through a pipe grows neither memory nor the log without end', async () => {
    const logFile = join(temporaryFolder(), 'flood.log');
    let highest = 0;
    let received = 0;
    const before = process.memoryUsage();
    const run = await start(
      'kafka-flood | cat',
      { 'kafka-flood': flood(1_000_000) },
      {
        logFile,
        onChunk: ({ lines }) => {
          received += lines.length;
          const { heapUsed, arrayBuffers } = process.memoryUsage();
          highest = Math.max(highest, heapUsed + arrayBuffers);
        },
      },
    );
    expect((await run.running.ended).exit).toBe(0);
    // Some 90 MB were printed: the log stops at 64 MB and says so in its last line.
    const { size } = statSync(logFile);
    expect(size).toBeGreaterThanOrEqual(64 * MB);
    expect(size).toBeLessThan(65 * MB);
    expect((await readFile(logFile, 'utf8')).trimEnd().split('\n').at(-1)).toMatch(/64 MB/);
    expect(textOf(run)).toContain(`line 999999 ${'x'.repeat(80)}`);
    expect(received).toBeGreaterThan(0);
    expect(highest - before.heapUsed - before.arrayBuffers).toBeLessThan(60_000_000);
  });

  it('without a single line end does not grow memory either, and stops at once', async () => {
    const endless = `const go = () => { while (process.stdout.write('x'.repeat(65536))); process.stdout.once('drain', go) }; process.stdout.on('error', () => {}); go()`;
    const before = process.memoryUsage();
    let highest = 0;
    const run = await start(
      'kafka-endless',
      { 'kafka-endless': endless },
      {
        onChunk: () => {
          const { heapUsed, arrayBuffers } = process.memoryUsage();
          highest = Math.max(highest, heapUsed + arrayBuffers);
        },
        timeoutMs: 1_500,
      },
    );
    const end = await run.running.ended;
    expect(end.timedOut).toBe(true);
    expect(end.ms).toBeLessThan(1_500 + graceMs);
    expect(highest - before.heapUsed - before.arrayBuffers).toBeLessThan(60_000_000);
  });
});

describe.runIf(process.platform !== 'win32')('when the program itself is killed', () => {
  /** A program that runs a line whose command prints its pid and stays, with a child of its own. */
  function startProgram(script: string): ChildProcess {
    const folder = temporaryFolder();
    const outfile = join(folder, 'program.mjs');
    const source = `
      import { runLine } from ${JSON.stringify(join(import.meta.dirname, '../../src/command/run-line.ts'))};
      const engine = { tools: () => ['kafka-stays'], spawnable: async () => ({ file: process.execPath, args: ['-e', ${JSON.stringify(script)}], env: {}, stop: 'signal' }) };
      const onChunk = ({ lines }) => lines.forEach(({ text }) => console.log(text));
      await runLine('kafka-stays', { engine }, { workspace: ${JSON.stringify(folder)}, onChunk });
      setInterval(() => {}, 1000);`;
    buildSync({
      stdin: { contents: source, resolveDir: import.meta.dirname, loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      banner: { js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);` },
      outfile,
      logLevel: 'silent',
    });
    expect(existsSync(outfile)).toBe(true);
    const program = spawn(process.execPath, [outfile], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void program.kill('SIGKILL'));
    return program;
  }

  async function pidsOf(program: ChildProcess, count: number): Promise<number[]> {
    let text = '';
    program.stdout?.on('data', (bytes) => {
      text += bytes;
    });
    const pids = (): number[] => (text.match(/\d+(?=\n)/g) ?? []).map(Number);
    await until(() => pids().length >= count);
    return pids();
  }

  const family = `console.log(require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' }).pid); ${forever}`;
  const noneAlive = async (pids: readonly number[]): Promise<boolean> =>
    !(await Promise.all(pids.map((pid) => isAlive(pid)))).includes(true);

  it('with kill -9, its command and what that started end too', async () => {
    const program = startProgram(family);
    const pids = await pidsOf(program, 2);
    expect(await noneAlive(pids)).toBe(false);
    program.kill('SIGKILL');
    await until(() => noneAlive(pids), 3_000);
  });

  it('with kill -9, a command that ignores TERM is killed after the grace time', async () => {
    const program = startProgram(stubborn);
    const pids = await pidsOf(program, 1);
    program.kill('SIGKILL');
    await until(() => noneAlive(pids), graceMs + 3_000);
  });

  it('by its own exit, its command ends too', async () => {
    const program = startProgram(family);
    const pids = await pidsOf(program, 2);
    program.kill('SIGTERM');
    await until(() => noneAlive(pids), 3_000);
  });
});
