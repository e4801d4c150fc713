import { findStep, keyOf } from './refs.ts';
import type { CourseState, StepKey, StepRecord, StepRef } from './types.ts';

/** `at` is an ISO time; the reducer has no clock of its own. */
export type CourseAction =
  | { readonly type: 'opened'; readonly ref: StepRef }
  /** opened although steps before it are not done: the learner goes on from there */
  | { readonly type: 'opened-ahead'; readonly ref: StepRef; readonly at: string }
  | { readonly type: 'tried' | 'passed' | 'skipped' | 'hinted'; readonly ref: StepRef; readonly at: string }
  /** the lesson's environment is as its steps left it, in this cluster */
  | { readonly type: 'settled'; readonly lesson: string; readonly cluster: string }
  /** the step's setup is in the environment, in this cluster */
  | { readonly type: 'set-up'; readonly ref: StepRef; readonly cluster: string }
  /** what the lesson owns was removed from the environment, and with it what its setups had made */
  | { readonly type: 'removed'; readonly lesson: string }
  /** forget a lesson, or the whole course */
  | { readonly type: 'reset'; readonly lesson?: string };

/** What the learner's doing makes of the course. Pure. */
export function reduceCourse(course: CourseState, action: CourseAction): CourseState {
  switch (action.type) {
    case 'opened':
      return { ...course, current: keyOf(action.ref) };
    case 'opened-ahead':
      return change(course, action.ref, action.at, (record) => ({ ...record, ahead: true }));
    case 'tried':
      return change(course, action.ref, action.at, (record) => ({ ...record, attempts: record.attempts + 1 }));
    case 'hinted':
      return change(course, action.ref, action.at, (record) => ({ ...record, hints: record.hints + 1 }));
    case 'passed':
      return change(course, action.ref, action.at, (record, hash) => ({ ...record, status: 'passed', hash }));
    case 'skipped':
      // A step that was passed stays passed: performing it again for the learner takes nothing away.
      return change(course, action.ref, action.at, (record, hash) =>
        record.status === 'passed' ? record : { ...record, status: 'skipped', hash },
      );
    case 'settled':
      return { ...course, clusters: { ...course.clusters, [action.lesson]: action.cluster } };
    case 'set-up':
      return { ...course, setups: { ...course.setups, [keyOf(action.ref)]: action.cluster } };
    case 'removed':
      return withoutSetups(course, action.lesson);
    case 'reset':
      return reset(course, action.lesson);
  }
}

function change(
  course: CourseState,
  ref: StepRef,
  at: string,
  update: (record: StepRecord, hash: string) => StepRecord,
): CourseState {
  const hash = findStep(course.pack, ref)?.step.hash;
  if (hash === undefined) return course;
  const key = keyOf(ref);
  const record = course.steps[key] ?? { status: 'tried', at, attempts: 0, hints: 0, hash };
  return { ...course, steps: { ...course.steps, [key]: { ...update(record, hash), at } } };
}

/** Those of other lessons; without a lesson, none. */
const without = <T>(values: Readonly<Record<string, T>>, lesson: string | undefined): Record<string, T> =>
  Object.fromEntries(Object.entries(values).filter(([key]) => lesson !== undefined && lessonOf(key) !== lesson));

function withoutSetups({ setups, ...course }: CourseState, lesson: string | undefined): CourseState {
  const kept = without(setups ?? {}, lesson) as Record<StepKey, string>;
  return Object.keys(kept).length === 0 ? course : { ...course, setups: kept };
}

function reset(before: CourseState, lesson: string | undefined): CourseState {
  const { current, ...course } = withoutSetups(before, lesson);
  const steps = without(course.steps, lesson) as Record<StepKey, StepRecord>;
  const clusters = without(course.clusters ?? {}, lesson);
  const stays = current !== undefined && lesson !== undefined && lessonOf(current) !== lesson;
  return { ...course, steps, clusters, ...(stays && { current }) };
}

/** `topics/create` and `topics` → `topics` */
const lessonOf = (key: string): string => key.split('/', 1)[0] ?? key;
