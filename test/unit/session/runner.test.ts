import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import type { RunLine } from '../../../src/session/deps.ts';
import type { SessionEvent } from '../../../src/session/events.ts';
import { createRunner, unexpectedEnd } from '../../../src/session/runner.ts';
import { bench, ref, soon, started } from './support.ts';

async function run(wrap: (runLine: RunLine) => RunLine = (runLine) => runLine) {
  const { world, deps } = await bench([]);
  const events: SessionEvent[] = [];
  const runner = createRunner({ ...deps, runLine: wrap(deps.runLine) }, (event) => events.push(event));
  return { world, runner, events, types: () => events.map(({ type }) => type) };
}

const line = (text: string) =>
  ({ ref: ref('a/one'), line: text, typed: false, stdin: { kind: 'none' }, workspace: '.' }) as const;

describe('a foreground command', () => {
  it('is told from its beginning to its end, and reported', async () => {
    const { world, runner, events, types } = await run();
    world.says.set('list', { lines: ['a', 'b'], exit: 3 });
    const report = await runner.foreground(line('list'), 'foreground');
    expect(types()).toEqual(['run-started', 'output', 'run-ended']);
    expect(events[0]).toMatchObject({ info: { run: 1, line: 'list', kind: 'foreground', typed: false } });
    expect(report).toMatchObject({ line: 'list', ran: 'list', exit: 3, stopped: false, timedOut: false });
    expect(report.output.map(({ text }) => text)).toEqual(['a', 'b']);
  });

  it('is the current one while it runs', async () => {
    const { world, runner } = await run();
    const running = runner.foreground(line('stay'), 'foreground');
    await started(world, 'stay');
    await soon(() => expect(runner.current()).toBeDefined());
    await runner.current()?.stop();
    expect((await running).stopped).toBe(true);
    expect(runner.current()).toBeUndefined();
  });

  it('is introduced before its output, and told what really runs', async () => {
    const { runner, events, types } = await run((runLine) => async (text, options) => {
      const begun = await runLine(text, options);
      return { ...begun, shown: 'java list', remarks: ['a remark'] };
    });
    await runner.foreground(line('list'), 'foreground');
    expect(types()).toEqual(['run-started', 'run-ended']);
    expect(events[0]).toMatchObject({ info: { shown: 'java list', remarks: ['a remark'] } });
  });

  it('that cannot be understood is a run with the explanation as its output', async () => {
    const { world, runner, events, types } = await run();
    world.says.set('bad', new UserError({ what: 'No such tool.', why: 'A typo.', next: 'try good' }));
    const report = await runner.foreground(line('bad'), 'foreground');
    expect(types()).toEqual(['run-started', 'output', 'run-ended']);
    expect(events[1]).toMatchObject({
      lines: [{ text: 'No such tool.' }, { text: 'A typo.' }, { text: 'try good' }],
    });
    expect(report).toMatchObject({ problem: 'No such tool.', exit: undefined });
  });

  it('throws what is not meant for people', async () => {
    const { world, runner } = await run();
    world.says.set('bad', new TypeError('our fault'));
    await expect(runner.foreground(line('bad'), 'foreground')).rejects.toThrow('our fault');
  });

  it('performed quietly is not told, and nobody can stop it but its signal', async () => {
    const { world, runner, events } = await run();
    const controller = new AbortController();
    const running = runner.foreground({ ...line('stay'), quiet: true, signal: controller.signal }, 'foreground');
    await started(world, 'stay');
    expect(runner.current()).toBeUndefined();
    controller.abort();
    expect((await running).stopped).toBe(true);
    expect(events).toEqual([]);
  });
});

describe('a background command', () => {
  it('stays, and says how it is', async () => {
    const { world, runner, events } = await run();
    expect(runner.backgroundFacts('bg')).toBeUndefined();
    await runner.background({ ...line('stay'), quiet: true }, 'bg');
    const held = await started(world, 'stay');
    held.print('one');
    expect(runner.backgroundFacts('bg')).toMatchObject({ id: 'bg', running: true, output: [{ text: 'one' }] });
    // A pane of its own has to be told, also when its step is performed behind the scenes.
    expect(events.map(({ type }) => type)).toEqual(['run-started', 'output']);
    held.end({ exit: 1 });
    await soon(() => expect(runner.backgroundFacts('bg')?.running).toBe(false));
    expect(runner.current()).toBeUndefined();
  });

  it('takes the place of the former one with its id', async () => {
    const { world, runner } = await run();
    await runner.background(line('stay 1'), 'bg');
    await runner.background(line('stay 2'), 'bg');
    await runner.background(line('stay 3'), 'other');
    expect(world.runs.map((each) => each.hasEnded())).toEqual([true, false, false]);
    await runner.stopBackground('bg');
    await runner.stopBackground('unknown');
    expect(world.runs.map((each) => each.hasEnded())).toEqual([true, true, false]);
    await runner.stopAllBackground();
    expect(world.runs.every((each) => each.hasEnded())).toBe(true);
    expect(runner.backgroundFacts('other')).toBeUndefined();
  });

  it('that cannot start is reported', async () => {
    const { world, runner } = await run();
    world.says.set('bad', new UserError({ what: 'No such tool.' }));
    expect(await runner.background(line('bad'), 'bg')).toMatchObject({ problem: 'No such tool.' });
    expect(runner.backgroundFacts('bg')).toBeUndefined();
  });
});

describe('unexpectedEnd', () => {
  const report = { line: 'x', ran: 'x', exit: 0 as number | undefined, timedOut: false, stopped: false, output: [] };
  it.each([
    ['well', report, false, undefined],
    ['badly', { ...report, exit: 2 }, false, 'exit code 2'],
    ['badly, as wanted', { ...report, exit: 2 }, true, undefined],
    ['well, although it should not', report, true, 'should have been refused'],
    ['by a signal', { ...report, exit: undefined }, false, 'from outside'],
    ['by its time', { ...report, exit: undefined, timedOut: true }, true, 'too long'],
    ['before it began', { ...report, exit: undefined, problem: 'no such tool' }, true, 'no such tool'],
  ] as const)('%s', (_, given, expectFail, said) => {
    const text = unexpectedEnd(given, expectFail);
    if (said === undefined) expect(text).toBeUndefined();
    else expect(text).toContain(said);
  });
});
