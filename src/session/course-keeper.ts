import { type CourseAction, reduceCourse } from '../course/index.ts';
import type { CourseRecords, CourseState } from '../course/types.ts';
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
  let records: CourseRecords = deps.store.load();
  // Of the pack that there is now: it may have been changed since.
  const course = (): CourseState => ({ ...records, pack: deps.pack, ...(deps.anywhere && { anywhere: true }) });
  deps.store.listen((text) => emit({ type: 'notice', level: 'warning', text }));
  return {
    course,
    at: () => deps.now().toISOString(),
    dispatch: (action) => {
      const { pack: _, anywhere: __, ...changed } = reduceCourse(course(), action);
      records = changed;
      deps.store.save(records);
      emit({ type: 'course', course: course() });
    },
  };
}
