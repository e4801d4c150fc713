import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/markdown/index.ts';
import { drawFrame } from '../../../src/ui/frame.ts';
import { lesson, packOf, prose, step } from './support/course.ts';
import { enter, esc, key, situation, started } from './support/keyboard.ts';
import { ref, runOf } from './support/states.ts';

const longQuiz = () =>
  packOf(
    lesson('topics', 'Topics', [
      step('quiz', 'Long', {
        kind: 'quiz',
        body: [prose('What is it?')],
        quiz: {
          options: [1, 2, 3, 4].map((number) => ({
            text: `option ${number} ${'with many words '.repeat(7)}`,
            correct: number === 2,
            feedback: 'Because. '.repeat(20),
          })),
        },
      }),
    ]),
  );

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

  it('takes the option under the cursor after a wrong answer', () => {
    const { session, press } = started(quiz);
    press('1', enter, key('down'), enter);
    expect(session.asked).toEqual(['answer 0', 'answer 1']);
  });

  it('shows the option that a number chooses, also when it is answered', () => {
    const { store, press } = started([...quiz, { type: 'resized', size: { columns: 60, rows: 16 } }], {
      pack: longQuiz(),
    });
    const shown = () => plainText(drawFrame(store.get()).rows);
    expect(shown()).not.toContain('option 4');
    press('4');
    expect(shown()).toContain('> 4 (x) option 4');
    press(enter);
    expect(shown()).toContain('> 4 (x) option 4');
    press('1');
    expect(shown()).toContain('> 1 (x) option 1');
  });

  it('ignores numbers without an option', () => {
    const { store, press } = started(quiz);
    press('9');
    expect(store.get().quiz.chosen).toEqual([]);
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
