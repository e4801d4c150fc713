import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CourseRecords } from '../../../src/course/types.ts';
import type { Lesson } from '../../../src/lesson/types.ts';
import { createSession } from '../../../src/session/create-session.ts';
import type { Session } from '../../../src/session/types.ts';
import { step } from '../course/support.ts';
import { bench, done, exercise, gate, kafkaLesson, listen, ref, runStep, sh, soon, started } from './support.ts';

/** What happens when the learner does something while something else is under way. */

const sessions: Session[] = [];
const unhandled: unknown[] = [];
const note = (reason: unknown): void => void unhandled.push(reason);
beforeEach(() => {
  unhandled.length = 0;
  process.on('unhandledRejection', note);
});
afterEach(async () => {
  for (const session of sessions.splice(0)) await session.close();
  await new Promise(setImmediate);
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});

async function play(lessons: readonly Lesson[], records?: CourseRecords) {
  const { world, deps } = await bench(lessons, records);
  const session = createSession(deps);
  sessions.push(session);
  return { world, deps, session, told: listen(session.subscribe) };
}

const background = (id: string, line: string) =>
  step(id, { kind: 'run', runs: [sh(line, { background: true, id: 'bg' })] });

describe('opening another step', () => {
  it('ends the command of the former one, which tells nothing more about its step', async () => {
    const { world, session, told } = await play([
      kafkaLesson('a', [runStep('one', ['stay', 'create t']), step('two')]),
    ]);
    session.open(ref('a/one'));
    const performing = session.perform();
    const run = await started(world, 'stay');
    session.open(ref('a/two'));
    expect(await performing).toBe('open');
    expect(run.hasEnded()).toBe(true);
    expect(world.lines).toEqual(['stay']);
    expect(told.of('phase').at(-1)).toMatchObject({ ref: ref('a/two'), phase: 'open' });
    expect(told.notices()).toEqual([]);
  });

  it('ends a command that is just being started', async () => {
    const { world, session } = await play([kafkaLesson('a', [runStep('one', 'stay'), step('two')])]);
    const starting = gate();
    let isStarting = false;
    world.beforeStart = () => {
      isStarting = true;
      return starting.opened;
    };
    session.open(ref('a/one'));
    const performing = session.perform();
    await soon(() => expect(isStarting).toBe(true));
    session.open(ref('a/two'));
    starting.open();
    await performing;
    expect(world.runs.map((run) => run.hasEnded())).toEqual([true]);
  });

  it('does not wait for services that are still being brought up, and the new step is free', async () => {
    const { world, session, told } = await play([
      kafkaLesson('a', [runStep('one', 'create t'), runStep('two', 'create u')]),
    ]);
    const up = gate();
    world.ensure = async function* () {
      await up.opened;
      yield { service: 'broker', phase: 'ready' };
    };
    session.open(ref('a/one'));
    const first = session.perform();
    await soon(() => expect(told.phase()).toBe('preparing'));
    session.open(ref('a/two'));
    await first;
    const second = session.perform();
    up.open();
    expect(await second).toBe('passed');
    expect(world.lines).toEqual(['create u']);
    expect(told.notices()).toEqual([]);
  });

  it('does not perform the former step when Enter came just before', async () => {
    const { world, session, told } = await play([kafkaLesson('a', [exercise('one', 't'), step('two')])]);
    session.open(ref('a/one'));
    await soon(() => expect(told.phase()).toBe('watching'));
    const skipping = session.skip();
    session.open(ref('a/two'));
    await skipping;
    expect(world.lines).toEqual([]);
    expect(told.of('phase').at(-1)).toMatchObject({ ref: ref('a/two') });
  });

  it('and the same one again begins anew', async () => {
    const { world, session, told } = await play([kafkaLesson('a', [runStep('one', 'stay'), step('two')])]);
    session.open(ref('a/one'));
    const former = session.perform();
    await started(world, 'stay');
    session.open(ref('a/two'));
    session.open(ref('a/one'));
    const again = session.perform();
    await former;
    const run = await started(world, 'stay');
    expect(told.phase()).toBe('running');
    run.end();
    expect(await again).toBe('passed');
  });

  it('ends a typed command', async () => {
    const { world, session } = await play([kafkaLesson('a', [step('one'), step('two')])]);
    session.open(ref('a/one'));
    const typing = session.type('stay');
    const run = await started(world, 'stay');
    session.open(ref('a/two'));
    await typing;
    expect(run.hasEnded()).toBe(true);
  });

  it('keeps background commands within their lesson, and ends them with it, also in passing', async () => {
    const lessons = [
      kafkaLesson('a', [background('one', 'stay bg'), step('two')]),
      kafkaLesson('b', [step('one')]),
      kafkaLesson('c', [step('one')]),
    ];
    const { world, session } = await play(lessons);
    session.open(ref('a/one'));
    expect(await session.perform()).toBe('passed');
    const run = await started(world, 'stay bg');
    session.open(ref('a/two'));
    await session.type('look');
    expect(run.hasEnded()).toBe(false);
    session.open(ref('b/one'));
    session.open(ref('c/one'));
    await soon(() => expect(run.hasEnded()).toBe(true));
  });

  it('starts background commands again when the learner comes back', async () => {
    const lessons = [
      kafkaLesson('a', [background('one', 'stay bg'), runStep('two', 'look')]),
      kafkaLesson('b', [step('one')]),
    ];
    const { world, session } = await play(lessons);
    session.open(ref('a/one'));
    await session.perform();
    session.open(ref('b/one'));
    session.open(ref('a/two'));
    expect(await session.perform()).toBe('passed');
    expect(world.lines).toEqual(['stay bg', 'stay bg', 'look']);
    expect(world.runs.filter((run) => !run.hasEnded())).toHaveLength(1);
  });
});

describe('stopping', () => {
  it('gives up waiting for services', async () => {
    const { world, session, told } = await play([kafkaLesson('a', [runStep('one', 'create t')])]);
    const up = gate();
    world.ensure = async function* () {
      await up.opened;
      yield { service: 'broker', phase: 'ready' };
    };
    session.open(ref('a/one'));
    const performing = session.perform();
    await soon(() => expect(told.phase()).toBe('preparing'));
    expect(await session.stop()).toBe(true);
    expect(await performing).toBe('open');
    up.open();
    expect(world.lines).toEqual([]);
  });

  it('ends a check that waits', async () => {
    const checks = [{ subject: 'topic', topic: 'never', exists: true } as const];
    const { session, told } = await play([kafkaLesson('a', [runStep('one', 'create t', { checks })])]);
    session.open(ref('a/one'));
    const performing = session.perform();
    await soon(() => expect(told.of('check').some(({ state }) => state.status === 'waiting')).toBe(true));
    expect(await session.stop()).toBe(true);
    expect(await performing).toBe('open');
  });

  it('in the middle of putting a lesson back does not call it whole', async () => {
    const steps = [runStep('one', 'stay create'), runStep('two', 'create two'), runStep('three', 'create three')];
    const { world, session } = await play([kafkaLesson('a', steps)], done(['a/one', 'a/two'], 'another'));
    session.open(ref('a/three'));
    const performing = session.perform();
    const run = await started(world, 'stay create');
    expect(await session.stop()).toBe(true);
    expect(await performing).toBe('open');
    expect(run.hasEnded()).toBe(true);
    expect(world.records.clusters).toEqual({ a: 'another' });
    world.says.set('stay create', {});
    expect(await session.perform()).toBe('passed');
    expect(world.lines).toEqual(['stay create', 'stay create', 'create two', 'create three']);
    expect(world.records.clusters).toEqual({ a: 'cluster-1' });
  });
});

describe('closing', () => {
  it('ends commands, background ones too, and the reader', async () => {
    const { world, session } = await play([kafkaLesson('a', [background('one', 'stay bg'), runStep('two', 'stay')])]);
    session.open(ref('a/one'));
    await session.perform();
    session.open(ref('a/two'));
    const performing = session.perform();
    await started(world, 'stay');
    await Promise.all([session.close(), session.close()]);
    expect(world.runs.every((run) => run.hasEnded())).toBe(true);
    expect(world.openReaders).toBe(0);
    expect(await performing).toBe('open');
  });

  it('gives up services that are being brought up', async () => {
    const { world, session, told } = await play([kafkaLesson('a', [runStep('one', 'create t')])]);
    let given: AbortSignal | undefined;
    world.ensure = async function* (signal) {
      given = signal;
      await new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
      yield { service: 'broker', phase: 'ready' };
    };
    session.open(ref('a/one'));
    const performing = session.perform();
    await soon(() => expect(told.phase()).toBe('preparing'));
    await session.close();
    await performing;
    expect(given?.aborted).toBe(true);
    expect(world.lines).toEqual([]);
  });

  it('leaves no exercise watched that was being looked at', async () => {
    const { world, deps, session, told } = await play([kafkaLesson('a', [exercise('one', 't')])]);
    session.open(ref('a/one'));
    const looking = session.perform();
    await soon(() => expect(told.phase()).toBe('checking'));
    await session.close();
    await looking;
    expect(told.phase()).not.toBe('watching');
    session.open(ref('a/one'));
    await session.type('create t');
    expect(world.lines).toEqual([]);
    expect(deps.pack.lessons).toHaveLength(1);
  });
});

describe('an exercise whose lesson is put back', () => {
  it('lets a typed command wait for it', async () => {
    const steps = [runStep('one', 'stay create'), exercise('two', 't')];
    const { world, session, told } = await play([kafkaLesson('a', steps)], done(['a/one'], 'another'));
    session.open(ref('a/two'));
    const run = await started(world, 'stay create');
    const typing = session.type('create t');
    run.end();
    await typing;
    await soon(() => expect(told.phase()).toBe('passed'));
    expect(world.lines).toEqual(['stay create', 'create t']);
  });

  it('tells a fault of our own instead of dying of it', async () => {
    const { world, session, told } = await play([kafkaLesson('a', [exercise('one', 't')], ['t'])]);
    world.afterRemove = async () => {
      throw new TypeError('a fault');
    };
    session.open(ref('a/one'));
    await soon(() => expect(told.notices().join()).toContain('a fault'));
    expect(told.phase()).toBe('open');
    await expect(session.perform()).rejects.toThrow('a fault');
    world.afterRemove = async () => {};
    world.topics.add('t');
    expect(await session.perform()).not.toBe('open');
  });
});
