import type { Pack } from '../lesson/types.ts';
import { allSteps, findStep, keyOf, sameStep, stepsOf, touchesEnvironment } from './refs.ts';
import type { CourseState, StepKey, StepRecord, StepRef, StepStanding } from './types.ts';

export type Count = { readonly done: number; readonly total: number };

export const recordOf = (course: CourseState, ref: StepRef): StepRecord | undefined => course.steps[keyOf(ref)];

const isDone = (course: CourseState, ref: StepRef): boolean => {
  const status = recordOf(course, ref)?.status;
  return status === 'passed' || status === 'skipped';
};

/** The step was opened although steps before it were not done. */
export const wasAhead = (course: CourseState, ref: StepRef): boolean => recordOf(course, ref)?.ahead === true;

/** In its lesson the learner began at this step or at one before it that was opened ahead: what it builds on may be missing. */
export function beganAhead(course: CourseState, ref: StepRef): boolean {
  const lesson = course.pack.lessons.find(({ id }) => id === ref.lesson);
  const steps = lesson ? stepsOf(lesson) : [];
  const index = steps.findIndex((step) => sameStep(step, ref));
  return steps.slice(0, index + 1).some((step) => wasAhead(course, step));
}

/**
 * Steps before this one that are neither passed nor skipped: what keeps it locked. Who has opened a step ahead goes on from there, so
 * nothing before that one counts.
 */
export function missingBefore(course: CourseState, ref: StepRef): StepRef[] {
  if (course.anywhere) return [];
  const steps = allSteps(course.pack);
  const index = steps.findIndex((step) => sameStep(step, ref));
  const begin = steps.findLastIndex((step, place) => place <= index && wasAhead(course, step));
  return steps.slice(Math.max(begin, 0), Math.max(index, 0)).filter((step) => !isDone(course, step));
}

/** A step is open when everything before it is done; what was done once stays done. */
export const stepStanding = (course: CourseState, ref: StepRef): StepStanding =>
  standingsOf(course).get(keyOf(ref)) ?? 'open';

/** How every step of the course stands, in its order. */
export function standingsOf(course: CourseState): ReadonlyMap<StepKey, StepStanding> {
  const standings = new Map<StepKey, StepStanding>();
  let isOpen = true;
  let allDone = true;
  for (const step of allSteps(course.pack)) {
    const record = recordOf(course, step);
    const done = isDone(course, step);
    if (record?.ahead) isOpen = true;
    const open: StepStanding = record?.ahead && !allDone ? 'ahead' : 'open';
    const status = record?.status === 'passed' || record?.status === 'skipped' ? record.status : undefined;
    standings.set(keyOf(step), status ?? (isOpen || course.anywhere ? open : 'locked'));
    isOpen = isOpen && done;
    allDone = allDone && done;
  }
  return standings;
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

/** Steps of a lesson before this one that leave something in the environment and were not performed: this one may build on them. */
export function unperformedBefore(course: CourseState, ref: StepRef): StepRef[] {
  const lesson = course.pack.lessons.find(({ id }) => id === ref.lesson);
  const index = lesson?.steps.findIndex(({ id }) => id === ref.step) ?? 0;
  return (lesson?.steps.slice(0, Math.max(index, 0)) ?? [])
    .filter(touchesEnvironment)
    .map(({ id }) => ({ lesson: ref.lesson, step: id }))
    .filter((step) => !isDone(course, step));
}

/** Steps of a lesson that were performed, in order: what a rebuilt environment needs. */
export function performedSteps(course: CourseState, lessonId: string): StepRef[] {
  const lesson = course.pack.lessons.find((candidate) => candidate.id === lessonId);
  return lesson ? stepsOf(lesson).filter((step) => isDone(course, step)) : [];
}
