import { describe, expect, it } from 'vitest';
import type { CourseRecords } from '../../../src/course/types.ts';
import type { Lesson, Step } from '../../../src/lesson/types.ts';
import { keepCourse } from '../../../src/session/course-keeper.ts';
import type { SessionEvent } from '../../../src/session/events.ts';
import { keepLessonState } from '../../../src/session/lesson-state.ts';
import { createRunner } from '../../../src/session/runner.ts';
import { keepServices } from '../../../src/session/services.ts';
import { lesson, step } from '../course/support.ts';
import { bench, done, exercise, kafkaLesson, ref, runStep, sh, started } from './support.ts';

async function keep(given: Lesson, records?: CourseRecords, more: { readonly anywhere?: true } = {}) {
  const { world, deps: plain } = await bench([given], records);
  const deps = { ...plain, ...more };
  const events: SessionEvent[] = [];
  const emit = (event: SessionEvent): void => void events.push(event);
  const keeper = keepCourse(deps, () => {});
  const stage = { deps, services: keepServices(deps, emit), runner: createRunner(deps, emit) };
  const state = keepLessonState({ stage, keeper, emit });
  const notices = () => events.flatMap((event) => (event.type === 'notice' ? [event.text] : []));
  const runs = () => events.flatMap((event) => (event.type === 'run-started' ? [event.info.line] : []));
  const prepare = (key: string, signal?: AbortSignal) => state.prepare(given, ref(key), signal);
  return {
    world,
    keeper,
    state,
    events,
    notices,
    runs,
    prepare,
    rebuild: (key: string) => state.rebuild(given, ref(key)),
  };
}

const three = kafkaLesson(
  'a',
  [runStep('one', 'create t'), step('read'), runStep('two', 'two'), runStep('three', 'three')],
  ['t'],
);

describe('the first touch of a lesson', () => {
  it('removes what an earlier attempt left, and says so, once', async () => {
    const { world, notices, prepare } = await keep(three);
    world.topics.add('t').add('mine');
    await prepare('a/one');
    expect([...world.topics]).toEqual(['mine']);
    expect(notices()).toEqual(['Removed what an earlier attempt at this lesson had left: t.']);
    expect(world.records.clusters).toEqual({ a: 'cluster-1' });
    world.topics.add('t');
    await prepare('a/two');
    expect(world.topics).toContain('t');
    expect(notices()).toHaveLength(1);
  });

  it('has nothing to say where nothing was left', async () => {
    const { notices, prepare } = await keep(three);
    await prepare('a/one');
    expect(notices()).toEqual([]);
  });

  it('touches nothing for a lesson without services', async () => {
    const { world, prepare } = await keep(lesson('a', [step('one')]));
    world.reachable = false;
    await prepare('a/one');
    expect(world.records.clusters).toBeUndefined();
  });
});

describe('a step that may be opened out of turn', () => {
  it('finds what it builds on performed, once', async () => {
    const { world, events, prepare, keeper } = await keep(three, undefined, { anywhere: true });
    await prepare('a/three');
    expect(world.lines).toEqual(['create t', 'two']);
    // Told while it goes on, and no longer.
    expect(events.filter(({ type }) => type === 'earlier')).toEqual([
      { type: 'earlier', steps: 2 },
      { type: 'earlier', steps: 0 },
    ]);
    expect(Object.entries(keeper.course().steps).map(([key, { status }]) => [key, status])).toEqual([
      ['a/one', 'skipped'],
      ['a/two', 'skipped'],
    ]);
    await prepare('a/three');
    expect(world.lines).toHaveLength(2);
  });

  it('begins anew where a later one is opened than was done so far', async () => {
    const { world, prepare } = await keep(three, undefined, { anywhere: true });
    await prepare('a/two');
    await prepare('a/three');
    expect(world.lines).toEqual(['create t', 'create t', 'two']);
  });

  it('is told by progress as well: a step that was opened ahead, and those after it', async () => {
    const ahead = {
      status: 'tried',
      at: '2026-01-01T00:00:00.000Z',
      attempts: 0,
      hints: 0,
      hash: '',
      ahead: true,
    } as const;
    for (const key of ['a/two', 'a/three']) {
      const { world, prepare } = await keep(three, { steps: { 'a/two': ahead } });
      await prepare(key);
      expect(world.lines).toEqual(key === 'a/two' ? ['create t'] : ['create t', 'two']);
    }
    // Without it nothing is performed that the learner has not done.
    const { world, prepare } = await keep(three);
    await prepare('a/two');
    expect(world.lines).toEqual([]);
  });

  it('is as always where those before it are done', async () => {
    const { world, notices, prepare } = await keep(three, done(['a/one', 'a/two'], 'cluster-1'), { anywhere: true });
    await prepare('a/three');
    expect(world.lines).toEqual([]);
    expect(notices()).toEqual([]);
  });
});

describe('the same cluster', () => {
  const backgrounds = kafkaLesson('a', [
    step('one', {
      kind: 'run',
      runs: [sh('stay 1', { background: true, id: 'first' }), sh('stay 2', { background: true, id: 'second' })],
    }),
    step('two', { kind: 'run', runs: [sh('two', { stop: 'first' })] }),
    runStep('three', 'three'),
  ]);

  it('removes and performs nothing', async () => {
    const { world, notices, prepare } = await keep(three, done(['a/one', 'a/two'], 'cluster-1'));
    world.topics.add('t');
    await prepare('a/three');
    expect(world.topics).toContain('t');
    expect(world.lines).toEqual([]);
    expect(notices()).toEqual([]);
  });

  it('starts the background commands again that no later step has stopped, once', async () => {
    const { world, prepare } = await keep(backgrounds, done(['a/one', 'a/two'], 'cluster-1'));
    await prepare('a/three');
    await prepare('a/three');
    expect(world.lines).toEqual(['stay 2']);
  });

  it('waits for them as the last step that changed them says, not for what is over or was printed', async () => {
    const one = { ...backgrounds.steps[0], checks: [{ subject: 'topic', topic: 'over' }] } as Step;
    const two = {
      ...backgrounds.steps[1],
      checks: [
        { subject: 'topic', topic: 'there' },
        { subject: 'background', id: 'second', output: ['printed long ago'] },
        { subject: 'output', contains: ['printed long ago'] },
      ],
    } as Step;
    const given = { ...backgrounds, steps: [one, two, ...backgrounds.steps.slice(2)] };
    const { world, prepare } = await keep(given, done(['a/one', 'a/two'], 'cluster-1'));
    world.topics.add('there');
    const before = performance.now();
    await prepare('a/three');
    expect(world.lines).toEqual(['stay 2']);
    expect(performance.now() - before).toBeLessThan(4000);
  });

  it('starts them again after the learner was elsewhere', async () => {
    const { world, state, prepare } = await keep(backgrounds, done(['a/one'], 'cluster-1'));
    await prepare('a/two');
    for (const run of world.runs) run.end();
    state.left('a');
    await prepare('a/two');
    expect(world.lines).toEqual(['stay 1', 'stay 2', 'stay 1', 'stay 2']);
  });
});

describe('another cluster', () => {
  it('gets the steps that were done, in order, behind the scenes', async () => {
    const { world, events, notices, runs, prepare } = await keep(three, done(['a/two', 'a/read', 'a/one'], 'lost'));
    await prepare('a/three');
    expect(world.lines).toEqual(['create t', 'two']);
    expect(runs()).toEqual([]);
    expect(notices()).toHaveLength(1);
    expect(notices()[0]).toContain('2 steps');
    expect(events.every(({ type }) => type === 'notice')).toBe(true);
    expect(world.records.clusters).toEqual({ a: 'cluster-1' });
  });

  it('does not get the step that is about to be performed, unless a later one needs it', async () => {
    const last = await keep(three, done(['a/one', 'a/two'], 'lost'));
    await last.prepare('a/two');
    expect(last.world.lines).toEqual(['create t']);
    const earlier = await keep(three, done(['a/one', 'a/two'], 'lost'));
    await earlier.prepare('a/one');
    expect(earlier.world.lines).toEqual(['create t', 'two']);
  });

  it('gets the solution of an exercise', async () => {
    const given = kafkaLesson('a', [exercise('one', 't'), runStep('two', 'two')]);
    const { world, prepare } = await keep(given, done(['a/one'], 'lost'));
    await prepare('a/two');
    expect(world.lines).toEqual(['create t']);
  });

  it('gets them once for two who ask', async () => {
    const { world, prepare } = await keep(three, done(['a/one'], 'lost'));
    await Promise.all([prepare('a/two'), prepare('a/two')]);
    expect(world.lines).toEqual(['create t']);
  });

  it('can come in the middle of a session', async () => {
    const { world, prepare } = await keep(three, done(['a/one'], 'cluster-1'));
    await prepare('a/two');
    world.clusterId = 'cluster-2';
    await prepare('a/two');
    expect(world.lines).toEqual(['create t']);
    expect(world.records.clusters).toEqual({ a: 'cluster-2' });
  });

  it('gets them from the beginning when it was stopped half way', async () => {
    const given = kafkaLesson('a', [runStep('one', 'create t'), runStep('two', 'stay'), runStep('three', 'three')]);
    const { world, prepare } = await keep(given, done(['a/one', 'a/two'], 'lost'));
    const controller = new AbortController();
    const preparing = prepare('a/three', controller.signal);
    await started(world, 'stay');
    controller.abort();
    await preparing;
    expect(world.records.clusters).toEqual({ a: 'lost' });
    world.says.set('stay', {});
    await prepare('a/three');
    expect(world.lines).toEqual(['create t', 'stay', 'create t', 'stay']);
  });

  it('that does not answer is thrown, and asked again the next time', async () => {
    const { world, prepare } = await keep(three, done(['a/one'], 'lost'));
    world.reachable = false;
    await expect(prepare('a/two')).rejects.toThrow('does not answer');
    world.reachable = true;
    await prepare('a/two');
    expect(world.lines).toEqual(['create t']);
  });
});

describe('rebuilding', () => {
  it('performs every step before this one from nothing', async () => {
    const { world, notices, rebuild, prepare } = await keep(three);
    world.topics.add('t');
    await rebuild('a/three');
    expect(world.removed).toEqual(['t']);
    expect(world.lines).toEqual(['create t', 'two']);
    expect(notices()).toEqual([]);
    await prepare('a/three');
    expect(world.lines).toHaveLength(2);
    expect(world.records.clusters).toEqual({ a: 'cluster-1' });
  });

  it('up to an earlier step leaves the later ones to be performed again the next time', async () => {
    const records = done(['a/one', 'a/two', 'a/three'], 'cluster-1');
    const { world, keeper, rebuild, prepare } = await keep(three, records);
    await rebuild('a/two');
    await prepare('a/two');
    expect(world.lines).toEqual(['create t']);
    expect(keeper.course().clusters?.['a']).not.toBe('cluster-1');
    const next = await keep(three, world.records);
    await next.prepare('a/three');
    expect(next.world.lines).toEqual(['create t', 'two']);
    expect(next.notices().join()).toContain('performed again');
    // Who goes on to the end in the first session has nothing left to be performed again.
    await prepare('a/three');
    expect(keeper.course().clusters?.['a']).toBe('cluster-1');
  });
});
