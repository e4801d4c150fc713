import { afterEach, describe, expect, it } from 'vitest';
import type { CourseRecords } from '../../../src/course/types.ts';
import { createSession } from '../../../src/session/create-session.ts';
import type { Session } from '../../../src/session/types.ts';
import { bench, done, exists, kafkaLesson, listen, ref, runStep, soon } from './support.ts';

const sessions: Session[] = [];
afterEach(async () => {
  for (const session of sessions.splice(0)) await session.close();
});

const lesson = kafkaLesson(
  'a',
  [runStep('one', 'make t', { checks: [exists('t')] }), runStep('two', 'create t', { checks: [exists('t')] })],
  ['t'],
);

async function opened(key: string, records?: CourseRecords) {
  const { world, deps } = await bench([lesson], records);
  const session = createSession(deps);
  sessions.push(session);
  const told = listen(session.subscribe);
  session.open(ref(key));
  return { world, session, told };
}

describe('a step that is looked at again', () => {
  it('that was passed stays so, and what holds no more is said', async () => {
    const { world, session, told } = await opened('a/one', done(['a/one'], 'cluster-1'));
    world.topics.add('t');
    await session.lookAgain();
    expect(told.notices()).toEqual([]);
    world.topics.delete('t');
    await session.lookAgain();
    expect(told.notices()).toEqual([expect.stringContaining('no longer as the step left it: topic t.')]);
    expect(told.phase()).toBe('passed');
    expect(world.records.steps['a/one']?.status).toBe('passed');
  });

  it('that had failed passes where it has come right meanwhile', async () => {
    const { world, session, told } = await opened('a/one');
    world.says.set('make t', { exit: 1 });
    expect(await session.perform()).toBe('failed');
    await session.lookAgain();
    expect(told.phase()).toBe('failed');
    world.topics.add('t');
    await session.lookAgain();
    expect(told.phase()).toBe('passed');
    expect(world.records.steps['a/one']?.status).toBe('passed');
  });

  it('that nothing was done with is not judged', async () => {
    const { world, session, told } = await opened('a/one');
    world.topics.add('t');
    await session.lookAgain();
    expect(told.phase()).toBe('open');
    expect(told.of('check')).toEqual([]);
  });
});

describe('a passed step from its beginning', () => {
  it('is run on the lesson as it is there', async () => {
    const { world, session, told } = await opened('a/two', done(['a/one', 'a/two'], 'cluster-1'));
    world.topics.add('t');
    expect(await session.perform('beginning')).toBe('passed');
    expect(world.removed).toEqual(['t']);
    // What was before it is performed again, then the step.
    expect(world.lines).toEqual(['make t', 'create t']);
    await soon(() => expect(told.phase()).toBe('passed'));
  });
});

describe('a locked step that is opened ahead', () => {
  it('is remembered as such', async () => {
    const { world, session } = await opened('a/one');
    session.open(ref('a/two'), 'ahead');
    expect(world.records.steps['a/two']).toMatchObject({ status: 'tried', ahead: true });
    expect(world.records.current).toBe('a/two');
  });
});
