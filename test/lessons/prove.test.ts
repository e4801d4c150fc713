import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LessonProof, statusOfAll } from '../../src/author/proof.ts';
import { proveLesson } from '../../src/author/prove-lesson.ts';
import { createLeftovers } from '../../src/commands/author/leftovers.ts';
import { problemLines, quietListener } from '../../src/commands/author/print-proofs.ts';
import { openThrowaway, type Throwaway } from '../../src/commands/author/throwaway.ts';
import { loadCourse } from '../../src/commands/load-course.ts';
import { touchesEnvironment } from '../../src/course/index.ts';
import { loadTries } from '../../src/lesson/load-tries.ts';
import { takeComposedPort } from '../support/composed-port.ts';
import { testCache } from '../support/kafka-once.ts';
import { tempPrefix } from '../support/temp.ts';

/** The proof of the lessons, with what `kafka-lessons author test` proves a pack with: one test a lesson, one environment for all. */
const pack = await loadCourse(new URL('../../lessons/', import.meta.url).pathname);
const { tried } = await loadTries(pack);
const longestLessonMs = 1_200_000;

let throwaway: Throwaway;
let leftovers: ReturnType<typeof createLeftovers>;

beforeAll(async () => {
  const env = { ...process.env, KAFKA_LESSONS_CACHE: testCache };
  throwaway = await openThrowaway({ color: false, pack: pack.folder, engine: 'native' }, { env, prefix: tempPrefix() });
  leftovers = createLeftovers(throwaway.workshop);
});

afterAll(() => throwaway?.remove());

describe.each(pack.lessons.map((lesson) => ({ lesson, id: lesson.id })))('$id', ({ lesson }) => {
  const mistakes = tried.get(lesson.id) ?? [];
  let proved: LessonProof;

  it(
    'is proved',
    async () => {
      const letGo = lesson.owns.compose.length > 0 ? await takeComposedPort() : undefined;
      proved = await proveLesson(
        {
          deps: throwaway.workshop.sessionDeps,
          lesson,
          tried: mistakes,
          leftovers,
          placeText: ({ path, line, column }) => `${path}:${line}:${column}`,
          signal: new AbortController().signal,
        },
        quietListener,
      ).finally(letGo);
      const problems = proved.proofs.filter(({ status }) => status !== 'passed').flatMap(problemLines);
      expect(problems.join('\n')).toBe('');
      expect(statusOfAll(proved.proofs)).toBe('passed');
    },
    longestLessonMs,
  );

  it('was looked at in all its parts', () => {
    const count = (kind: string): number => proved.proofs.filter(({ claim }) => claim.kind === kind).length;
    const steps = lesson.steps.filter(touchesEnvironment).length;
    const tries = mistakes.flatMap((step) => step.tries).length;
    expect([count('first'), count('again'), count('mistake'), count('clean')]).toEqual([steps, steps, tries, 1]);
  });
});
