import { stepsOf } from '../course/index.ts';
import type { StepRef } from '../course/types.ts';
import type { Lesson, Pack } from '../lesson/types.ts';

/** The first step in which an author has changed anything, in course order; a changed introduction is its lesson's first step. */
export function changedStep(before: Pack, after: Pack): StepRef | undefined {
  for (const lesson of after.lessons) {
    const former = before.lessons.find(({ id }) => id === lesson.id);
    const changed = former ? changedIn(former, lesson) : stepsOf(lesson)[0];
    if (changed) return changed;
  }
  return undefined;
}

function changedIn(before: Lesson, after: Lesson): StepRef | undefined {
  const steps = stepsOf(after);
  const { steps: _, ...frame } = after;
  const { steps: __, ...formerFrame } = before;
  if (written(frame) !== written(formerFrame)) return steps[0];
  const index = after.steps.findIndex((step) => {
    const former = before.steps.find(({ id }) => id === step.id);
    return !former || written(former) !== written(step);
  });
  return steps[index];
}

/** All that an author has written; a line more above it changes where it stands, not what it is. */
const written = (value: unknown): string =>
  JSON.stringify(value, (key, part: unknown) => (key === 'position' ? undefined : part));
