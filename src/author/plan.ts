import { stepsOf } from '../course/index.ts';
import type { StepRef } from '../course/types.ts';
import type { TriedStep } from '../lesson/tries.ts';
import type { Lesson, Pack } from '../lesson/types.ts';

/** One lesson of a run of `author test`. */
export type PlannedLesson = {
  readonly lesson: Lesson;
  readonly tried: readonly TriedStep[];
  /** the steps that were named, where they are not all */
  readonly only?: readonly string[];
};

/** What is to be proved, in course order. `refs`: the steps that were named; none means all. */
export function planProofs(
  pack: Pack,
  tried: ReadonlyMap<string, readonly TriedStep[]>,
  refs: readonly StepRef[],
): readonly PlannedLesson[] {
  return pack.lessons.flatMap((lesson): PlannedLesson[] => {
    const named = refs.filter((ref) => ref.lesson === lesson.id).map(({ step }) => step);
    if (refs.length > 0 && named.length === 0) return [];
    const isWhole = refs.length === 0 || named.length === stepsOf(lesson).length;
    return [{ lesson, tried: tried.get(lesson.id) ?? [], ...(!isWhole && { only: named }) }];
  });
}
