import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SessionEvent } from '../../../src/session/events.ts';
import type { KeyEvent, NamedKey } from '../../../src/terminal/key-events.ts';
import type { UiAction } from '../../../src/ui/actions.ts';
import { dispatchKey } from '../../../src/ui/dispatch.ts';
import type { Effects } from '../../../src/ui/effects.ts';
import { createStore, type Store } from '../../../src/ui/store.ts';
import { courseOf, topicsPack } from './support/course.ts';
import { scriptedSession } from './support/scripted-session.ts';
import { ended, phase, ref, runOf, situations, viewOf } from './support/states.ts';

const pack = topicsPack();
const allDone = Object.fromEntries(
  pack.lessons.flatMap((lesson) => lesson.steps.map((step) => [`${lesson.id}/${step.id}`, 'passed' as const])),
);
const stores: Store[] = [];
afterEach(() => {
  for (const store of stores.splice(0)) store.close();
});

function started(actions: readonly (SessionEvent | UiAction)[], options: { shell?: boolean; done?: boolean } = {}) {
  const course = courseOf(pack, options.done ? allDone : {});
  const session = scriptedSession(course);
  let now = 1_000;
  const store = createStore(viewOf([{ type: 'course', course }, ...actions]), () => now);
  stores.push(store);
  session.subscribe((event) => {
    if (event.type !== 'course' || !options.done) store.tell(event);
  });
  const effects = {
    session,
    quit: vi.fn(),
    copy: vi.fn(),
    saveHistory: vi.fn(),
    guard: vi.fn((task: Promise<unknown>) => void task),
    ...(options.shell && { shell: vi.fn() }),
  } satisfies Effects;
  const press = (...events: readonly (KeyEvent | string)[]) => {
    for (const event of events) {
      dispatchKey(store, effects, typeof event === 'string' ? { type: 'char', text: event } : event);
    }
  };
  const wait = (ms: number): void => {
    now += ms;
  };
  return { store, session, effects, press, wait };
}

const key = (name: NamedKey): KeyEvent => ({ type: 'named', name });
const enter = key('enter');
const esc = key('escape');
const notice = (store: Store) => store.get().notices.at(-1)?.text;
const situation = (name: string) => situations[name] ?? [];

describe('Enter', () => {
  it.each([
    ['nothing done', 'perform'],
    ['failed', 'perform'],
    ['watching', 'perform'],
    ['blocked', 'repair'],
    ['a service failed', 'repair'],
  ])('does the main action: %s', (name, asked) => {
    const { session, press } = started(situation(name));
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
    expect(store.get().hintsShown).toBe(2);
    press('h');
    expect(notice(store)).toContain('last hint');
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

describe('Ctrl+C', () => {
  const interrupt = key('ctrl-c');

  it('stops what runs and does not quit', () => {
    const { session, effects, press } = started(situation('running'));
    press(interrupt);
    expect(session.asked).toEqual(['stop']);
    expect(effects.quit).not.toHaveBeenCalled();
  });

  it('quits at once when pressed twice within two seconds', () => {
    const { effects, press, wait } = started(situation('running'));
    press(interrupt);
    wait(1_900);
    press(interrupt);
    expect(effects.quit).toHaveBeenCalledOnce();
  });

  it('stops again when the second press comes later', () => {
    const { session, effects, press, wait } = started(situation('running'));
    press(interrupt);
    wait(2_100);
    press(interrupt);
    expect(session.asked).toEqual(['stop', 'stop']);
    expect(effects.quit).not.toHaveBeenCalled();
  });

  it('quits when nothing runs', () => {
    for (const name of ['nothing done', 'watching', 'help']) {
      const { effects, press } = started(situation(name));
      press(interrupt);
      expect(effects.quit, name).toHaveBeenCalledOnce();
    }
  });

  it('gives up a line before it quits', () => {
    const { store, effects, press } = started(situation('command line'));
    press('a', interrupt);
    expect(store.get().focus).toBe('lesson');
    expect(store.get().command.text).toBe('');
    expect(effects.quit).not.toHaveBeenCalled();
    press(interrupt);
    expect(effects.quit).toHaveBeenCalledOnce();
  });

  it('stops the background command whose pane has the focus', () => {
    const { session, press } = started([
      ...situation('background beside a run'),
      ended(1),
      { type: 'focused', focus: 'run-7' },
    ]);
    press(interrupt);
    expect(session.asked).toEqual(['stop-background reader']);
  });
});

describe('the command line', () => {
  it('takes letters as text, runs the line, and closes', () => {
    const { store, session, effects, press } = started([]);
    press('/', ...'kafka-topics --list', enter);
    expect(session.asked).toEqual(['type kafka-topics --list']);
    expect(store.get().focus).toBe('lesson');
    expect(effects.saveHistory).toHaveBeenCalledWith(['kafka-topics --list']);
  });

  it('brings earlier lines back', () => {
    const { store, press } = started([]);
    press('/', ...'one', enter, '/', ...'two', enter, '/', ...'dr');
    press(key('up'), key('up'));
    expect(store.get().command.text).toBe('one');
    press(key('down'), key('down'));
    expect(store.get().command.text).toBe('dr');
  });

  it('takes pasted text and Hangul as text', () => {
    const { store, press } = started(situation('command line'));
    press({ type: 'paste', text: 'kafka-topics.sh \\\n  --list' }, 'ㅂ');
    expect(store.get().command.text).toBe('kafka-topics.sh --listㅂ');
  });

  it('keeps the line while another command runs', () => {
    const { store, session, press } = started(situation('running'));
    press('/', ...'x', enter);
    expect(session.asked).toEqual([]);
    expect(store.get().command.text).toBe('x');
    expect(notice(store)).toContain('still running');
  });

  it('is left by Esc and reached by Tab', () => {
    const { store, press } = started([]);
    press(key('tab'));
    expect(store.get().focus).toBe('command');
    press(esc);
    expect(store.get().focus).toBe('lesson');
  });

  it('does nothing with an empty line', () => {
    const { session, effects, press } = started(situation('command line'));
    press(' ', enter);
    expect(session.asked).toEqual([]);
    expect(effects.saveHistory).not.toHaveBeenCalled();
  });
});

describe('an interactive command', () => {
  const producer = situation('typing into a producer');

  it('has the focus by itself; Enter sends, Ctrl+D ends the input', () => {
    const { store, session, press } = started(producer);
    expect(store.get().focus).toBe('input');
    press(...'hq?', enter);
    press(key('ctrl-d'));
    expect(session.asked).toEqual(['send hq?', 'end-input']);
    expect(store.get().input.text).toBe('');
  });

  it('lets the keys work after Esc, and types on with i', () => {
    const { store, press } = started(producer);
    press(esc, '?');
    expect(store.get().overlay.kind).toBe('help');
    press(esc, 'ㅑ');
    expect(store.get().focus).toBe('input');
  });

  it('gives the focus back when it ends', () => {
    const { store, session } = started(producer);
    session.emit(ended(8));
    expect(store.get().focus).toBe('lesson');
  });

  it('goes round the panes with Tab', () => {
    const { store, press } = started(producer);
    const seen = Array.from({ length: 4 }, () => {
      press(key('tab'));
      return store.get().focus;
    });
    expect(seen).toEqual(['lesson', 'work', 'run-7', 'input']);
    press(key('shift-tab'));
    expect(store.get().focus).toBe('run-7');
  });
});

describe('a quiz', () => {
  const quiz = [{ type: 'opened', ref: ref('quiz') } as const];

  it('is answered with the option under the cursor where one is right', () => {
    const { session, press } = started(quiz);
    press(key('down'), enter);
    expect(session.asked).toEqual(['answer 1']);
  });

  it('takes numbers; another choice replaces the first', () => {
    const { session, press } = started(quiz);
    press('1', '3', enter);
    expect(session.asked).toEqual(['answer 2']);
  });

  it('ignores numbers without an option', () => {
    const { store, press } = started(quiz);
    press('9');
    expect(store.get().quiz.chosen).toEqual([]);
  });
});

describe('the map', () => {
  it('opens an open step and refuses a locked one', () => {
    const { store, session, press } = started([]);
    press('l', key('down'), enter);
    expect(store.get().overlay).toEqual({ kind: 'map', cursor: 1, refused: true });
    expect(session.asked).toEqual([]);
    press('g', enter);
    expect(session.asked).toEqual(['open topics/create']);
    expect(store.get().overlay.kind).toBe('none');
  });

  it('closes with l and with Esc', () => {
    const { store, press } = started([]);
    press('l', 'l');
    expect(store.get().overlay.kind).toBe('none');
    press('l', esc);
    expect(store.get().overlay.kind).toBe('none');
  });
});

describe('scrolling keys', () => {
  it('move the pane that can move', () => {
    const flood = runOf(
      1,
      'create',
      Array.from({ length: 100 }, (_, index) => `${index}`),
    );
    const { store, press } = started([...flood, { type: 'focused', focus: 'work' }]);
    press('k', 'k', key('pageup'));
    expect(store.get().scroll['work']).toMatchObject({ at: 'anchor' });
    press('G');
    expect(store.get().scroll['work']).toEqual({ at: 'tail' });
  });

  it('scroll the help while it is open, and forget that when it closes', () => {
    const { store, press } = started(situation('help'));
    press(key('down'));
    expect(store.get().scroll['overlay']).toMatchObject({ at: 'anchor' });
    press(esc);
    expect(store.get().scroll['overlay']).toBeUndefined();
  });
});
