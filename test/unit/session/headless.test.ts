import { describe, expect, it } from 'vitest';
import { Unreachable } from '../../../src/check/unreachable.ts';
import { EnvironmentError } from '../../../src/errors.ts';
import { createHeadless } from '../../../src/session/headless.ts';
import { blockedBy } from '../../../src/session/solve.ts';
import { step } from '../course/support.ts';
import {
  bench,
  done,
  exercise,
  exists,
  gate,
  kafkaLesson,
  listen,
  quiz,
  ref,
  runStep,
  says,
  sh,
  soon,
  started,
} from './support.ts';

describe('blockedBy', () => {
  it('tells what, why and next of an environment that is not usable', () => {
    const error = new EnvironmentError({ what: 'The port is taken.', why: 'By nginx.', next: 'stop it' });
    expect(blockedBy(error)).toEqual({ status: 'blocked', by: 'The port is taken. By nginx.', tryNext: 'stop it' });
    expect(blockedBy(new EnvironmentError({ what: 'No.' }))).toEqual({ status: 'blocked', by: 'No.', tryNext: '' });
  });

  it('tells who does not answer, and throws what is our fault', () => {
    expect(blockedBy(new Unreachable('the broker')).by).toBe('the broker does not answer');
    expect(() => blockedBy(new TypeError('ours'))).toThrow('ours');
  });
});

async function headless(...given: Parameters<typeof bench>) {
  const { world, deps } = await bench(...given);
  const created = createHeadless(deps);
  return { world, deps, created, told: listen(created.subscribe) };
}

describe('headless', () => {
  it('performs and records a step, from a clean beginning', async () => {
    const steps = [runStep('one', 'create t'), runStep('two', 'say', { checks: [exists('t'), says('hello')] })];
    const { world, created } = await headless([kafkaLesson('a', steps, ['t', 'old'])]);
    world.topics.add('old');
    world.says.set('say', { lines: ['hello'] });
    const solved = await created.solve(ref('a/two'));
    expect(solved).toMatchObject({ status: 'passed', runs: [{ line: 'say', ran: 'say', exit: 0 }] });
    expect(solved.checks).toHaveLength(3);
    expect(world.lines).toEqual(['create t', 'say']);
    expect(world.removed).toEqual(['old']);
    expect(Object.keys(world.records.steps)).toEqual(['a/two']);
    expect(world.records.steps['a/two']?.status).toBe('passed');
    await created.close();
    expect(world.openReaders).toBe(0);
  });

  it('goes on where the former step of the lesson ended, and begins anew after leaving it', async () => {
    const { world, created } = await headless([kafkaLesson('a', [runStep('one', 'one'), runStep('two', 'two')])]);
    await created.solve(ref('a/one'));
    await created.solve(ref('a/two'));
    expect(world.lines).toEqual(['one', 'two']);
    await created.leave('a');
    await created.solve(ref('a/two'));
    expect(world.lines).toEqual(['one', 'two', 'one', 'two']);
    await created.close();
  });

  it('records what the learner was to do or to know as skipped, and takes nothing back', async () => {
    const steps = [exercise('one', 't'), quiz('two'), step('three'), exercise('four', 'u')];
    const { world, created } = await headless([kafkaLesson('a', steps)], done(['a/four']));
    for (const id of ['one', 'two', 'three', 'four'])
      expect((await created.solve(ref(`a/${id}`))).status).toBe('passed');
    const status = Object.values(world.records.steps).map((record) => record.status);
    expect(status.sort()).toEqual(['passed', 'passed', 'skipped', 'skipped']);
    expect(world.records.steps['a/four']?.status).toBe('passed');
    await created.close();
  });

  it('does not record what failed or is blocked', async () => {
    const { world, created } = await headless([kafkaLesson('a', [runStep('one', 'fail')])]);
    expect((await created.solve(ref('a/one'))).status).toBe('failed');
    world.ensure = () => {
      throw new EnvironmentError({ what: 'No Java.' });
    };
    const blocked = await created.solve(ref('a/one'));
    expect(blocked).toMatchObject({ status: 'blocked', runs: [], checks: [{ status: 'blocked', by: 'No Java.' }] });
    expect(world.records.steps).toEqual({});
    await created.close();
  });

  it('does not know a step that the pack does not have', async () => {
    const { created } = await headless([kafkaLesson('a', [])]);
    expect((await created.solve(ref('a/none'))).status).toBe('failed');
    expect((await created.look(ref('a/none'))).status).toBe('skipped');
    await created.close();
  });

  it('is stopped while services come up, and in the middle of a command', async () => {
    const { world, created } = await headless([kafkaLesson('a', [runStep('one', ['stay', 'two'])])]);
    const well = world.ensure;
    const up = gate();
    world.ensure = async function* () {
      await up.opened;
      yield { service: 'broker', phase: 'ready' };
    };
    const first = new AbortController();
    const waiting = created.solve(ref('a/one'), { signal: first.signal });
    await soon(() => expect(world.ensured).toBe(1));
    first.abort();
    expect((await waiting).status).toBe('stopped');
    up.open();
    world.ensure = well;
    const second = new AbortController();
    const solving = created.solve(ref('a/one'), { signal: second.signal });
    await started(world, 'stay');
    second.abort();
    expect((await solving).status).toBe('stopped');
    expect(world.lines).toEqual(['stay']);
    await created.close();
  });

  it('ends background commands with their lesson', async () => {
    const steps = [step('one', { kind: 'run', runs: [sh('stay', { background: true, id: 'bg' })] })];
    const { world, created } = await headless([kafkaLesson('a', steps)]);
    await created.solve(ref('a/one'));
    const run = await started(world, 'stay');
    await created.leave('a');
    expect(run.hasEnded()).toBe(true);
    await created.close();
  });

  it('looks without performing, and without what a command printed', async () => {
    const checks = [says('hello'), exists('t')];
    const steps = [runStep('one', 'say', { checks }), runStep('two', 'say', { checks: [says('hello')] })];
    const { world, created } = await headless([kafkaLesson('a', steps)]);
    expect(await created.look(ref('a/one'))).toMatchObject({ status: 'failed', assertions: [exists('t')] });
    world.topics.add('t');
    expect((await created.look(ref('a/one'))).status).toBe('passed');
    expect((await created.look(ref('a/two'))).status).toBe('skipped');
    expect(world.lines).toEqual([]);
    expect(world.ensured).toBe(0);
    world.reachable = false;
    expect((await created.look(ref('a/one'))).status).toBe('blocked');
    await created.close();
  });

  it('looks at everything with what the last performance printed', async () => {
    const { world, created } = await headless([kafkaLesson('a', [runStep('one', 'say', { checks: [says('hello')] })])]);
    world.says.set('say', { lines: ['hello'] });
    expect((await created.look(ref('a/one'), { all: true })).status).toBe('failed');
    await created.solve(ref('a/one'));
    expect((await created.look(ref('a/one'), { all: true })).status).toBe('passed');
    await created.leave('a');
    expect((await created.look(ref('a/one'), { all: true })).status).toBe('failed');
    await created.close();
  });
});
