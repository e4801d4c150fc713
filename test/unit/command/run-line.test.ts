import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveLine } from '../../../src/command/resolve-line.ts';
import { isUserError } from '../../../src/errors.ts';
import { unforeseen as unused } from '../check/support/facts.ts';
import { isAlive, scripts, start, temporaryFolder, textOf, until } from './run-support.ts';

const upper = `process.stdin.on('data', (d) => process.stdout.write(String(d).toUpperCase()))`;
const forever = `process.stdout.write('up\\n'); setInterval(() => {}, 1000)`;
const stubborn = `process.on('SIGTERM', () => process.stdout.write('no\\n')); ${forever}`;

describe('runLine', () => {
  it('runs a built-in command', async () => {
    const run = await start('echo hello world');
    expect(await run.running.ended).toMatchObject({ exit: 0, timedOut: false, stopped: false });
    expect(run.running.output()).toEqual([{ stream: 'stdout', text: 'hello world' }]);
    expect(run).toMatchObject({ remarks: [] });
    expect(run.shown).toBeUndefined();
  });

  it('joins commands by pipes, built-in ones and processes', async () => {
    const run = await start('printf "a\\nb\\n" | kafka-upper | cat', { 'kafka-upper': upper });
    expect(await run.running.ended).toMatchObject({ exit: 0 });
    expect(textOf(run)).toEqual(['A', 'B']);
  });

  it('keeps the last exit code, and stderr of all', async () => {
    const fails = `console.error('first'); process.exit(3)`;
    const run = await start('kafka-a | kafka-b', {
      'kafka-a': fails,
      'kafka-b': `console.error('second'); process.exitCode = 4`,
    });
    expect((await run.running.ended).exit).toBe(4);
    expect(
      run.running
        .output()
        .map(({ stream, text }) => `${stream} ${text}`)
        .sort(),
    ).toEqual(['stderr first', 'stderr second']);
    const other = await start('kafka-a | cat', { 'kafka-a': fails });
    expect((await other.running.ended).exit).toBe(0);
  });

  it('ends a writer whose reader has gone', async () => {
    const flood = `const go = () => { while (process.stdout.write('x'.repeat(1000) + '\\n')); process.stdout.once('drain', go) }; process.stdout.on('error', () => process.exit(9)); go()`;
    const run = await start('kafka-flood | kafka-head', {
      'kafka-flood': flood,
      'kafka-head': `console.log('enough')`,
    });
    expect((await run.running.ended).exit).toBe(0);
    expect(textOf(run)).toEqual(['enough']);
  });

  it('feeds a text, and ends input at once where there is none', async () => {
    const fed = await start('kafka-upper', { 'kafka-upper': upper }, { stdin: { kind: 'text', text: 'open\n' } });
    await fed.running.ended;
    expect(textOf(fed)).toEqual(['OPEN']);
    const empty = await start('kafka-upper', { 'kafka-upper': upper });
    expect((await empty.running.ended).exit).toBe(0);
    const cat = await start('cat');
    expect((await cat.running.ended).exit).toBe(0);
  });

  it('takes lines while it runs, and shows them', async () => {
    const run = await start('kafka-upper', { 'kafka-upper': upper }, { stdin: { kind: 'open' } });
    run.running.send('one');
    await until(() => textOf(run).includes('ONE'));
    run.running.send('two \x1b[31mred');
    run.running.endInput();
    expect((await run.running.ended).exit).toBe(0);
    expect(run.running.output()[0]).toEqual({ stream: 'stdin', text: 'one' });
    expect(textOf(run)).toContain('two red');
    run.running.send('late');
    run.running.endInput();
    expect(textOf(run)).not.toContain('late');
  });

  it('does not mind input that nobody takes', async () => {
    const run = await start(
      'kafka-exit',
      { 'kafka-exit': 'process.exit(0)' },
      { stdin: { kind: 'text', text: 'x'.repeat(1_000_000) } },
    );
    expect((await run.running.ended).exit).toBe(0);
  });

  it('stops a command that listens', async () => {
    const run = await start('kafka-forever', { 'kafka-forever': forever });
    await until(() => textOf(run).includes('up'));
    await Promise.all([run.running.stop(), run.running.stop()]);
    expect(await run.running.ended).toMatchObject({ stopped: true, timedOut: false });
    await run.running.stop();
  });

  it('ends a command after its time', async () => {
    const run = await start('kafka-forever', { 'kafka-forever': forever }, { timeoutMs: 200 });
    const end = await run.running.ended;
    expect(end).toMatchObject({ stopped: false, timedOut: true });
    expect(end.ms).toBeGreaterThanOrEqual(199);
    expect(end.ms).toBeLessThan(2_000);
  });

  it('stops when its signal is aborted', async () => {
    const abort = new AbortController();
    const run = await start('cat', {}, { stdin: { kind: 'open' }, signal: abort.signal });
    abort.abort();
    expect(await run.running.ended).toMatchObject({ stopped: true });
  });

  it('asks a command that ends with its input by closing it', async () => {
    const waits = `process.stdin.resume().on('end', () => { console.log('closed'); process.exit(0) }); console.log('up')`;
    const run = await start('kafka-waits', { 'kafka-waits': waits }, { spawn: { stop: 'close-stdin' } });
    await until(() => textOf(run).includes('up'));
    await run.running.stop();
    expect(await run.running.ended).toMatchObject({ exit: 0, stopped: true });
    expect(textOf(run)).toEqual(['up', 'closed']);
  });

  it('feeds nothing to a command whose input is only a sign of life, and does not end it early', async () => {
    const lives = `let fed = 0; process.stdin.on('data', () => { fed++ }).on('end', () => { console.log('fed', fed); process.exit(0) }); console.log('up')`;
    const run = await start('printf lost | kafka-lives', { 'kafka-lives': lives }, { spawn: { stop: 'close-stdin' } });
    await until(() => textOf(run).includes('up'));
    expect(textOf(run)).toEqual(['up']);
    await run.running.stop();
    expect(textOf(run)).toEqual(['up', 'fed 0']);
  });

  it.runIf(process.platform !== 'win32')('ends what the command itself started', async () => {
    const parent = `const c = require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(stubborn)}], { stdio: 'ignore' });
      console.log('child', c.pid); setInterval(() => {}, 1000)`;
    const run = await start('kafka-parent', { 'kafka-parent': parent });
    await until(() => textOf(run).length > 0);
    const pid = Number(textOf(run)[0]?.split(' ')[1]);
    expect(await isAlive(pid)).toBe(true);
    await run.running.stop();
    await until(async () => !(await isAlive(pid)));
  });

  it('says what cannot be started', async () => {
    const run = await start(
      'echo a | kafka-missing',
      { 'kafka-missing': '' },
      { workspace: join(temporaryFolder(), 'none') },
    );
    const end = await run.running.ended;
    expect(end.problem).toContain('cannot be started');
    expect(run.running.output().at(-1)).toEqual({ stream: 'stderr', text: end.problem });
  });

  it('refuses an unknown tool and a program that is not there, before anything runs', async () => {
    const refused = async (line: string) => {
      try {
        await start(line, { 'kafka-topics': '' }, { env: { PATH: '' } });
      } catch (error) {
        if (isUserError(error)) return `${error.explanation.what} ${error.explanation.next}`;
      }
      throw new Error('not refused');
    };
    expect(await refused('kafka-topcs.sh')).toContain('Did you mean kafka-topics.sh?');
    expect(await refused('echo a | curl')).toContain('curl is not on this machine. Install curl');
    expect(await refused('ls')).toContain('kafka-lessons shell');
  });

  it('says what really runs where that is new', async () => {
    const tools = { 'kafka-topics': '' };
    const wrapped = await start(`docker exec -it k /opt/kafka/bin/kafka-topics.sh --topic 'a b'`, tools);
    expect(wrapped.shown).toBe(`kafka-topics.sh --topic 'a b'`);
    const mapped = await start('echo a | kafka-topics.sh', tools, {
      spawn: { shown: 'docker exec c kafka-topics.sh' },
    });
    expect(mapped.shown).toBe('echo a | docker exec c kafka-topics.sh');
  });

  it('sends curl to where Connect really is, and shows it', async () => {
    const own = { task: unused, compose: unused, urlPorts: async () => new Map([[8083, 18083]]) };
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'curl'), '#!/bin/sh\n', { mode: 0o755 });
    const deps = { engine: scripts({}), own, env: { PATH: folder } };
    const resolved = await resolveLine(`curl -s -d '{"url":"localhost:8083"}' localhost:8083/connectors`, deps);
    expect(resolved.shown).toBe(`curl -s -d '{"url":"localhost:8083"}' 127.0.0.1:18083/connectors`);
    expect(resolved.commands[0]).toMatchObject({
      spawnable: { args: ['-s', '-d', '{"url":"localhost:8083"}', '127.0.0.1:18083/connectors'] },
    });
    expect((await resolveLine('curl -s localhost:9999', deps)).shown).toBeUndefined();
  });

  it('gives the environment, less what is to be removed', async () => {
    const script = `console.log(process.env.A, process.env.B, process.env.C)`;
    const env = { PATH: process.env['PATH'], A: '1', B: '2' };
    const run = await start('kafka-env', { 'kafka-env': script }, { env, spawn: { env: { B: undefined, C: '3' } } });
    await run.running.ended;
    expect(textOf(run)).toEqual(['1 undefined 3']);
  });

  it('writes all of it to a log', async () => {
    const folder = temporaryFolder();
    const logFile = join(folder, 'logs', 'a.log');
    writeFileSync(join(folder, 'long'), `${'x'.repeat(20_000)}\n\x1b[1mb\x1b[0m\tc`);
    const run = await start('cat long', {}, { workspace: folder, logFile });
    await run.running.ended;
    expect(readFileSync(logFile, 'utf8')).toBe(`${'x'.repeat(20_000)}\nb\tc\n`);
    expect(textOf(run).map((text) => text.length)).toEqual([8192 + ' [11808 more characters]'.length, 9]);
    const again = await start('echo more', {}, { logFile: folder });
    expect((await again.running.ended).exit).toBe(0);
  });

  it('delivers at most every 50 ms, and everything before its end', async () => {
    const ticks = `let n = 0; const t = setInterval(() => { process.stdout.write(n + '\\n'); if (++n === 40) clearInterval(t) }, 5)`;
    const run = await start('kafka-ticks', { 'kafka-ticks': ticks });
    const { ms } = await run.running.ended;
    expect(run.chunks.flatMap(({ lines }) => lines.map(({ text }) => Number(text)))).toEqual([...Array(40).keys()]);
    expect(run.chunks.length).toBeLessThanOrEqual(Math.ceil(ms / 50) + 2);
  });

  it('delivers an unfinished line', async () => {
    const asks = `process.stdout.write('name? '); process.stdin.once('data', (d) => { console.log('hi ' + d); process.exit() })`;
    const run = await start('kafka-asks', { 'kafka-asks': asks }, { stdin: { kind: 'open' } });
    await until(() => run.chunks.at(-1)?.partial === 'name? ');
    run.running.send('kim');
    await run.running.ended;
    expect(run.chunks.at(-1)?.partial).toBe('');
    expect(textOf(run)).toEqual(['kim', 'name? hi kim', '']);
  });
});
