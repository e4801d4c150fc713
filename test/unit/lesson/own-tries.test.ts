import { describe, expect, it } from 'vitest';
import { loadCourse } from '../../../src/commands/load-course.ts';
import { allSteps, findStep, keyOf } from '../../../src/course/index.ts';
import { formatAuthorErrors } from '../../../src/lesson/author-error.ts';
import { loadTries } from '../../../src/lesson/load-tries.ts';

/** How the mistakes of the course are made; that they are told then is proved on a real broker (test/lessons). */
const pack = await loadCourse(new URL('../../../lessons/', import.meta.url).pathname);
const { tried, errors } = await loadTries(pack);

it('is understood', () => expect(formatAuthorErrors(errors)).toBe(''));

describe('exercises', () => {
  const exercises = allSteps(pack).filter((ref) => findStep(pack, ref)?.step.kind === 'exercise');

  it.each(exercises.map((ref) => [keyOf(ref), ref] as const))(
    '%s has at least three mistakes that are tried',
    (_, ref) => {
      const ofStep = (tried.get(ref.lesson) ?? []).filter(({ step }) => step === ref.step);
      const sayings = new Set(ofStep.flatMap(({ tries }) => tries.map(({ say }) => say)));
      expect(sayings.size).toBeGreaterThanOrEqual(3);
    },
  );
});
