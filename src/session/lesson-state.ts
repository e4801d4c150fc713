import {
  beganAhead,
  findStep,
  keyOf,
  ownServices,
  performedSteps,
  sameStep,
  stepsOf,
  touchesEnvironment,
  unperformedBefore,
} from '../course/index.ts';
import type { StepRef } from '../course/types.ts';
import type { Assertion, Lesson, Pack, ShellBlock, Step } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import { alignServices } from './align-services.ts';
import type { CourseKeeper } from './course-keeper.ts';
import type { SessionEvent } from './events.ts';
import { judge } from './judge.ts';
import { ownedPlaces } from './owned-places.ts';
import { performBlocks } from './perform-blocks.ts';
import { factsFor, performStep, type Stage, settleMs } from './perform-step.ts';
import { setUp } from './set-up.ts';
import { stepInEngine } from './step-in-engine.ts';
import { openWorkspace } from './workspace.ts';

/**
 * Keeps the promise that a lesson finds the environment as its earlier steps left it: leftovers removed before it is
 * touched for the first time, everything performed again when the cluster is another one than it was, and background
 * commands, which end with the app, started again. A step with a setup finds what that brings about, once: what the
 * learner has mended since stays mended.
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
  readonly keeper: CourseKeeper;
  readonly emit: (event: SessionEvent) => void;
};

/** Stands for a cluster's id while a lesson's environment lacks some of the steps that were done; ids are longer. */
const unfinished = 'unfinished';

export function keepLessonState({ stage, keeper, emit }: Parts): LessonState {
  const { deps, services, runner } = stage;
  const { course, dispatch } = keeper;
  const settled = (lesson: string, cluster: string): void => dispatch({ type: 'settled', lesson, cluster });
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
    dispatch({ type: 'removed', lesson: lesson.id });
    return deps.removeOwned(await ownedPlaces(stage, lesson), lesson.owns);
  };

  /** The services as the steps before this one leave them. */
  const align = async (lesson: Lesson, before: readonly StepRef[]): Promise<void> => {
    const steps = before.flatMap((ref) => findStep(deps.pack, ref)?.step ?? []);
    const changed = await alignServices(deps.engine, lesson, steps);
    if (changed.length === 0) return;
    emit({ type: 'notice', level: 'info', text: messages().session.servicesAligned({ names: changed }) });
  };

  const stepHere = async (ref: StepRef): Promise<Step | undefined> => {
    const found = findStep(deps.pack, ref)?.step;
    return found && (await stepInEngine(deps, found));
  };

  const isSetUp = async (ref: StepRef, cluster: string): Promise<boolean> =>
    (await stepHere(ref))?.setup === undefined || course().setups?.[keyOf(ref)] === cluster;

  /** Sets a step up, what its lesson owns having been removed. */
  const setUpStep = async (lesson: Lesson, ref: StepRef, signal?: AbortSignal): Promise<void> => {
    const step = await stepHere(ref);
    if (!step?.setup || signal?.aborted) return;
    await services.require(ownServices(step));
    await setUp(stage, { lesson, step, setup: step.setup, ref, emit, ...(signal && { signal }) });
    if (signal?.aborted) return;
    deps.journal.begin(ref, keeper.at());
    dispatch({ type: 'set-up', ref, cluster: await liveCluster(lesson) });
  };

  /** Before a setup also what the lesson wrote into its workspace goes. */
  const removeFiles = async (lesson: Lesson): Promise<void> =>
    openWorkspace(deps.workspace, lesson.id).remove(lesson.owns.files);

  // Judged as well, because a step's checks also wait for what the next step relies on.
  const performAgain = async (lesson: Lesson, steps: readonly StepRef[], signal?: AbortSignal): Promise<void> => {
    for (const ref of steps) {
      if (signal?.aborted) return;
      const step = await stepHere(ref);
      if (!step || !touchesEnvironment(step)) continue;
      await setUpStep(lesson, ref, signal);
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
    const wait = { ref, step: { ...step, checks }, facts, deadlineMs: settleMs(lesson, checks), emit: () => {} };
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
    const missing = unperformedBefore(course(), before);
    if (missing.length === 0) return;
    emit({ type: 'earlier', steps: missing.length });
    await rebuild(lesson, before, signal).finally(() => emit({ type: 'earlier', steps: 0 }));
    if (signal?.aborted) return;
    for (const ref of missing) dispatch({ type: 'skipped', ref, at: keeper.at() });
  };

  const prepare = async (lesson: Lesson, before: StepRef, signal?: AbortSignal): Promise<void> => {
    if (lesson.services.length === 0 || signal?.aborted) return;
    if (deps.anywhere || beganAhead(course(), before)) await performMissing(lesson, before, signal);
    if (signal?.aborted) return;
    const known = course().clusters?.[lesson.id];
    const live = await liveCluster(lesson);
    const isSet = await isSetUp(before, live);
    // Come to for the first time: it begins with what it sets up, whatever is there.
    if (!isSet && (known === live || ready.get(lesson.id) === live)) return rebuild(lesson, before, signal);
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
    const setsUp = !isSet && !again.some((ref) => sameStep(ref, before));
    if (setsUp && course().setups?.[keyOf(before)] !== undefined && known !== unfinished)
      emit({ type: 'notice', level: 'warning', text: messages().session.setupAgain });
    await align(lesson, []);
    if (setsUp) await removeFiles(lesson);
    const removed = await removeOwned(lesson);
    if (known === undefined && removed.length > 0) {
      emit({ type: 'notice', level: 'info', text: messages().session.leftovers({ names: removed.join(', ') }) });
    }
    await performAgain(lesson, again, signal);
    if (setsUp) await setUpStep(lesson, before, signal);
    if (signal?.aborted) return;
    ready.set(lesson.id, live);
    settled(lesson.id, live);
  };

  async function rebuild(lesson: Lesson, before: StepRef, signal?: AbortSignal): Promise<void> {
    if (lesson.services.length === 0 || signal?.aborted) return;
    const live = await liveCluster(lesson);
    await runner.stopAllBackground();
    // Who ends this half way must not find the lesson called whole.
    ready.delete(lesson.id);
    settled(lesson.id, unfinished);
    await align(lesson, []);
    if ((await stepHere(before))?.setup) await removeFiles(lesson);
    await removeOwned(lesson);
    await performAgain(lesson, stepsBefore(lesson, before), signal);
    await setUpStep(lesson, before, signal);
    if (signal?.aborted) return;
    ready.set(lesson.id, live);
    if (isLast(lesson, before)) settled(lesson.id, live);
  }

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
