import { afterEach, describe, expect, it } from 'vitest';
import { EnvironmentError } from '../../../src/errors.ts';
import { setLanguage } from '../../../src/messages/index.ts';
import { createSession } from '../../../src/session/create-session.ts';
import { pack } from '../course/support.ts';
import { bench, exercise, exists, kafkaLesson, listen, ref, soon } from './support.ts';

afterEach(() => setLanguage('en'));

const wrong = (say: string) => exercise('one', 't', { mistakes: [{ when: [exists('tt')], say }] });

describe('after the language was switched', () => {
  it('tells what it sees of an exercise in the other one', async () => {
    const { world, deps } = await bench([kafkaLesson('a', [wrong('One t.')])]);
    let course = deps.pack;
    const session = createSession(Object.defineProperty(deps, 'pack', { get: () => course }));
    const told = listen(session.subscribe);
    world.topics.add('tt');
    session.open(ref('a/one'));
    await soon(() => expect(told.of('mistake').at(-1)?.say).toBe('One t.'));
    expect(told.of('check').at(-1)?.label).toBe('topic t');

    course = pack(kafkaLesson('a', [wrong('t는 하나입니다.')]));
    setLanguage('ko');
    session.retell();
    await soon(() => expect(told.of('mistake').at(-1)?.say).toBe('t는 하나입니다.'));
    expect(told.of('check').at(-1)).toMatchObject({ label: '토픽 t', state: { actual: '그런 토픽 없음' } });
    world.topics.add('t');
    await soon(() => expect(told.phase()).toBe('passed'));
    await session.close();
  });

  it('says again why a service does not come up', async () => {
    const { world, deps } = await bench([kafkaLesson('a', [exercise('one', 't')])]);
    world.ensure = () => {
      throw new EnvironmentError({ what: 'There is no Java.' });
    };
    const session = createSession(deps);
    const told = listen(session.subscribe);
    session.open(ref('a/one'));
    const failures = () => told.of('service').filter(({ state }) => state.state === 'failed').length;
    await soon(() => expect(failures()).toBeGreaterThan(0));
    await soon(() => expect(told.phase()).toBe('blocked'));
    const before = failures();
    session.retell();
    await soon(() => expect(failures()).toBeGreaterThan(before));
    await session.close();
  });

  it('does nothing where nothing is open', async () => {
    const { deps } = await bench([kafkaLesson('a', [exercise('one', 't')])]);
    const session = createSession(deps);
    expect(() => session.retell()).not.toThrow();
    await session.close();
  });
});
