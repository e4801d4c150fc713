import { afterEach, describe, expect, it } from 'vitest';
import type { CourseRecords } from '../../../src/course/types.ts';
import { EnvironmentError } from '../../../src/errors.ts';
import type { Lesson } from '../../../src/lesson/types.ts';
import { createSession } from '../../../src/session/create-session.ts';
import type { Session } from '../../../src/session/types.ts';
import { lesson, step } from '../course/support.ts';
import {
  bench,
  done,
  exercise,
  exists,
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

const sessions: Session[] = [];
afterEach(async () => {
  for (const session of sessions.splice(0)) await session.close();
});

async function play(lessons: readonly Lesson[], records?: CourseRecords) {
  const { world, deps, tellProblem } = await bench(lessons, records);
  const session = createSession(deps);
  sessions.push(session);
  const told = listen(session.subscribe);
  return { world, session, told, tellProblem, status: (key: `${string}/${string}`) => world.records.steps[key] };
}

describe('opening a step', () => {
  it('brings the services up while the learner reads', async () => {
    const { world, session, told } = await play([kafkaLesson('a', [step('one')])]);
    session.open(ref('a/one'));
    expect(told.phase()).toBe('open');
    await soon(() => expect(told.of('service').at(-1)?.state.state).toBe('up'));
    expect(world.ensured).toBe(1);
    expect(world.records.current).toBe('a/one');
  });

  it('tells failing services by their state, and nothing else', async () => {
    const { world, session, told } = await play([kafkaLesson('a', [step('one')])]);
    world.ensure = () => {
      throw new EnvironmentError({ what: 'No Java.' });
    };
    session.open(ref('a/one'));
    await soon(() => expect(told.of('service').at(-1)?.state.state).toBe('failed'));
    expect(told.notices()).toEqual([]);
    expect(await session.perform()).toBe('passed');
  });

  it('shows a passed step as passed, and an edited one as open', async () => {
    const steps = [step('one'), step('two', { hash: 'another' })];
    const { session, told } = await play([lesson('a', steps)], done(['a/one', 'a/two']));
    session.open(ref('a/one'));
    session.open(ref('a/two'));
    expect(told.phases()).toEqual(['passed', 'open']);
  });

  it('ignores a step that the pack does not have', async () => {
    const { session, told } = await play([lesson('a', [step('one')])]);
    session.open(ref('a/none'));
    expect(told.of('opened')).toEqual([]);
  });

  it('does nothing before a step is open', async () => {
    const { session, told } = await play([lesson('a', [step('one')])]);
    expect(await session.perform()).toBe('open');
    expect(await session.skip()).toBe('open');
    expect(await session.stop()).toBe(false);
    await session.type('create t');
    session.hint();
    session.answer([0]);
    expect(told.events.map(({ type }) => type)).toEqual(['course', 'engine']);
  });

  it('tells a problem of the progress file, whenever it comes', async () => {
    const { told, tellProblem } = await play([lesson('a', [step('one')])]);
    tellProblem('cannot be saved');
    expect(told.notices()).toEqual(['cannot be saved']);
  });
});

describe('performing', () => {
  it('runs, checks and records a step with commands', async () => {
    const { session, told, status } = await play([
      kafkaLesson('a', [runStep('one', 'create t', { checks: [exists('t')] })]),
    ]);
    session.open(ref('a/one'));
    expect(await session.perform()).toBe('passed');
    expect(told.phases()).toEqual(['open', 'preparing', 'running', 'checking', 'passed']);
    expect(told.runs()).toEqual(['create t']);
    expect(status('a/one')).toMatchObject({ status: 'passed', attempts: 1 });
  });

  it('records a failed attempt as tried', async () => {
    const { session, told, status } = await play([kafkaLesson('a', [runStep('one', 'fail')])]);
    session.open(ref('a/one'));
    expect(await session.perform()).toBe('failed');
    expect(told.phase()).toBe('failed');
    expect(status('a/one')).toMatchObject({ status: 'tried', attempts: 1 });
  });

  it('does one thing at a time', async () => {
    const { world, session, told } = await play([kafkaLesson('a', [runStep('one', 'stay')])]);
    session.open(ref('a/one'));
    const performing = session.perform();
    const run = await started(world, 'stay');
    await session.perform();
    await session.skip();
    await session.type('create t');
    expect(told.notices()).toHaveLength(3);
    expect(world.lines).toEqual(['stay']);
    run.end();
    expect(await performing).toBe('passed');
  });

  it('goes back to open when it is stopped', async () => {
    const { world, session, told, status } = await play([kafkaLesson('a', [runStep('one', ['stay', 'create t'])])]);
    session.open(ref('a/one'));
    const performing = session.perform();
    await started(world, 'stay');
    expect(await session.stop()).toBe(true);
    expect(await performing).toBe('open');
    expect(told.phase()).toBe('open');
    expect(world.lines).toEqual(['stay']);
    expect(status('a/one')?.status).toBe('tried');
    expect(await session.stop()).toBe(false);
  });

  it('passes what is typed on to the command, which counts although it is stopped', async () => {
    const block = sh('stay producer', { interactive: true });
    const { world, session } = await play([kafkaLesson('a', [step('one', { kind: 'run', runs: [block] })])]);
    session.open(ref('a/one'));
    const performing = session.perform();
    const run = await started(world, 'stay producer');
    await soon(() => {
      session.send('hello');
      expect(run.sent).toContain('hello');
    });
    await session.stop();
    expect(await performing).toBe('passed');
  });

  it('is blocked without services, and repaired', async () => {
    const { world, session, told } = await play([kafkaLesson('a', [runStep('one', 'create t')])]);
    const well = world.ensure;
    world.ensure = () => {
      throw new EnvironmentError({ what: 'The port is taken.', next: 'free it' });
    };
    session.open(ref('a/one'));
    expect(await session.perform()).toBe('blocked');
    expect(told.checks().at(-1)?.state).toEqual({ status: 'blocked', by: 'The port is taken.', tryNext: 'free it' });
    await session.repair();
    expect(told.phase()).toBe('blocked');
    world.ensure = well;
    await session.repair();
    expect(told.phase()).toBe('open');
    expect(await session.perform()).toBe('passed');
  });
});

describe('reading and quizzes', () => {
  it('passes what is only read', async () => {
    const { session, status } = await play([lesson('a', [step('one')])]);
    session.open(ref('a/one'));
    expect(await session.perform()).toBe('passed');
    expect(status('a/one')?.status).toBe('passed');
  });

  it('takes the right answer only', async () => {
    const { session, told, status } = await play([lesson('a', [quiz('one')])]);
    session.open(ref('a/one'));
    expect(await session.perform()).toBe('open');
    session.answer([0, 1]);
    expect(told.phase()).toBe('failed');
    expect(status('a/one')).toMatchObject({ status: 'tried', attempts: 1 });
    session.answer([0]);
    expect(told.phase()).toBe('passed');
    expect(told.of('quiz').map(({ right }) => right)).toEqual([false, true]);
    expect(status('a/one')?.status).toBe('passed');
  });

  it('shows hints one by one, counts them, and begins anew with another step', async () => {
    const hints = [
      { title: 'Hint', source: '1' },
      { title: 'Hint', source: '2' },
    ];
    const { session, told, status } = await play([lesson('a', [step('one', { hints })])]);
    session.open(ref('a/one'));
    for (let i = 0; i < 3; i += 1) session.hint();
    expect(told.of('hint').map(({ shown }) => shown)).toEqual([1, 2]);
    expect(status('a/one')?.hints).toBe(2);
    session.open(ref('a/one'));
    session.hint();
    expect(told.of('hint').at(-1)?.shown).toBe(1);
  });
});

describe('an exercise', () => {
  it('turns green by itself, wherever the learner did it', async () => {
    const { world, session, told, status } = await play([kafkaLesson('a', [exercise('one', 't')])]);
    session.open(ref('a/one'));
    await soon(() => expect(told.phase()).toBe('watching'));
    world.topics.add('t');
    await soon(() => expect(told.phase()).toBe('passed'));
    expect(status('a/one')?.status).toBe('passed');
  });

  it('is seen to be done by a typed command, beside the watch', async () => {
    const { world, session, told } = await play([kafkaLesson('a', [exercise('one', 't')])]);
    session.open(ref('a/one'));
    await session.type('create t');
    await soon(() => expect(told.phase()).toBe('passed'));
    expect(world.lines).toEqual(['create t']);
    expect(told.of('run-started')[0]?.info.typed).toBe(true);
  });

  it('is watched on after a look on request', async () => {
    const { world, session, told } = await play([kafkaLesson('a', [exercise('one', 't')])]);
    session.open(ref('a/one'));
    await soon(() => expect(told.phase()).toBe('watching'));
    const looking = session.perform();
    await soon(() => expect(told.phase()).toBe('checking'));
    await session.stop();
    await looking;
    await soon(() => expect(told.phase()).toBe('watching'));
    world.topics.add('t');
    await soon(() => expect(told.phase()).toBe('passed'));
  });

  it('does not try failing services by itself again', async () => {
    const { world, session, told } = await play([kafkaLesson('a', [exercise('one', 't')])]);
    world.ensure = () => {
      throw new EnvironmentError({ what: 'No Java.' });
    };
    session.open(ref('a/one'));
    await soon(() => expect(told.phase()).toBe('blocked'));
    const before = world.ensured;
    expect(await session.perform()).toBe('blocked');
    expect(world.ensured).toBe(before + 1);
  });

  it('goes on after a repair', async () => {
    const { world, session, told } = await play([kafkaLesson('a', [exercise('one', 't')])]);
    const well = world.ensure;
    world.ensure = () => {
      throw new EnvironmentError({ what: 'No Java.' });
    };
    session.open(ref('a/one'));
    await soon(() => expect(told.phase()).toBe('blocked'));
    world.ensure = well;
    await session.repair();
    world.topics.add('t');
    await soon(() => expect(told.phase()).toBe('passed'));
  });
});

describe('skipping', () => {
  it('performs the solution and records it as skipped', async () => {
    const { world, session, told, status } = await play([kafkaLesson('a', [exercise('one', 't')])]);
    session.open(ref('a/one'));
    expect(await session.skip()).toBe('skipped');
    expect(world.topics).toContain('t');
    expect(status('a/one')?.status).toBe('skipped');
    expect(await session.skip()).toBe('skipped');
    expect(world.lines).toEqual(['create t']);
    expect(told.phase()).toBe('skipped');
  });

  it('performs it from a clean beginning where what the learner did stands in the way', async () => {
    const steps = [
      runStep('one', 'create base'),
      step('two', { kind: 'exercise', solution: [sh('fail')], checks: [] }),
    ];
    const records = done(['a/one'], 'cluster-1');
    const { world, session, told } = await play([kafkaLesson('a', steps, ['base', 'mess'])], records);
    session.open(ref('a/two'));
    world.topics.add('mess');
    // Without checks the watch would pass it; the skip comes first.
    expect(await session.skip()).toBe('skipped');
    expect(world.removed).toContain('mess');
    expect(world.lines).toEqual(['fail', 'create base', 'fail']);
    expect(told.notices().join()).toContain('put back');
  });
});

describe('typed commands', () => {
  it('judge a step with commands', async () => {
    const { session, told, status } = await play([
      kafkaLesson('a', [runStep('one', 'create t', { checks: [exists('t')] })]),
    ]);
    session.open(ref('a/one'));
    await session.type('create t');
    expect(told.phase()).toBe('passed');
    expect(status('a/one')?.status).toBe('passed');
  });

  it('that only look around are no attempt at a step that was never performed', async () => {
    const { session, told, status } = await play([
      kafkaLesson('a', [runStep('one', 'create t', { checks: [exists('t')] })]),
    ]);
    session.open(ref('a/one'));
    await session.type('look');
    expect(told.phases()).toEqual(['open']);
    expect(told.checks()).toEqual([]);
    expect(status('a/one')?.attempts ?? 0).toBe(0);
  });

  it('are judged, right or wrong, in a step that was performed and is not right', async () => {
    const { session, told } = await play([kafkaLesson('a', [runStep('one', 'fail', { checks: [exists('t')] })])]);
    session.open(ref('a/one'));
    await session.perform();
    const before = told.checks().length;
    await session.type('look');
    expect(told.phase()).toBe('failed');
    expect(told.checks().length).toBeGreaterThan(before);
    await session.type('create t');
    expect(told.phase()).toBe('passed');
  });

  it('do not judge a step that is passed', async () => {
    const steps = [runStep('one', 'create t', { checks: [says('never')] })];
    const { session, told } = await play([kafkaLesson('a', steps)], done(['a/one'], 'cluster-1'));
    session.open(ref('a/one'));
    await session.type('look');
    expect(told.phases()).toEqual(['passed']);
    expect(told.checks()).toEqual([]);
  });

  it('that are not understood are answered as output', async () => {
    const { world, session, told } = await play([kafkaLesson('a', [runStep('one', 'create t')])]);
    world.says.set('nonsense', new EnvironmentError({ what: 'No such tool.', next: 'try another' }));
    session.open(ref('a/one'));
    await session.type('nonsense');
    expect(told.of('output').flatMap(({ lines }) => lines.map(({ text }) => text))).toEqual([
      'No such tool.',
      'try another',
    ]);
    expect(told.phase()).toBe('open');
  });

  it('take nothing from a passed step when the services are gone', async () => {
    const { world, session, told } = await play(
      [kafkaLesson('a', [runStep('one', 'create t')])],
      done(['a/one'], 'cluster-1'),
    );
    world.ensure = () => {
      throw new EnvironmentError({ what: 'No Java.' });
    };
    session.open(ref('a/one'));
    await session.type('look');
    expect(told.phase()).toBe('passed');
    expect(told.checks().at(-1)?.state.status).toBe('blocked');
    expect(world.lines).toEqual([]);
  });

  it('are followed by a look at the names there are now, where they were asked for before', async () => {
    const { deps } = await bench([kafkaLesson('a', [runStep('one', 'create t')])]);
    const session = createSession({ ...deps, openLive: async () => ({ look: async () => 'down', close: () => {} }) });
    sessions.push(session);
    const told = listen(session.subscribe);
    session.open(ref('a/one'));
    await session.lookLive();
    const before = told.of('live').length;
    await session.type('create t');
    await soon(() => expect(told.of('live').length).toBeGreaterThan(before));
  });

  it('are given up, with a word, where Ctrl+C comes before they are started', async () => {
    const { world, session, told } = await play([kafkaLesson('a', [step('one')])]);
    session.open(ref('a/one'));
    const typing = session.type('stay');
    expect(await session.stop()).toBe(true);
    await typing;
    expect(world.lines).toEqual([]);
    expect(told.of('notice')).toMatchObject([{ level: 'info', text: 'Stopped before it was started: stay' }]);
  });

  it('are stopped by Ctrl+C', async () => {
    const { world, session } = await play([kafkaLesson('a', [step('one')])]);
    session.open(ref('a/one'));
    const typing = session.type('stay');
    const run = await started(world, 'stay');
    expect(await session.stop()).toBe(true);
    await typing;
    expect(run.hasEnded()).toBe(true);
  });
});
