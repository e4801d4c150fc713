import { type CourseAction, reduceCourse } from '../course/index.ts';
import type { CourseState } from '../course/types.ts';
import type { SessionDeps } from './deps.ts';
import type { SessionEvent } from './events.ts';

/** The course as it stands; every change is saved and told. */
export type CourseKeeper = {
  readonly course: () => CourseState;
  readonly dispatch: (action: CourseAction) => void;
  /** ISO time for actions */
  readonly at: () => string;
};

export function keepCourse(deps: SessionDeps, emit: (event: SessionEvent) => void): CourseKeeper {
  let course: CourseState = { ...deps.store.load(), pack: deps.pack };
  deps.store.listen((text) => emit({ type: 'notice', level: 'warning', text }));
  return {
    course: () => course,
    at: () => deps.now().toISOString(),
    dispatch: (action) => {
      course = reduceCourse(course, action);
      const { pack: _, ...records } = course;
      deps.store.save(records);
      emit({ type: 'course', course });
    },
  };
}
