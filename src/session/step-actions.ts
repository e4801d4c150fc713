import type { RunFacts } from '../check/facts.ts';
import type { StepRef } from '../course/types.ts';
import type { Lesson, Step } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import type { CourseKeeper } from './course-keeper.ts';
import type { SessionEvent, StepPhase } from './events.ts';
import { judge } from './judge.ts';
import type { LessonState } from './lesson-state.ts';
import { factsFor, performStep, type Stage } from './perform-step.ts';
import { blockedBy, solve } from './solve.ts';
import { runTyped } from './typed.ts';
import { watch } from './watch.ts';

/** The step on the screen. */
export type OpenStep = {
  readonly ref: StepRef;
  readonly lesson: Lesson;
  readonly step: Step;
  /** the learner's own last command, none or one: what an exercise's output checks read */
  readonly typed: RunFacts[];
};

/** What can be done with the open step. Each ends early when its signal is aborted, and returns where the step stands then. */
export type StepActions = {
  /** A step with commands: runs and judges them. */
  readonly performRun: (at: OpenStep, signal: AbortSignal) => Promise<StepPhase>;
  /** An exercise, on request: one patient look. */
  readonly checkNow: (at: OpenStep, signal: AbortSignal) => Promise<StepPhase>;
  /** An exercise: looks until it is right. Passing is told by its phase. */
  readonly watchExercise: (at: OpenStep, signal: AbortSignal) => Promise<void>;
  /** The learner's own command line. undefined: it says nothing about the step. */
  readonly runLine: (at: OpenStep, line: string, done: boolean) => Promise<StepPhase | undefined>;
  /** Performs the step for the learner. */
  readonly skip: (at: OpenStep, signal: AbortSignal) => Promise<StepPhase>;
};

type Parts = {
  readonly stage: Stage;
  readonly state: LessonState;
  readonly keeper: CourseKeeper;
  readonly emit: (event: SessionEvent) => void;
  readonly setPhase: (ref: StepRef, phase: StepPhase) => void;
};

/** How long «check now» waits for the cluster to come round, in milliseconds. */
const checkNowMs = 1000;

export function createStepActions({ stage, state, keeper, emit, setPhase }: Parts): StepActions {
  const record = (type: 'passed' | 'skipped' | 'tried', { ref }: OpenStep): void =>
    keeper.dispatch({ type, ref, at: keeper.at() });

  const stand = (at: OpenStep, phase: StepPhase): StepPhase => {
    if (phase === 'passed' || phase === 'skipped') record(phase, at);
    setPhase(at.ref, phase);
    return phase;
  };

  const blocked = (at: OpenStep, error: unknown): StepPhase => {
    emit({ type: 'check', ref: at.ref, index: 0, label: messages().session.environment, state: blockedBy(error) });
    return stand(at, 'blocked');
  };

  /** Runs work once services are up and the lesson is as its earlier steps left it. */
  const settled = async <T>(at: OpenStep, work: () => Promise<T>): Promise<T | StepPhase> => {
    try {
      await stage.services.require(at.lesson.services);
      await state.prepare(at.lesson, at.ref);
    } catch (error) {
      return blocked(at, error);
    }
    return work();
  };

  return {
    performRun: (at, signal) => {
      setPhase(at.ref, 'preparing');
      return settled(at, async () => {
        record('tried', at);
        const tell = (event: SessionEvent): void => {
          if (event.type === 'phase') setPhase(event.ref, event.phase);
          else emit(event);
        };
        const { verdict } = await performStep(stage, { ...at, how: 'learner', signal, emit: tell });
        return stand(at, verdict && !signal.aborted ? verdict.status : 'open');
      });
    },

    checkNow: (at, signal) => {
      setPhase(at.ref, 'checking');
      return settled(at, async () => {
        record('tried', at);
        const facts = factsFor(stage, at.lesson, at.typed);
        const { status } = await judge({ ...at, facts, deadlineMs: checkNowMs, signal, emit });
        return stand(at, status);
      });
    },

    watchExercise: async (at, signal) => {
      await settled(at, async () => {
        if (signal.aborted) return;
        setPhase(at.ref, 'watching');
        await watch({
          ...at,
          facts: factsFor(stage, at.lesson, at.typed),
          signal,
          emit,
          changed: ({ status }) => void stand(at, status === 'failed' ? 'watching' : status),
        });
      });
    },

    runLine: (at, line, done) =>
      settled(at, async () => {
        const { report, status } = await runTyped(stage, { ...at, line, passed: done, emit });
        at.typed.splice(0, 1, report);
        return status && stand(at, status);
      }),

    skip: (at, signal) => {
      setPhase(at.ref, 'preparing');
      return skip(at, signal);
    },
  };

  async function skip(at: OpenStep, signal: AbortSignal): Promise<StepPhase> {
    let solved = await solve(stage, state, at.ref, { emit, fresh: false, signal });
    if (solved.status === 'failed') {
      // What the learner tried may stand in the way; from a clean beginning the solution has to work.
      emit({ type: 'notice', level: 'info', text: messages().session.madeAnew });
      solved = await solve(stage, state, at.ref, { emit, fresh: true, signal });
    }
    if (solved.status === 'stopped' || signal.aborted) return stand(at, 'open');
    if (solved.status !== 'blocked') return stand(at, 'skipped');
    const label = messages().session.environment;
    for (const [index, check] of solved.checks.entries())
      emit({ type: 'check', ref: at.ref, index, label, state: check });
    return stand(at, 'blocked');
  }
}
