import type { CourseState } from '../../../src/course/types.ts';
import type { Lesson, Pack, Step } from '../../../src/lesson/types.ts';

const position = { path: 'lesson.md', line: 1, column: 1 };

export const step = (id: string, changes: Partial<Step> = {}): Step => ({
  id,
  title: id,
  kind: 'reading',
  position,
  body: [],
  files: [],
  runs: [],
  checks: [],
  mistakes: [],
  solution: [],
  hints: [],
  hash: `hash of ${id}`,
  ...changes,
});

export const lesson = (id: string, steps: readonly Step[], changes: Partial<Lesson> = {}): Lesson => ({
  id,
  title: id,
  summary: '',
  minutes: 5,
  services: [],
  owns: { topics: [], groups: [], connectors: [], tables: [], files: [], compose: [] },
  path: 'lesson.md',
  intro: [],
  steps,
  ...changes,
});

export const pack = (...lessons: readonly Lesson[]): Pack => ({
  name: 'test',
  title: { en: 'Test' },
  languages: ['en'],
  folder: '.',
  lessons,
});

/** Two lessons: a (one, two) and b (one, two). */
export const twoLessons = (): CourseState => ({
  pack: pack(lesson('a', [step('one'), step('two')]), lesson('b', [step('one'), step('two')])),
  steps: {},
});
