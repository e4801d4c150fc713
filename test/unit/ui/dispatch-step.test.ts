import { describe, expect, it, vi } from 'vitest';
import type { SessionEvent } from '../../../src/session/events.ts';
import { lesson, packOf, step } from './support/course.ts';
import { enter, esc, notice, situation, started } from './support/keyboard.ts';
import type { Script } from './support/scripted-session.ts';
import { phase, ref } from './support/states.ts';

describe('Enter', () => {
  it.each([
    ['nothing done', 'perform'],
    ['failed', 'perform'],
    ['watching', 'perform'],
    ['blocked', 'repair'],
    ['a service failed', 'repair'],
  ])('does the main action: %s', (name, asked) => {
    const { session, press } = started([...situation(name), { type: 'text-read' }]);
    press(enter);
    expect(session.asked).toEqual([asked]);
  });

  it('does nothing while something runs', () => {
    const { session, press } = started(situation('running'));
    press(enter);
    expect(session.asked).toEqual([]);
  });

  it('goes on after a pass', () => {
    const { session, press } = started([phase('create', 'passed')], { done: true });
    press(enter);
    expect(session.asked).toEqual(['open topics/why']);
  });

  it('leads on from a step that is only read', async () => {
    const { session, press } = started([]);
    session.open(ref('create'));
    session.finish('passed');
    session.open(ref('why'));
    press(enter);
    await vi.waitFor(() => expect(session.asked.slice(2)).toEqual(['perform', 'open topics/quiz']));
  });

  it('ends the course after its last step', () => {
    const { store, press } = started(
      [
        { type: 'opened', ref: ref('group', 'groups') },
        { type: 'phase', ref: ref('group', 'groups'), phase: 'passed' },
      ],
      { done: true },
    );
    press(enter);
    expect(store.get().overlay.kind).toBe('finished');
    press(enter);
    expect(store.get().overlay.kind).toBe('map');
  });

  it('tells that an exercise was looked at again where nothing on the screen would', async () => {
    const look = (actual: string): SessionEvent => ({
      type: 'check',
      ref: ref('create'),
      index: 0,
      label: 'topic orders',
      state: { status: 'fail', expected: 'exists', actual },
    });
    const pack = packOf(lesson('topics', 'Topics', [step('create', 'Create', { kind: 'exercise' })]));
    let found = 'nothing';
    const script: Script = {
      perform: (session) => {
        session.emit(phase('create', 'checking'), look(found), phase('create', 'failed'), phase('create', 'watching'));
        return 'failed';
      },
    };
    const { store, session, press } = started([], { pack, script });
    session.open(ref('create'));
    session.emit(look('nothing'), phase('create', 'watching'));
    press(enter);
    await vi.waitFor(() => expect(notice(store)).toBe('Looked again: not there yet.'));
    press('j');
    expect(notice(store)).toBeUndefined();
    found = 'another one';
    press(enter);
    await vi.waitFor(() => expect(store.get().checks[0]?.state).toMatchObject({ actual: found }));
    await new Promise((resolve) => setImmediate(resolve));
    expect(notice(store)).toBeUndefined();
  });

  it('takes notices away', () => {
    const { store, press } = started(situation('notices'));
    press(enter);
    expect(store.get().notices).toEqual([]);
  });
});

describe('letters', () => {
  it('show hints one by one, and say when there is none left', () => {
    const { session, store, press } = started([]);
    session.open(ref('create'));
    press('h', 'ㅗ');
    expect(session.asked.slice(1)).toEqual(['hint', 'hint']);
    expect(store.get().hints).toEqual([0, 1]);
    press('h');
    expect(notice(store)).toBe('That was the last hint. a shows the solution.');
    session.finish('passed');
    press('h');
    expect(notice(store)).toBe('That was the last hint.');
    press('j');
    expect(notice(store)).toBeUndefined();
  });

  it('ask before a step is skipped', () => {
    const { session, store, press } = started([]);
    press('s');
    expect(store.get().overlay.kind).toBe('skip');
    press(esc);
    expect(session.asked).toEqual([]);
    press('s', enter);
    expect(session.asked).toEqual(['skip']);
  });

  it('refuse to skip what is done', () => {
    const { store, press } = started([phase('create', 'passed')]);
    press('s');
    expect(store.get().overlay.kind).toBe('none');
    expect(notice(store)).toContain('done already');
  });

  it('go to the next step only when it is open', () => {
    const locked = started([]);
    locked.press('n');
    expect(locked.session.asked).toEqual([]);
    expect(notice(locked.store)).toContain('opens when this one is passed or skipped');
    const open = started([], { done: true });
    open.press('n');
    expect(open.session.asked).toEqual(['open topics/why']);
  });

  it('go back, and say where the beginning is', () => {
    const first = started([]);
    first.press('p');
    expect(notice(first.store)).toBe('This is the first step.');
    const second = started([{ type: 'opened', ref: ref('why') }]);
    second.press('p');
    expect(second.session.asked).toEqual(['open topics/create']);
  });

  it('run a passed step again', () => {
    const { session, press } = started([phase('create', 'passed')]);
    press('r');
    expect(session.asked).toEqual(['perform']);
  });

  it('show the command and offer it to the clipboard', () => {
    const { store, effects, press } = started([]);
    press('y');
    expect(store.get().overlay).toMatchObject({ kind: 'copy' });
    expect(effects.copy).toHaveBeenCalledWith(expect.stringContaining('--create --topic quickstart-events'));
    press(esc, 'q');
    expect(effects.quit).toHaveBeenCalled();
  });

  it('open a shell where there is one', () => {
    const none = started([]);
    none.press('!');
    expect(notice(none.store)).toContain('No shell');
    const some = started([], { shell: true });
    some.press('!');
    expect(some.effects.shell).toHaveBeenCalledOnce();
  });

  it('quit from every page', () => {
    for (const name of ['nothing done', 'help', 'map', 'copy', 'skip', 'finished']) {
      const { effects, press } = started(situation(name));
      press('ㅂ');
      expect(effects.quit, name).toHaveBeenCalledOnce();
    }
  });

  it('open the help and close it, whatever is open', () => {
    const { store, press } = started(situation('map'));
    press('?');
    expect(store.get().overlay.kind).toBe('help');
    press('?');
    expect(store.get().overlay.kind).toBe('none');
  });
});
