import type { Assertion, Lesson, Mistake, Panel, Quiz, Step } from './types.ts';

/**
 * A lesson in the words of its translation. Whatever is run, checked or remembered is the original's, also the hashes of
 * its steps. Both have the same steps and parts (`compareLessons`); a part that is missing stays in the original's words.
 */
export const inWordsOf = (original: Lesson, { title, summary, intro, steps }: Lesson): Lesson => ({
  ...original,
  title,
  summary,
  intro,
  steps: original.steps.map((step) => {
    const same = steps.find(({ id }) => id === step.id);
    return same ? stepInWordsOf(step, same) : step;
  }),
});

const stepInWordsOf = (
  original: Step,
  { title, body, hints, checks, mistakes, quiz, board, learned = original.learned }: Step,
): Step => ({
  ...original,
  title,
  body,
  hints: hints.map((hint, index) => ({ ...original.hints[index], ...hint })),
  checks: original.checks.map((check, index) => checkInWordsOf(check, checks[index])),
  mistakes: original.mistakes.map((mistake, index) => mistakeInWordsOf(mistake, mistakes[index])),
  ...(original.quiz && { quiz: quizInWordsOf(original.quiz, quiz) }),
  ...(original.learned !== undefined && learned !== undefined && { learned }),
  ...(original.board && { board: original.board.map((panel) => panelInWordsOf(panel, board)) }),
});

function panelInWordsOf(original: Panel, translated: readonly Panel[] | undefined): Panel {
  const { title, symptom, report } = translated?.find(({ id }) => id === original.id) ?? original;
  return { ...original, title, symptom, report };
}

/** Only what the learner reads in place of a pattern. */
function checkInWordsOf(original: Assertion, translated: Assertion | undefined): Assertion {
  const isCalled = translated !== undefined && 'as' in translated && translated.as !== undefined;
  return isCalled && 'as' in original ? { ...original, as: translated.as } : original;
}

const mistakeInWordsOf = (original: Mistake, translated: Mistake | undefined): Mistake =>
  translated ? { ...original, say: translated.say } : original;

const quizInWordsOf = ({ options }: Quiz, translated: Quiz | undefined): Quiz => ({
  options: options.map((option, index) => {
    const { text, feedback } = translated?.options[index] ?? option;
    return { ...option, text, ...(feedback !== undefined && { feedback }) };
  }),
});
