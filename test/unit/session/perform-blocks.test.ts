import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SolutionBlock } from '../../../src/lesson/types.ts';
import { blocksOf, type How, performBlocks } from '../../../src/session/perform-blocks.ts';
import { createRunner } from '../../../src/session/runner.ts';
import { openWorkspace } from '../../../src/session/workspace.ts';
import { step } from '../course/support.ts';
import { bench, ref, sh, soon, started } from './support.ts';

async function perform(blocks: readonly SolutionBlock[], how: How = 'learner') {
  const { world, deps } = await bench([]);
  const runner = createRunner(deps, () => {});
  const workspace = openWorkspace(deps.workspace, 'a');
  const controller = new AbortController();
  const begin = () =>
    performBlocks({ ref: ref('a/one'), blocks, deps, runner, workspace, how, signal: controller.signal });
  return { world, deps, runner, workspace, controller, begin };
}

const position = { path: 'lesson.md', line: 1, column: 1 };

describe('performing blocks', () => {
  it('goes on to the end', async () => {
    const { world, begin } = await perform([sh(['one', 'two']), sh('three')]);
    const report = await begin();
    expect(report).toMatchObject({ stopped: false, failedAsWanted: false });
    expect(report.problem).toBeUndefined();
    expect(report.runs.map(({ line }) => line)).toEqual(['one', 'two', 'three']);
    expect(world.lines).toEqual(['one', 'two', 'three']);
  });

  it('stops at the first command that ends badly', async () => {
    const { world, begin } = await perform([sh(['one', 'fail', 'two']), sh('three')]);
    const { problem, runs } = await begin();
    expect(problem).toContain('exit code 1');
    expect(runs).toHaveLength(2);
    expect(world.lines).toEqual(['one', 'fail']);
  });

  it('wants a command to fail where the block says so', async () => {
    const well = await (await perform([sh('fail', { expectFail: true }), sh('two')])).begin();
    expect(well).toMatchObject({ failedAsWanted: true, stopped: false });
    expect(well.runs).toHaveLength(2);
    const badly = await (await perform([sh('one', { expectFail: true }), sh('two')])).begin();
    expect(badly.problem).toContain('refused');
    expect(badly.runs).toHaveLength(1);
  });

  it('ends where the learner stops it', async () => {
    const { world, runner, begin } = await perform([sh(['stay', 'two'])]);
    const performing = begin();
    await started(world, 'stay');
    await soon(() => expect(runner.current()).toBeDefined());
    await runner.current()?.stop();
    expect((await performing).stopped).toBe(true);
    expect(world.lines).toEqual(['stay']);
  });

  it('counts an interactive command that was left by Ctrl+C, and goes on', async () => {
    const { world, runner, begin } = await perform([sh(['stay', 'two'], { interactive: true })]);
    const performing = begin();
    const run = await started(world, 'stay');
    expect(run.options.stdin).toEqual({ kind: 'open' });
    expect(run.options.timeoutMs).toBeUndefined();
    await soon(() => expect(runner.current()).toBeDefined());
    await runner.current()?.stop();
    const report = await performing;
    expect(report.stopped).toBe(false);
    expect(report.runs.map(({ stopped }) => stopped)).toEqual([true, false]);
  });

  it('does not go on once its signal is aborted', async () => {
    const { world, controller, begin } = await perform([sh('stay', { interactive: true }), sh('two')]);
    const performing = begin();
    await started(world, 'stay');
    controller.abort();
    expect((await performing).stopped).toBe(true);
    expect(world.lines).toEqual(['stay']);
  });

  it('feeds an interactive block when nobody types, within its time', async () => {
    const { world, begin } = await perform([sh('one', { interactive: true, stdin: 'a\nb\n', timeoutMs: 7 })], 'solve');
    await begin();
    expect(world.runs[0]?.options).toMatchObject({ stdin: { kind: 'text', text: 'a\nb\n' }, timeoutMs: 7 });
  });

  it('gives a command without input none, and a background one no limit and no end with the step', async () => {
    const { world, controller, begin } = await perform([sh('one'), sh('stay', { background: true, id: 'bg' })]);
    await begin();
    controller.abort();
    expect(world.runs[0]?.options).toMatchObject({ stdin: { kind: 'none' }, timeoutMs: 60_000 });
    expect(world.runs[1]?.options.timeoutMs).toBeUndefined();
    expect(world.runs[1]?.hasEnded()).toBe(false);
    world.runs[1]?.end();
  });

  it('stops a background block before its own commands', async () => {
    const { world, begin } = await perform([sh('stay', { background: true, id: 'bg' }), sh('two', { stop: 'bg' })]);
    await begin();
    expect(world.runs[0]?.hasEnded()).toBe(true);
    expect(world.lines).toEqual(['stay', 'two']);
  });

  const http = {
    kind: 'http',
    method: 'POST',
    url: 'http://localhost:8083/connectors',
    headers: [],
    body: '{}',
    timeoutMs: 7,
    expectFail: false,
    position,
  } as const;

  it('sends the request of an http block as a command of its own, within its time', async () => {
    const { world, begin } = await perform([http, sh('two')]);
    const { runs, problem } = await begin();
    expect(problem).toBeUndefined();
    expect(runs.map(({ line }) => line)).toEqual(['POST http://localhost:8083/connectors', 'two']);
    expect(world.runs[0]?.options).toMatchObject({ timeoutMs: 7, stdin: { kind: 'none' } });
    expect(runs[0]?.output.map(({ text }) => text)).toEqual(['POST http://localhost:8083/connectors']);
  });

  it('stops at a request that fails, unless that is what the block wants', async () => {
    const badly = await perform([http, sh('two')]);
    badly.world.httpExit = 1;
    const { problem, runs } = await badly.begin();
    expect(problem).toContain('exit code 1');
    expect(runs).toHaveLength(1);
    const well = await perform([{ ...http, expectFail: true }, sh('two')]);
    well.world.httpExit = 1;
    expect(await well.begin()).toMatchObject({ failedAsWanted: true, stopped: false });
  });

  const sql = { kind: 'sql', at: 'shop', sql: '', timeoutMs: 1, expectFail: false, position } as const;

  it('runs the statements of a sql block one after the other on one connection', async () => {
    const { world, begin } = await perform([{ ...sql, sql: "INSERT INTO t\n  VALUES (';');\nSELECT 1;" }]);
    const { runs } = await begin();
    expect(runs.map(({ line }) => line)).toEqual(["INSERT INTO t VALUES (';')", 'SELECT 1']);
    expect(world.lines[0]).toBe("shop: INSERT INTO t\n  VALUES (';')");
    expect(world.connections).toBe(0);
  });

  it('stops at the first statement that fails', async () => {
    const { world, begin } = await perform([{ ...sql, sql: 'one; fail; two' }]);
    const { runs, problem } = await begin();
    expect(runs.map(({ line, exit }) => [line, exit])).toEqual([
      ['one', 0],
      ['fail', 1],
    ]);
    expect(problem).toContain('exit code 1');
    expect(world.connections).toBe(0);
  });

  it('writes the finished file of a solution', async () => {
    const file = { kind: 'file', name: 'x.properties', text: 'a=1\n', edit: true, language: '', position } as const;
    const { deps, begin } = await perform([file], 'solve');
    await begin();
    expect(await readFile(join(deps.workspace, 'a', 'x.properties'), 'utf8')).toBe('a=1\n');
  });

  it('performs the solution only where the learner does not', () => {
    const given = step('one', { runs: [sh('run')], solution: [sh('solve')] });
    expect(blocksOf(given, 'learner')).toHaveLength(1);
    expect(blocksOf(given, 'solve')).toHaveLength(2);
  });
});
