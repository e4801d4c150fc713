import type { StepRef } from '../course/types.ts';
import { type CourseKeeper, keepCourse } from './course-keeper.ts';
import type { SessionDeps } from './deps.ts';
import { keepLessonState, type LessonState } from './lesson-state.ts';
import type { Stage } from './perform-step.ts';
import { type Publisher, publish } from './publish.ts';
import { createRunner } from './runner.ts';
import { keepServices } from './services.ts';

/** What every session is made of, with a screen or without. */
export type SessionParts = Publisher & {
  readonly keeper: CourseKeeper;
  readonly stage: Stage;
  readonly state: LessonState;
};

export function openParts(deps: SessionDeps): SessionParts {
  const { emit, subscribe } = publish();
  const keeper = keepCourse(deps, emit);
  const stage: Stage = { deps, services: keepServices(deps, emit), runner: createRunner(deps, emit) };
  const settled = (lesson: string, cluster: string): void => keeper.dispatch({ type: 'settled', lesson, cluster });
  const performedFor = (ref: StepRef): void => keeper.dispatch({ type: 'skipped', ref, at: keeper.at() });
  const state = keepLessonState({ stage, course: keeper.course, settled, performedFor, emit });
  return { emit, subscribe, keeper, stage, state };
}
