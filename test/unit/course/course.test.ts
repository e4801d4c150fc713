import { describe, expect, it } from 'vitest';
import {
  allSteps,
  beganAhead,
  courseProgress,
  isEdited,
  keyOf,
  lessonProgress,
  missingBefore,
  nextStep,
  nextToDo,
  previousStep,
  reduceCourse,
  resumeStep,
  selectSteps,
  stepStanding,
  unperformedBefore,
} from '../../../src/course/index.ts';
import type { CourseState, StepRef } from '../../../src/course/types.ts';
import { lesson, pack, step, twoLessons } from './support.ts';

const at = '2026-01-01T00:00:00.000Z';
const ref = (text: string): StepRef => {
  const [lessonId = '', stepId = ''] = text.split('/');
  return { lesson: lessonId, step: stepId };
};
const passed = (course: CourseState, ...keys: string[]): CourseState =>
  keys.reduce((state, key) => reduceCourse(state, { type: 'passed', ref: ref(key), at }), course);
const standings = (course: CourseState) => allSteps(course.pack).map((each) => stepStanding(course, each));

describe('gating', () => {
  it('opens only the first step of a new course', () => {
    expect(standings(twoLessons())).toEqual(['open', 'locked', 'locked', 'locked']);
  });

  it('opens the next lesson when every step of this one is done', () => {
    expect(standings(passed(twoLessons(), 'a/one', 'a/two'))).toEqual(['passed', 'passed', 'open', 'locked']);
  });

  it('goes on behind a skipped step, which is not passed', () => {
    const course = reduceCourse(twoLessons(), { type: 'skipped', ref: ref('a/one'), at });
    expect(standings(course)).toEqual(['skipped', 'open', 'locked', 'locked']);
  });

  it('does not open a step by trying it or by asking for hints', () => {
    let course = reduceCourse(twoLessons(), { type: 'tried', ref: ref('a/one'), at });
    course = reduceCourse(course, { type: 'hinted', ref: ref('a/one'), at });
    expect(standings(course)[0]).toBe('open');
    expect(course.steps['a/one']).toMatchObject({ attempts: 1, hints: 1, status: 'tried' });
  });

  it('locks nothing for those who write lessons', () => {
    expect(standings({ ...passed(twoLessons(), 'a/one'), anywhere: true })).toEqual(['passed', 'open', 'open', 'open']);
  });

  it('lets who has opened a step ahead go on from there, and nowhere else', () => {
    const ahead = reduceCourse(twoLessons(), { type: 'opened-ahead', ref: ref('b/one'), at });
    expect(standings(ahead)).toEqual(['open', 'locked', 'ahead', 'locked']);
    expect(ahead.steps['b/one']).toEqual({
      status: 'tried',
      at,
      attempts: 0,
      hints: 0,
      hash: 'hash of one',
      ahead: true,
    });
    const done = passed(ahead, 'b/one');
    expect(standings(done)).toEqual(['open', 'locked', 'passed', 'open']);
    expect(done.steps['b/one']?.ahead).toBe(true);
    expect(nextToDo(done)).toEqual(ref('a/one'));
    // What was left out can be done later; then nothing is ahead of anything.
    expect(standings(passed(ahead, 'a/one', 'a/two'))).toEqual(['passed', 'passed', 'open', 'locked']);
    expect(standings(reduceCourse(done, { type: 'reset', lesson: 'b' }))).toEqual([
      'open',
      'locked',
      'locked',
      'locked',
    ]);
  });

  it('counts what is missing from where the learner went ahead', () => {
    const ahead = reduceCourse(twoLessons(), { type: 'opened-ahead', ref: ref('a/two'), at });
    expect(missingBefore(ahead, ref('b/two')).map(keyOf)).toEqual(['a/two', 'b/one']);
    expect(missingBefore(ahead, ref('a/two'))).toEqual([]);
    expect(beganAhead(ahead, ref('a/one'))).toBe(false);
    expect(beganAhead(ahead, ref('a/two'))).toBe(true);
    expect(beganAhead(ahead, ref('b/one'))).toBe(false);
  });

  it('tells what a step builds on in its lesson and was not performed', () => {
    const lessons = lesson('a', [
      step('one', { kind: 'run' }),
      step('read'),
      step('two', { kind: 'run' }),
      step('three'),
    ]);
    const course: CourseState = { pack: pack(lessons), steps: {} };
    expect(unperformedBefore(course, ref('a/three')).map(keyOf)).toEqual(['a/one', 'a/two']);
    expect(unperformedBefore(passed(course, 'a/one'), ref('a/three')).map(keyOf)).toEqual(['a/two']);
    expect(unperformedBefore(course, ref('a/one'))).toEqual([]);
  });

  it('resumes a step that was opened ahead', () => {
    const ahead = reduceCourse(twoLessons(), { type: 'opened-ahead', ref: ref('b/one'), at });
    expect(resumeStep(reduceCourse(ahead, { type: 'opened', ref: ref('b/one') }))).toEqual(ref('b/one'));
    expect(resumeStep(reduceCourse(twoLessons(), { type: 'opened', ref: ref('b/one') }))).toEqual(ref('a/one'));
  });

  it('names what is missing before a locked step', () => {
    const course = passed(twoLessons(), 'a/one');
    expect(missingBefore(course, ref('b/two')).map(keyOf)).toEqual(['a/two', 'b/one']);
  });

  it('keeps passed what was passed, also when it is skipped or tried again', () => {
    let course = passed(twoLessons(), 'a/one');
    course = reduceCourse(course, { type: 'skipped', ref: ref('a/one'), at });
    course = reduceCourse(course, { type: 'tried', ref: ref('a/one'), at });
    expect(stepStanding(course, ref('a/one'))).toBe('passed');
  });
});

describe('where to go on', () => {
  it('begins at the first step', () => expect(resumeStep(twoLessons())).toEqual(ref('a/one')));

  it('returns to the step that was on the screen', () => {
    const course = reduceCourse(passed(twoLessons(), 'a/one', 'a/two'), { type: 'opened', ref: ref('a/two') });
    expect(resumeStep(course)).toEqual(ref('a/two'));
    expect(nextToDo(course)).toEqual(ref('b/one'));
  });

  it('goes to the first open step when the one on the screen is no longer in the pack', () => {
    const course: CourseState = { ...passed(twoLessons(), 'a/one'), current: 'a/gone' };
    expect(resumeStep(course)).toEqual(ref('a/two'));
  });

  it('stays at the last step of a finished course', () => {
    const course = passed(twoLessons(), 'a/one', 'a/two', 'b/one', 'b/two');
    expect(resumeStep(course)).toEqual(ref('b/two'));
    expect(nextStep(course, ref('b/two'))).toBeUndefined();
    expect(nextToDo(course)).toBeUndefined();
  });

  it('crosses lessons forwards and backwards', () => {
    expect(nextStep(twoLessons(), ref('a/two'))).toEqual(ref('b/one'));
    expect(previousStep(twoLessons(), ref('b/one'))).toEqual(ref('a/two'));
    expect(previousStep(twoLessons(), ref('a/one'))).toBeUndefined();
  });
});

describe('progress', () => {
  it('counts what is done, per lesson and in all', () => {
    const course = passed(twoLessons(), 'a/one', 'a/two', 'b/one');
    expect(lessonProgress(course, 'b')).toEqual({ done: 1, total: 2 });
    expect(courseProgress(course)).toEqual({ done: 3, total: 4 });
  });

  it('flags a passed step that its author has changed since', () => {
    const course = passed(twoLessons(), 'a/one');
    const edited = { ...course, pack: pack(lesson('a', [step('one', { hash: 'another' }), step('two')])) };
    expect(isEdited(course, ref('a/one'))).toBe(false);
    expect(isEdited(edited, ref('a/one'))).toBe(true);
    expect(stepStanding(edited, ref('a/one'))).toBe('passed');
  });

  it('ignores records of steps the pack does not have', () => {
    const course = reduceCourse(twoLessons(), { type: 'passed', ref: ref('a/gone'), at });
    expect(course.steps).toEqual({});
  });
});

describe('reset', () => {
  const begun = (): CourseState => {
    let course = passed(twoLessons(), 'a/one', 'a/two', 'b/one');
    course = reduceCourse(course, { type: 'settled', lesson: 'a', cluster: 'x' });
    course = reduceCourse(course, { type: 'settled', lesson: 'b', cluster: 'x' });
    return reduceCourse(course, { type: 'opened', ref: ref('b/two') });
  };

  it('forgets one lesson and where it was performed, and nothing else', () => {
    const course = reduceCourse(begun(), { type: 'reset', lesson: 'b' });
    expect(Object.keys(course.steps)).toEqual(['a/one', 'a/two']);
    expect(course.clusters).toEqual({ a: 'x' });
    expect(course.current).toBeUndefined();
  });

  it('forgets everything', () => {
    const course = reduceCourse(begun(), { type: 'reset' });
    expect(course.steps).toEqual({});
    expect(course.clusters).toEqual({});
    expect(resumeStep(course)).toEqual(ref('a/one'));
  });
});

describe('setups', () => {
  const setUp = (lesson: string) => ({ type: 'set-up', ref: ref(`${lesson}/one`), cluster: 'c' }) as const;
  const both = [setUp('a'), setUp('b')].reduce(reduceCourse, twoLessons());

  it('are remembered with their cluster', () => {
    expect(both.setups).toEqual({ 'a/one': 'c', 'b/one': 'c' });
  });

  it('are forgotten with what their lesson owns, and by a reset', () => {
    expect(reduceCourse(both, { type: 'removed', lesson: 'a' }).setups).toEqual({ 'b/one': 'c' });
    expect(reduceCourse(both, { type: 'reset', lesson: 'b' }).setups).toEqual({ 'a/one': 'c' });
    expect(reduceCourse(both, { type: 'reset' })).not.toHaveProperty('setups');
    expect(reduceCourse(twoLessons(), { type: 'removed', lesson: 'a' })).toEqual(twoLessons());
  });
});

describe('names of steps', () => {
  it('selects a lesson, a step, or nothing', () => {
    const { pack: given } = twoLessons();
    expect(selectSteps(given, 'a')?.map(keyOf)).toEqual(['a/one', 'a/two']);
    expect(selectSteps(given, 'b/two')?.map(keyOf)).toEqual(['b/two']);
    expect(selectSteps(given, 'c')).toBeUndefined();
    expect(selectSteps(given, 'a/three')).toBeUndefined();
    expect(selectSteps(given, 'a/one/more')).toBeUndefined();
  });
});
