import { type CourseKeeper, keepCourse } from './course-keeper.ts';
import type { SessionDeps } from './deps.ts';
import { keepLessonState, type LessonState } from './lesson-state.ts';
import type { Stage } from './perform-step.ts';
import { type Publisher, publish } from './publish.ts';
import { recordBoards } from './record-boards.ts';
import { createRunner } from './runner.ts';
import { keepServices } from './services.ts';

/** What every session is made of, with a screen or without. */
export type SessionParts = Publisher & {
  readonly keeper: CourseKeeper;
  readonly stage: Stage;
  readonly state: LessonState;
};

export function openParts(deps: SessionDeps): SessionParts {
  const publisher = publish();
  const { subscribe } = publisher;
  const record = recordBoards(deps);
  const emit: Publisher['emit'] = (event) => {
    record(event);
    publisher.emit(event);
  };
  const keeper = keepCourse(deps, emit);
  const stage: Stage = { deps, services: keepServices(deps, emit), runner: createRunner(deps, emit) };
  return { emit, subscribe, keeper, stage, state: keepLessonState({ stage, keeper, emit }) };
}
