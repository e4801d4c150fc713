import { describe, expect, it } from 'vitest';
import { enter, esc, key, situation, started } from './support/keyboard.ts';
import { ref, runOf } from './support/states.ts';

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
