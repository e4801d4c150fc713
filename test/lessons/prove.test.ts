import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeAssertion } from '../../src/check/index.ts';
import { loadCourse } from '../../src/commands/load-course.ts';
import { runningPlaces } from '../../src/commands/running-places.ts';
import { openWorkshop, type Workshop } from '../../src/commands/workshop.ts';
import { keyOf, touchesEnvironment } from '../../src/course/index.ts';
import { createHeadless, type Headless } from '../../src/session/headless.ts';
import { testHome } from '../support/broker.ts';

/**
 * The proof of the lessons, from their files alone: every check of every step fails before the step and passes after it,
 * twice, and once more when the whole lesson is performed again on the same environment. Where a step sets something up, that
 * is done first; of a board every panel is broken then.
 */
const pack = await loadCourse(new URL('../../lessons/', import.meta.url).pathname);

let home: string;
let workshop: Workshop;
let headless: Headless;

beforeAll(async () => {
  const { env, folders } = await testHome();
  home = folders.home;
  workshop = await openWorkshop({ color: false, pack: pack.folder, engine: 'native' }, { lock: true, env });
  headless = createHeadless(workshop.sessionDeps);
});

afterAll(async () => {
  await headless?.close();
  await (await workshop?.engine())?.engine.down({ purge: false });
  await workshop?.close();
  await rm(home, { recursive: true, force: true });
});

describe.each(['first', 'second'])('the %s time', (time) => {
  describe.each(pack.lessons.map((lesson) => ({ lesson, id: lesson.id })))('$id', ({ lesson }) => {
    const firstToTouch = lesson.steps.find(touchesEnvironment);
    afterAll(() => headless.leave(lesson.id));

    it.each(lesson.steps.map((step) => ({ step, id: step.id })))('$id', async ({ step }) => {
      const ref = { lesson: lesson.id, step: step.id };
      if (step.setup) await headless.setUp(ref);
      // Before its first step a repeated lesson still is as it was left the last time.
      if (step.board) {
        // A panel may also look at what a wrong repair would lose: of its checks one at least has to fail.
        const { checks } = await headless.look(ref, { all: true });
        const mended = step.board.filter((panel) => panel.checks.every((index) => checks[index]?.status === 'pass'));
        expect(
          mended.map(({ id }) => id),
          `panels of ${keyOf(ref)} that are not broken`,
        ).toEqual([]);
        expect(checks.filter(({ status }) => status === 'blocked' || status === 'error')).toEqual([]);
      } else if (time === 'first' || step !== firstToTouch) {
        const before = await headless.look(ref, { all: true });
        const passing = before.assertions
          .filter((_, at) => before.checks[at]?.status === 'pass')
          .map(describeAssertion);
        expect(passing, `checks of ${keyOf(ref)} that pass although nothing was done`).toEqual([]);
      }
      const solved = await headless.solve(ref);
      expect(solved, keyOf(ref)).toMatchObject({ status: 'passed' });
      const after = await headless.look(ref, { all: true });
      expect(after.checks.map(({ status }) => status)).toEqual(after.assertions.map(() => 'pass'));
    });
  });
});

it('leaves nothing behind but what the lessons own', async () => {
  const { engine } = await workshop.engine();
  const places = await runningPlaces(engine);
  if (!places) throw new Error('no broker');
  const owned = pack.lessons.flatMap(({ owns }) => [...owns.topics]);
  for (const { owns } of pack.lessons) await workshop.sessionDeps.removeOwned(places, owns);
  const cluster = await workshop.sessionDeps.openCluster(places.kafka, 'the broker');
  const left = await cluster.topicNames();
  await cluster.close();
  expect(owned.length).toBeGreaterThan(0);
  expect(left.filter((name) => !/^__|^connect-(configs|offsets|status)$/.test(name))).toEqual([]);
});
