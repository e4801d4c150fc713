import { findStep, ownServices, performedSteps, sameStep, stepsOf, touchesEnvironment } from '../course/index.ts';
import type { CourseState, StepRef } from '../course/types.ts';
import type { Assertion, Lesson, Pack, ShellBlock } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import { alignServices } from './align-services.ts';
import type { SessionEvent } from './events.ts';
import { judge } from './judge.ts';
import { ownedPlaces } from './owned-places.ts';
import { performBlocks } from './perform-blocks.ts';
import { factsFor, performStep, type Stage, settleMs } from './perform-step.ts';
import { stepInEngine } from './step-in-engine.ts';
import { openWorkspace } from './workspace.ts';

/**
 * Keeps the promise that a lesson finds the environment as its earlier steps left it: leftovers removed before it is
 * touched for the first time, everything performed again when the cluster is another one than it was, and background
 * commands, which end with the app, started again.
 */
export type LessonState = {
  /** Before a step touches the environment. Its services are up. Ended by its signal, it is begun anew the next time. */
  readonly prepare: (lesson: Lesson, before: StepRef, signal?: AbortSignal) => Promise<void>;
  /** From nothing: removes what the lesson owns and performs all its steps before this one. */
  readonly rebuild: (lesson: Lesson, before: StepRef, signal?: AbortSignal) => Promise<void>;
  /** The learner left the lesson: its background commands have ended. */
  readonly left: (lessonId: string) => void;
};

type Parts = {
  readonly stage: Stage;
  readonly course: () => CourseState;
  readonly settled: (lesson: string, cluster: string) => void;
  /** The step was performed for somebody who opened a later one (`SessionDeps.anywhere`). */
  readonly performedFor: (ref: StepRef) => void;
  readonly emit: (event: SessionEvent) => void;
};

/** Stands for a cluster's id while a lesson's environment lacks some of the steps that were done; ids are longer. */
const unfinished = 'unfinished';

export function keepLessonState({ stage, course, settled, performedFor, emit }: Parts): LessonState {
  const { deps, services, runner } = stage;
  /** lesson → the cluster in which this session has prepared it */
  const ready = new Map<string, string>();
  // A typed command and the watch of an exercise may both ask; the second finds everything done.
  let last: Promise<void> = Promise.resolve();
  const oneByOne = (work: () => Promise<void>): Promise<void> => {
    last = last.catch(() => {}).then(work);
    return last;
  };

  const liveCluster = async (lesson: Lesson): Promise<string> => (await services.cluster(lesson.services)).clusterId();

  const removeOwned = async (lesson: Lesson): Promise<readonly string[]> => {
    const { folder } = openWorkspace(deps.workspace, lesson.id);
    for (const file of lesson.owns.compose) await deps.engine.composeDown(file, folder);
    const { services: available } = await deps.chosen();
    const begunAnew = new Set(lesson.steps.flatMap(ownServices).filter((service) => available.includes(service)));
    for (const service of begunAnew) await deps.engine.clear(service);
    return deps.removeOwned(await ownedPlaces(stage, lesson), lesson.owns);
  };

  /** The services as the steps before this one leave them. */
  const align = async (lesson: Lesson, before: readonly StepRef[]): Promise<void> => {
    const steps = before.flatMap((ref) => findStep(deps.pack, ref)?.step ?? []);
    const changed = await alignServices(deps.engine, lesson, steps);
    if (changed.length === 0) return;
    emit({ type: 'notice', level: 'info', text: messages().session.servicesAligned({ names: changed }) });
  };

  // Judged as well, because a step's checks also wait for what the next step relies on.
  const performAgain = async (lesson: Lesson, steps: readonly StepRef[], signal?: AbortSignal): Promise<void> => {
    for (const ref of steps) {
      const found = findStep(deps.pack, ref)?.step;
      if (signal?.aborted) return;
      const step = found && (await stepInEngine(deps, found));
      if (!step || !touchesEnvironment(step)) continue;
      await services.require(ownServices(step));
      await performStep(stage, { lesson, step, ref, how: 'solve', quiet: true, emit, ...(signal && { signal }) });
    }
  };

  const restartBackgrounds = async (lesson: Lesson, before: StepRef, signal?: AbortSignal): Promise<void> => {
    const workspace = openWorkspace(deps.workspace, lesson.id);
    let restarted = false;
    for (const { ref, block } of stillRunning(lesson, before)) {
      if (signal?.aborted) return;
      if (block.id !== undefined && runner.backgroundFacts(block.id)?.running) continue;
      await performBlocks({ ref, blocks: [block], deps, runner, workspace, how: 'solve', quiet: true });
      restarted = true;
    }
    // How it is when all are ready, the last step that started or stopped one says; what earlier ones say may be over.
    // A consumer that has not joined yet would miss what is sent now.
    const ref = restarted
      ? stepsBefore(lesson, before).findLast((each) => changesBackgrounds(deps.pack, each))
      : undefined;
    const step = ref && findStep(deps.pack, ref)?.step;
    if (!step) return;
    const checks = step.checks.filter(isStillTrue);
    const facts = factsFor(stage, lesson, []);
    const wait = { ref, step: { ...step, checks }, facts, deadlineMs: settleMs(lesson), emit: () => {} };
    await judge({ ...wait, ...(signal && { signal }) });
  };

  const done = (lesson: Lesson): StepRef[] =>
    performedSteps(course(), lesson.id).filter((ref) => {
      const step = findStep(deps.pack, ref)?.step;
      return step !== undefined && touchesEnvironment(step);
    });

  /** No step after this one was done: with it, everything that was done is in the environment. */
  const isLast = (lesson: Lesson, ref: StepRef): boolean => {
    const earlier = stepsBefore(lesson, ref);
    return done(lesson).every((each) => sameStep(each, ref) || earlier.some((before) => sameStep(before, each)));
  };

  /** Performs what a step that was opened out of turn builds on. */
  const performMissing = async (lesson: Lesson, before: StepRef, signal?: AbortSignal): Promise<void> => {
    const known = done(lesson);
    const missing = stepsBefore(lesson, before).filter((ref) => {
      const step = findStep(deps.pack, ref)?.step;
      return step && touchesEnvironment(step) && !known.some((each) => sameStep(each, ref));
    });
    if (missing.length === 0) return;
    emit({ type: 'notice', level: 'info', text: messages().session.performedFor({ steps: missing.length }) });
    await rebuild(lesson, before, signal);
    if (!signal?.aborted) missing.forEach(performedFor);
  };

  const prepare = async (lesson: Lesson, before: StepRef, signal?: AbortSignal): Promise<void> => {
    if (lesson.services.length === 0 || signal?.aborted) return;
    if (deps.anywhere) await performMissing(lesson, before, signal);
    if (signal?.aborted) return;
    const known = course().clusters?.[lesson.id];
    const live = await liveCluster(lesson);
    if (ready.get(lesson.id) === live) {
      if (known !== live && isLast(lesson, before)) settled(lesson.id, live);
      return;
    }
    if (known === live) {
      await align(lesson, stepsBefore(lesson, before));
      await restartBackgrounds(lesson, before, signal);
      if (!signal?.aborted) ready.set(lesson.id, live);
      return;
    }
    // The step itself is about to be performed, but later ones need what it left.
    const again = done(lesson).filter((ref) => !sameStep(ref, before) || !isLast(lesson, before));
    if (again.length > 0) {
      const say = messages().session;
      const text =
        known === unfinished ? say.goingOn({ steps: again.length }) : say.rebuilding({ steps: again.length });
      emit({ type: 'notice', level: 'warning', text });
    }
    await align(lesson, []);
    const removed = await removeOwned(lesson);
    if (known === undefined && removed.length > 0) {
      emit({ type: 'notice', level: 'info', text: messages().session.leftovers({ names: removed.join(', ') }) });
    }
    await performAgain(lesson, again, signal);
    if (signal?.aborted) return;
    ready.set(lesson.id, live);
    settled(lesson.id, live);
  };

  const rebuild = async (lesson: Lesson, before: StepRef, signal?: AbortSignal): Promise<void> => {
    if (lesson.services.length === 0 || signal?.aborted) return;
    const live = await liveCluster(lesson);
    await runner.stopAllBackground();
    // Who ends this half way must not find the lesson called whole.
    ready.delete(lesson.id);
    settled(lesson.id, unfinished);
    await align(lesson, []);
    await removeOwned(lesson);
    await performAgain(lesson, stepsBefore(lesson, before), signal);
    if (signal?.aborted) return;
    ready.set(lesson.id, live);
    if (isLast(lesson, before)) settled(lesson.id, live);
  };

  return {
    prepare: (lesson, before, signal) => oneByOne(() => prepare(lesson, before, signal)),
    rebuild: (lesson, before, signal) => oneByOne(() => rebuild(lesson, before, signal)),
    left: (lessonId) => {
      ready.delete(lessonId);
    },
  };
}

/** The steps of a lesson before this one. */
export function stepsBefore(lesson: Lesson, before: StepRef): StepRef[] {
  const steps = stepsOf(lesson);
  const end = steps.findIndex((ref) => sameStep(ref, before));
  return steps.slice(0, end);
}

const changesBackgrounds = (pack: Pack, ref: StepRef): boolean =>
  findStep(pack, ref)?.step.runs.some((run) => run.kind === 'sh' && (run.background || run.stop !== undefined)) ===
  true;

/** What was printed is not printed again. */
const isStillTrue = (check: Assertion): boolean =>
  check.subject !== 'output' && (check.subject !== 'background' || check.output === undefined);

/** Background blocks of earlier steps that no later one has stopped. */
function stillRunning(lesson: Lesson, before: StepRef): { ref: StepRef; block: ShellBlock }[] {
  const running = new Map<string, { ref: StepRef; block: ShellBlock }>();
  for (const ref of stepsBefore(lesson, before)) {
    for (const block of lesson.steps.find(({ id }) => id === ref.step)?.runs ?? []) {
      if (block.kind !== 'sh') continue;
      if (block.stop !== undefined) running.delete(block.stop);
      if (block.background && block.id !== undefined) {
        running.set(block.id, { ref, block });
      }
    }
  }
  return [...running.values()];
}
