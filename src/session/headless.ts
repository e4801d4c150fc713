import { findStep, keyOf, recordOf, touchesEnvironment } from '../course/index.ts';
import type { StepRef } from '../course/types.ts';
import type { Assertion } from '../lesson/types.ts';
import type { SessionDeps } from './deps.ts';
import type { SessionEvent } from './events.ts';
import { factsFor } from './perform-step.ts';
import { openParts } from './session-parts.ts';
import { prepareStep, type Solved, solve } from './solve.ts';
import { stepInEngine } from './step-in-engine.ts';
import { lookOnce } from './watch.ts';
import { openWorkspace } from './workspace.ts';

/** Performs and checks steps without a screen: what `run`, `check` and the tests of the lessons use. */
export type Headless = {
  readonly subscribe: (listener: (event: SessionEvent) => void) => () => void;
  /**
   * Performs a step, its solution included, and records it. The first step of a lesson that touches the environment first
   * puts the lesson back to where that step begins, so that it can be performed on any environment.
   */
  readonly solve: (ref: StepRef, options?: { readonly signal?: AbortSignal }) => Promise<Solved>;
  /**
   * Puts a lesson to where this step begins, its setup included, so that one can look at it; from nothing where the lesson has not been
   * touched here. Returns why the environment cannot be had.
   */
  readonly begin: (ref: StepRef, options?: { readonly signal?: AbortSignal }) => Promise<Solved['unusable']>;
  /**
   * One look at a step's checks, nothing performed. `all` also evaluates those that read a command's output, with the
   * commands of its last performance here.
   */
  readonly look: (ref: StepRef, options?: { readonly all: boolean }) => Promise<Looked>;
  /** The background commands of a lesson end with it. */
  readonly leave: (lessonId: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type Looked = {
  /** skipped: there is nothing that can be checked without performing the step */
  readonly status: 'passed' | 'failed' | 'blocked' | 'skipped';
  readonly assertions: readonly Assertion[];
  readonly checks: Solved['checks'];
};

export function createHeadless(deps: SessionDeps): Headless {
  const { emit, subscribe, keeper, stage, state } = openParts(deps);
  const { services, runner } = stage;

  const lastRuns = new Map<string, Solved['runs']>();
  const begun = new Set<string>();

  const record = (ref: StepRef, solved: Solved['status']): void => {
    const kind = findStep(deps.pack, ref)?.step.kind;
    // What the learner was to do or to know was not done by the learner; what cannot be done here was done by nobody.
    const status = kind === 'exercise' || kind === 'quiz' || solved === 'not-here' ? 'skipped' : 'passed';
    if (recordOf(keeper.course(), ref)?.status !== 'passed') keeper.dispatch({ type: status, ref, at: keeper.at() });
  };

  return {
    subscribe,
    solve: async (ref, options) => {
      emit({ type: 'opened', ref });
      const found = findStep(deps.pack, ref);
      const touches = found !== undefined && touchesEnvironment(found.step);
      if (touches && !begun.has(ref.lesson)) {
        await openWorkspace(deps.workspace, ref.lesson).remove(found.lesson.owns.files);
      }
      const solved = await solve(stage, state, ref, { ...options, emit, fresh: !begun.has(ref.lesson) });
      if (touches && solved.status !== 'blocked') begun.add(ref.lesson);
      lastRuns.set(keyOf(ref), solved.runs);
      if (solved.status === 'passed' || solved.status === 'not-here') record(ref, solved.status);
      return solved;
    },
    begin: async (ref, options) => {
      const found = findStep(deps.pack, ref);
      const step = found && (await stepInEngine(deps, found.step));
      if (!step || !touchesEnvironment(step)) return undefined;
      const { lesson } = found;
      const fresh = !begun.has(lesson.id);
      if (fresh) await openWorkspace(deps.workspace, lesson.id).remove(lesson.owns.files);
      const unusable = await prepareStep(stage, state, { lesson, step, ref, fresh, ...options });
      if (!unusable) begun.add(lesson.id);
      return unusable;
    },
    look: async (ref, { all } = { all: false }) => {
      const found = findStep(deps.pack, ref);
      const assertions = (found?.step.checks ?? []).filter((assertion) => all || !needsRun(assertion));
      if (!found || assertions.length === 0) return { status: 'skipped', assertions, checks: [] };
      const here = await stepInEngine(deps, found.step);
      if (!touchesEnvironment(here)) return { status: 'skipped', assertions: [], checks: [] };
      const facts = factsFor(stage, found.lesson, lastRuns.get(keyOf(ref)) ?? []);
      return { assertions, ...(await lookOnce({ ...found.step, checks: assertions }, facts)) };
    },
    leave: async (lessonId) => {
      begun.delete(lessonId);
      for (const key of lastRuns.keys()) if (key.startsWith(`${lessonId}/`)) lastRuns.delete(key);
      await runner.stopAllBackground();
      state.left(lessonId);
    },
    close: async () => {
      await runner.current()?.stop();
      await runner.stopAllBackground();
      await services.close();
    },
  };
}

/** Reads what a command of this run printed, so it cannot be looked at from another process. */
const needsRun = (assertion: Assertion): boolean =>
  assertion.subject === 'output' || assertion.subject === 'background';
