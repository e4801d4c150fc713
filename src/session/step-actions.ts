import type { RunFacts } from '../check/facts.ts';
import type { StepRef } from '../course/types.ts';
import type { Lesson, Step } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import type { CourseKeeper } from './course-keeper.ts';
import type { SessionEvent, StepPhase } from './events.ts';
import { finishBoard } from './finish-board.ts';
import { judge } from './judge.ts';
import type { LessonState } from './lesson-state.ts';
import { lookAgain } from './look-again.ts';
import { factsFor, performStep, type Stage } from './perform-step.ts';
import type { RemarkOn } from './remark-on-lines.ts';
import { type Blocked, prepareStep, solve } from './solve.ts';
import { runTyped } from './typed.ts';
import { watch } from './watch.ts';
import { openWorkspace } from './workspace.ts';

/** The step on the screen. */
export type OpenStep = {
  readonly ref: StepRef;
  lesson: Lesson;
  /** as it can be done here, once the engine is known */
  step: Step;
  /** the learner's own last command, none or one: what an exercise's output checks read */
  readonly typed: RunFacts[];
};

/** What can be done with the open step. Each ends early when its signal is aborted, and returns where the step stands then. */
export type StepActions = {
  /** A step with commands: runs and judges them; from its beginning: on the lesson as it is there. */
  readonly performRun: (at: OpenStep, signal: AbortSignal, from?: 'beginning') => Promise<StepPhase>;
  /** Looks once at what can be seen without running anything, and says what is other than it was. */
  readonly lookAgain: (at: OpenStep, phase: StepPhase, signal: AbortSignal) => Promise<void>;
  /** An exercise, on request: one patient look. */
  readonly checkNow: (at: OpenStep, signal: AbortSignal) => Promise<StepPhase>;
  /** An exercise: looks until it is right. Passing is told by its phase. */
  readonly watchExercise: (at: OpenStep, signal: AbortSignal) => Promise<void>;
  /** The learner's own command line. false: given up before it was started, and nothing was told of it. */
  readonly runLine: (at: OpenStep, line: string, phase: StepPhase, signal: AbortSignal) => Promise<boolean>;
  /** Performs the step for the learner. */
  readonly skip: (at: OpenStep, signal: AbortSignal) => Promise<StepPhase>;
};

type Parts = {
  readonly stage: Stage;
  readonly state: LessonState;
  readonly keeper: CourseKeeper;
  /** Tells what happens with a step; once another one is on the screen, only what is not about the step itself. */
  readonly tell: (at: OpenStep, event: SessionEvent) => void;
  /** what is probably meant otherwise in a line that was typed */
  readonly remarks: RemarkOn;
};

/** How long «check now» waits for the cluster to come round, in milliseconds. */
const checkNowMs = 1000;

export function createStepActions({ stage, state, keeper, tell, remarks }: Parts): StepActions {
  const record = (type: 'passed' | 'skipped' | 'tried', { ref }: OpenStep): void =>
    keeper.dispatch({ type, ref, at: keeper.at() });

  const setPhase = (at: OpenStep, phase: StepPhase): void => tell(at, { type: 'phase', ref: at.ref, phase });

  const stand = (at: OpenStep, phase: StepPhase): StepPhase => {
    if (phase === 'passed' || phase === 'skipped') record(phase, at);
    setPhase(at, phase);
    return phase;
  };

  const tellUnusable = (at: OpenStep, state: Blocked): void =>
    tell(at, { type: 'check', ref: at.ref, index: 0, label: messages().session.environment, state });

  /**
   * Runs work once services are up and the lesson is as its earlier steps left it; blocked is told where that cannot be.
   * undefined: the signal came first.
   */
  const settled = async <T>(
    at: OpenStep,
    signal: AbortSignal,
    work: () => Promise<T>,
    blocked: () => StepPhase | undefined = () => stand(at, 'blocked'),
  ): Promise<T | StepPhase | undefined> => {
    const { lesson, step, ref } = at;
    const unusable = await prepareStep(stage, state, { lesson, step, ref, fresh: false, signal });
    if (signal.aborted) return undefined;
    if (!unusable) return work();
    tellUnusable(at, unusable);
    return blocked();
  };

  return {
    performRun: async (at, signal, from) => {
      setPhase(at, 'preparing');
      const phase = await settled(at, signal, async () => {
        if (from === 'beginning') await state.rebuild(at.lesson, at.ref, signal);
        if (signal.aborted) return undefined;
        record('tried', at);
        const emit = (event: SessionEvent): void => tell(at, event);
        const { verdict } = await performStep(stage, { ...at, how: 'learner', signal, emit });
        return verdict && !signal.aborted ? stand(at, verdict.status) : undefined;
      });
      return phase ?? stand(at, 'open');
    },

    lookAgain: async (at, phase, signal) => {
      if (at.step.kind !== 'run' && at.step.kind !== 'exercise') return;
      const emit = (event: SessionEvent): void => tell(at, event);
      const facts = factsFor(stage, at.lesson, at.typed);
      const verdict = await lookAgain({ ...at, facts, phase, signal, emit });
      if (verdict && !signal.aborted) stand(at, verdict);
    },

    checkNow: async (at, signal) => {
      setPhase(at, 'checking');
      const phase = await settled(at, signal, async () => {
        record('tried', at);
        const facts = factsFor(stage, at.lesson, at.typed);
        const emit = (event: SessionEvent): void => tell(at, event);
        const { status } = await judge({ ...at, facts, deadlineMs: checkNowMs, signal, emit });
        if (status === 'passed') await finishBoard(stage, at);
        // What was right is right, also where nobody waited for it any more.
        return signal.aborted && status !== 'passed' ? undefined : stand(at, status);
      });
      return phase ?? stand(at, 'open');
    },

    watchExercise: async (at, signal) => {
      await openWorkspace(stage.deps.workspace, at.lesson.id).prepare(at.step.files);
      let isWatching = false;
      if (at.step.setup) setPhase(at, 'preparing');
      await settled(at, signal, async () => {
        isWatching = true;
        setPhase(at, 'watching');
        await watch({
          ...at,
          facts: factsFor(stage, at.lesson, at.typed),
          signal,
          emit: (event) => tell(at, event),
          changed: async ({ status }) => {
            if (status === 'passed') await finishBoard(stage, at);
            stand(at, status === 'failed' ? 'watching' : status);
          },
        });
      });
      // Given up while it was being prepared: nothing watches, and Enter begins again.
      if (at.step.setup && signal.aborted && !isWatching) setPhase(at, 'open');
    },

    runLine: async (at, line, phase, signal) => {
      let wasTold = false;
      await settled(
        at,
        signal,
        async () => {
          wasTold = true;
          const emit = (event: SessionEvent): void => tell(at, event);
          const { report, status } = await runTyped(stage, { ...at, line, phase, remarks, signal, emit });
          at.typed.splice(0, 1, report);
          return status && stand(at, status);
        },
        () => {
          wasTold = true;
          // What is done stays done, whatever happened to the environment since.
          return phase === 'passed' || phase === 'skipped' ? undefined : stand(at, 'blocked');
        },
      );
      return wasTold;
    },

    skip: (at, signal) => {
      setPhase(at, 'preparing');
      return skip(at, signal);
    },
  };

  async function skip(at: OpenStep, signal: AbortSignal): Promise<StepPhase> {
    const emit = (event: SessionEvent): void => tell(at, event);
    let solved = await solve(stage, state, at.ref, { emit, fresh: false, signal });
    if (solved.status === 'failed') {
      // What the learner tried may stand in the way; from a clean beginning the solution has to work.
      emit({ type: 'notice', level: 'info', text: messages().session.madeAnew });
      solved = await solve(stage, state, at.ref, { emit, fresh: true, signal });
    }
    if (solved.status === 'stopped' || signal.aborted) return stand(at, 'open');
    if (solved.status !== 'blocked') return stand(at, 'skipped');
    if (solved.unusable) tellUnusable(at, solved.unusable);
    return stand(at, 'blocked');
  }
}
