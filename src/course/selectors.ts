import type { Pack } from '../lesson/types.ts';
import { allSteps, findStep, keyOf, sameStep, stepsOf } from './refs.ts';
import type { CourseState, StepRecord, StepRef, StepStanding } from './types.ts';

export type Count = { readonly done: number; readonly total: number };

export const recordOf = (course: CourseState, ref: StepRef): StepRecord | undefined => course.steps[keyOf(ref)];

const isDone = (course: CourseState, ref: StepRef): boolean => {
  const status = recordOf(course, ref)?.status;
  return status === 'passed' || status === 'skipped';
};

/** Steps before this one that are neither passed nor skipped: what keeps it locked. */
export function missingBefore(course: CourseState, ref: StepRef): StepRef[] {
  if (course.anywhere) return [];
  const steps = allSteps(course.pack);
  const index = steps.findIndex((step) => sameStep(step, ref));
  return steps.slice(0, Math.max(index, 0)).filter((step) => !isDone(course, step));
}

/** A step is open when everything before it is done; what was done once stays done. */
export function stepStanding(course: CourseState, ref: StepRef): StepStanding {
  const status = recordOf(course, ref)?.status;
  if (status === 'passed' || status === 'skipped') return status;
  return missingBefore(course, ref).length === 0 ? 'open' : 'locked';
}

/** The step was changed by its author after the learner passed it. */
export function isEdited(course: CourseState, ref: StepRef): boolean {
  const record = recordOf(course, ref);
  const hash = findStep(course.pack, ref)?.step.hash;
  return record?.status === 'passed' && hash !== undefined && record.hash !== hash;
}

const count = (course: CourseState, steps: readonly StepRef[]): Count => ({
  done: steps.filter((step) => isDone(course, step)).length,
  total: steps.length,
});

export const courseProgress = (course: CourseState): Count => count(course, allSteps(course.pack));

export function lessonProgress(course: CourseState, lessonId: string): Count {
  const lesson = course.pack.lessons.find((candidate) => candidate.id === lessonId);
  return count(course, lesson ? stepsOf(lesson) : []);
}

/** The step after this one, undefined at the end of the course. */
export const nextStep = (course: CourseState, ref: StepRef): StepRef | undefined => neighbour(course.pack, ref, 1);

/** The step before this one, undefined at its beginning. */
export const previousStep = (course: CourseState, ref: StepRef): StepRef | undefined => neighbour(course.pack, ref, -1);

function neighbour(pack: Pack, ref: StepRef, by: 1 | -1): StepRef | undefined {
  const steps = allSteps(pack);
  const index = steps.findIndex((step) => sameStep(step, ref));
  return index < 0 ? undefined : steps[index + by];
}

/** The first step that is neither passed nor skipped; undefined when the course is done. */
export const nextToDo = (course: CourseState): StepRef | undefined =>
  allSteps(course.pack).find((step) => !isDone(course, step));

/** Where a learner goes on: the step last on the screen if it is still there and not locked, else the first that is not done, else the last. */
export function resumeStep(course: CourseState): StepRef | undefined {
  const steps = allSteps(course.pack);
  const current = steps.find((step) => keyOf(step) === course.current);
  if (current && stepStanding(course, current) !== 'locked') return current;
  return nextToDo(course) ?? steps.at(-1);
}

/** Steps of a lesson that were performed, in order: what a rebuilt environment needs. */
export function performedSteps(course: CourseState, lessonId: string): StepRef[] {
  const lesson = course.pack.lessons.find((candidate) => candidate.id === lessonId);
  return lesson ? stepsOf(lesson).filter((step) => isDone(course, step)) : [];
}
