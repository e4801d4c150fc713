import { findStep, performedSteps, sameStep, stepsOf } from '../course/index.ts';
import type { CourseState, StepRef } from '../course/types.ts';
import type { Lesson, ShellBlock } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import type { SessionEvent } from './events.ts';
import { judge } from './judge.ts';
import { performBlocks } from './perform-blocks.ts';
import { factsFor, performStep, type Stage, settleMs } from './perform-step.ts';
import { openWorkspace } from './workspace.ts';

/**
 * Keeps the promise that a lesson finds the environment as its earlier steps left it: leftovers removed before it is
 * touched for the first time, everything performed again when the cluster is another one than it was, and background
 * commands, which end with the app, started again.
 */
export type LessonState = {
  /** Before a step touches the environment. Its services are up. */
  readonly prepare: (lesson: Lesson, before: StepRef) => Promise<void>;
  /** From nothing: removes what the lesson owns and performs all its steps before this one. */
  readonly rebuild: (lesson: Lesson, before: StepRef) => Promise<void>;
  /** The learner left the lesson: its background commands have ended. */
  readonly left: (lessonId: string) => void;
};

type Parts = {
  readonly stage: Stage;
  readonly course: () => CourseState;
  readonly settled: (lesson: string, cluster: string) => void;
  readonly emit: (event: SessionEvent) => void;
};

export function keepLessonState({ stage, course, settled, emit }: Parts): LessonState {
  const { deps, services, runner } = stage;
  const ready = new Set<string>();

  const liveCluster = async (lesson: Lesson): Promise<string> => (await services.cluster(lesson.services)).clusterId();

  const removeOwned = async (lesson: Lesson): Promise<readonly string[]> => {
    await openWorkspace(deps.workspace, lesson.id).remove(lesson.owns.files);
    return deps.removeOwned(await services.address(lesson.services), lesson.owns);
  };

  // Judged as well, because a step's checks also wait for what the next step relies on.
  const performAgain = async (lesson: Lesson, steps: readonly StepRef[]): Promise<void> => {
    for (const ref of steps) {
      const step = findStep(deps.pack, ref)?.step;
      if (step) await performStep(stage, { lesson, step, ref, how: 'solve', quiet: true, emit });
    }
  };

  const restartBackgrounds = async (lesson: Lesson, before: StepRef): Promise<void> => {
    const workspace = openWorkspace(deps.workspace, lesson.id);
    for (const { ref, block } of stillRunning(lesson, before)) {
      if (block.id !== undefined && runner.backgroundFacts(block.id)?.running) continue;
      await performBlocks({ ref, blocks: [block], runner, workspace, how: 'solve', quiet: true });
      // Its step's checks also say when it is ready: a consumer that has not joined yet misses what is sent now.
      const step = findStep(deps.pack, ref)?.step;
      const facts = factsFor(stage, lesson, []);
      if (step) await judge({ ref, step, facts, deadlineMs: settleMs, emit: () => {} });
    }
  };

  const settle = async (lesson: Lesson): Promise<void> => {
    ready.add(lesson.id);
    settled(lesson.id, await liveCluster(lesson));
  };

  return {
    prepare: async (lesson, before) => {
      if (lesson.services.length === 0) return;
      const known = course().clusters?.[lesson.id];
      const live = await liveCluster(lesson);
      if (known === live) {
        if (!ready.has(lesson.id)) await restartBackgrounds(lesson, before);
        ready.add(lesson.id);
        return;
      }
      const done = performedSteps(course(), lesson.id).filter((ref) => !sameStep(ref, before));
      if (known !== undefined && done.length > 0) {
        emit({ type: 'notice', level: 'warning', text: messages().session.rebuilding({ steps: done.length }) });
      }
      const removed = await removeOwned(lesson);
      if (known === undefined && removed.length > 0) {
        emit({ type: 'notice', level: 'info', text: messages().session.leftovers({ names: removed.join(', ') }) });
      }
      await performAgain(lesson, done);
      await settle(lesson);
    },
    rebuild: async (lesson, before) => {
      if (lesson.services.length === 0) return;
      await runner.stopAllBackground();
      await removeOwned(lesson);
      const steps = stepsOf(lesson);
      await performAgain(
        lesson,
        steps.slice(
          0,
          steps.findIndex((ref) => sameStep(ref, before)),
        ),
      );
      await settle(lesson);
    },
    left: (lessonId) => {
      ready.delete(lessonId);
    },
  };
}

/** Background blocks of earlier steps that no later one has stopped. */
function stillRunning(lesson: Lesson, before: StepRef): { ref: StepRef; block: ShellBlock }[] {
  const running = new Map<string, { ref: StepRef; block: ShellBlock }>();
  for (const step of lesson.steps.slice(
    0,
    lesson.steps.findIndex(({ id }) => id === before.step),
  )) {
    for (const block of step.runs) {
      if (block.kind !== 'sh') continue;
      if (block.stop !== undefined) running.delete(block.stop);
      if (block.background && block.id !== undefined) {
        running.set(block.id, { ref: { lesson: lesson.id, step: step.id }, block });
      }
    }
  }
  return [...running.values()];
}
