import type { Lesson, Pack, Step } from '../lesson/types.ts';
import type { StepKey, StepRef } from './types.ts';

export const keyOf = (ref: StepRef): StepKey => `${ref.lesson}/${ref.step}`;

export const sameStep = (a: StepRef, b: StepRef): boolean => a.lesson === b.lesson && a.step === b.step;

/** All steps of a pack in course order. */
export function allSteps(pack: Pack): StepRef[] {
  return pack.lessons.flatMap((lesson) => stepsOf(lesson));
}

export const stepsOf = (lesson: Lesson): StepRef[] =>
  lesson.steps.map((step) => ({ lesson: lesson.id, step: step.id }));

/** The step leaves something in the environment; reading and quizzes need nothing of it. */
export const touchesEnvironment = ({ kind }: Step): boolean => kind === 'run' || kind === 'exercise';

export type FoundStep = {
  readonly lesson: Lesson;
  readonly step: Step;
  /** from 0 */
  readonly lessonIndex: number;
  readonly stepIndex: number;
};

/** The step a reference means, undefined where the pack has none. */
export function findStep(pack: Pack, ref: StepRef): FoundStep | undefined {
  const lessonIndex = pack.lessons.findIndex((lesson) => lesson.id === ref.lesson);
  const lesson = pack.lessons[lessonIndex];
  const stepIndex = lesson?.steps.findIndex((step) => step.id === ref.step) ?? -1;
  const step = lesson?.steps[stepIndex];
  return lesson && step ? { lesson, step, lessonIndex, stepIndex } : undefined;
}

/** `topics` → all its steps, `topics/create` → that one; undefined where there is no such lesson or step. */
export function selectSteps(pack: Pack, name: string): StepRef[] | undefined {
  const [lessonId = '', stepId, ...rest] = name.split('/');
  const lesson = pack.lessons.find((candidate) => candidate.id === lessonId);
  if (!lesson || rest.length > 0) return undefined;
  if (stepId === undefined) return stepsOf(lesson);
  return lesson.steps.some((step) => step.id === stepId) ? [{ lesson: lessonId, step: stepId }] : undefined;
}
