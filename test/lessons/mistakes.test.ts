import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCourse } from '../../src/commands/load-course.ts';
import { allSteps, findStep } from '../../src/course/index.ts';
import type { StepRef } from '../../src/course/types.ts';
import type { MistakeRow } from './mistakes/row.ts';
import { mistakeRows } from './mistakes/rows.ts';
import { type Learner, openLearner } from './support/learner.ts';

/**
 * The mistakes of the lessons, made on a real cluster: each row puts a lesson to where a step begins (or goes on after the row
 * before it), does what learners do wrong there, and expects that exactly this mistake is told.
 */
const pack = await loadCourse(new URL('../../lessons/', import.meta.url).pathname);

/** Lessons that were written before their mistakes were tried. */
const untried: readonly string[] = ['first-broker', 'topics', 'producer-and-consumer'];

const refOf = ({ step: place }: MistakeRow): StepRef => {
  const [lesson = '', step = ''] = place.split('/');
  return { lesson, step };
};
const mistakesAt = (ref: StepRef) => findStep(pack, ref)?.step.mistakes ?? [];

let learner: Learner;
beforeAll(async () => {
  learner = await openLearner(pack);
});
afterAll(() => learner?.close());

describe.each(mistakeRows.map((row) => ({ row, step: row.step, mistake: row.mistake })))('$step', ({ row }) => {
  it(`tells: ${row.mistake}`, async () => {
    const meant = mistakesAt(refOf(row)).filter(({ say }) => say.startsWith(row.mistake));
    expect(meant, 'mistakes of the lesson that begin like this').toHaveLength(1);
    await learner.goTo(refOf(row), { goesOn: row.goesOn === true });
    await learner.act(row.make);
    // Where the checks hold nobody is told of a mistake.
    expect(await learner.told(row.mistake)).toEqual({ status: 'failed', say: meant[0]?.say });
  });
});

describe('exercises', () => {
  const exercises = allSteps(pack).filter(
    (ref) => !untried.includes(ref.lesson) && findStep(pack, ref)?.step.kind === 'exercise',
  );

  it.each(exercises.map((ref) => `${ref.lesson}/${ref.step}`))(
    '%s has at least three mistakes that are tried',
    (place) => {
      const tried = new Set(mistakeRows.filter(({ step }) => step === place).map(({ mistake }) => mistake));
      expect(tried.size).toBeGreaterThanOrEqual(3);
    },
  );
});
