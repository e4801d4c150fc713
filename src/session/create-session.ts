import type { RunFacts } from '../check/facts.ts';
import { findStep, isEdited, recordOf, sameStep } from '../course/index.ts';
import type { StepRef } from '../course/types.ts';
import type { Lesson, Step } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import { keepCourse } from './course-keeper.ts';
import type { SessionDeps } from './deps.ts';
import type { StepPhase } from './events.ts';
import { judge } from './judge.ts';
import { keepLessonState } from './lesson-state.ts';
import { factsFor, performStep, type Stage } from './perform-step.ts';
import { publish } from './publish.ts';
import { createRunner } from './runner.ts';
import { keepServices } from './services.ts';
import { blockedBy, solve } from './solve.ts';
import { runTyped } from './typed.ts';
import type { Session } from './types.ts';
import { watch } from './watch.ts';

/** How often the app looks whether the services still run, in milliseconds. */
const lookEveryMs = 1000;

type Open = {
  readonly ref: StepRef;
  readonly lesson: Lesson;
  readonly step: Step;
  /** the learner's own commands since the step was opened: what an exercise's output checks read */
  readonly typed: RunFacts[];
};

/** The session behind the app: one step on the screen, and everything that is done with it. */
export function createSession(deps: SessionDeps): Session {
  const { emit, subscribe } = publish();
  const keeper = keepCourse(deps, emit);
  const services = keepServices(deps, emit);
  const runner = createRunner(deps, emit);
  const stage: Stage = { deps, services, runner };
  const state = keepLessonState({
    stage,
    course: keeper.course,
    settled: (lesson, cluster) => keeper.dispatch({ type: 'settled', lesson, cluster }),
    emit,
  });

  let open: Open | undefined;
  let phase: StepPhase = 'open';
  let hintsShown = 0;
  let activity = new AbortController();
  /** what is under way for the open step; a new action first ends it */
  let work: Promise<unknown> = Promise.resolve();
  let busy = false;

  emit({ type: 'engine', kind: deps.engine.kind, because: deps.engineReason });
  emit({ type: 'course', course: keeper.course() });
  const timer = setInterval(() => void services.look().catch(() => {}), lookEveryMs);

  const setPhase = (ref: StepRef, next: StepPhase): void => {
    if (!open || !sameStep(open.ref, ref)) return;
    phase = next;
    emit({ type: 'phase', ref, phase: next });
  };

  const endActivity = async (): Promise<void> => {
    activity.abort();
    await runner.current()?.stop();
    await work.catch(() => {});
    activity = new AbortController();
  };

  /** Runs a task alone; it ends the watch of an exercise, and is ended by stop() or by opening another step. */
  const alone = async (task: (signal: AbortSignal) => Promise<StepPhase>): Promise<StepPhase> => {
    if (busy) {
      emit({ type: 'notice', level: 'info', text: messages().session.busy });
      return phase;
    }
    busy = true;
    try {
      await endActivity();
      const current = task(activity.signal);
      work = current;
      return await current;
    } finally {
      busy = false;
    }
  };

  const blocked = (at: Open, error: unknown): StepPhase => {
    emit({ type: 'check', ref: at.ref, index: 0, label: messages().session.environment, state: blockedBy(error) });
    setPhase(at.ref, 'blocked');
    return 'blocked';
  };

  const record = (type: 'passed' | 'skipped' | 'tried', ref: StepRef): void =>
    keeper.dispatch({ type, ref, at: keeper.at() });

  const finish = (at: Open, status: 'passed' | 'failed' | 'blocked'): StepPhase => {
    if (status === 'passed') record('passed', at.ref);
    setPhase(at.ref, status);
    return status;
  };

  const startWatching = (at: Open): void => {
    const { signal } = activity;
    const watching = async (): Promise<void> => {
      try {
        await services.require(at.lesson.services);
        await state.prepare(at.lesson, at.ref);
      } catch (error) {
        blocked(at, error);
        return;
      }
      if (signal.aborted) return;
      setPhase(at.ref, 'watching');
      await watch({
        ref: at.ref,
        step: at.step,
        facts: factsFor(stage, at.lesson, at.typed),
        signal,
        emit,
        changed: ({ status }) => {
          if (status === 'passed') finish(at, 'passed');
          else setPhase(at.ref, status === 'blocked' ? 'blocked' : 'watching');
        },
      });
    };
    work = watching();
  };

  const performRun = async (at: Open, signal: AbortSignal): Promise<StepPhase> => {
    setPhase(at.ref, 'preparing');
    try {
      await services.require(at.lesson.services);
      await state.prepare(at.lesson, at.ref);
    } catch (error) {
      return blocked(at, error);
    }
    record('tried', at.ref);
    const tell = (event: Parameters<typeof emit>[0]): void => {
      if (event.type === 'phase') setPhase(event.ref, event.phase);
      else emit(event);
    };
    const { verdict } = await performStep(stage, { ...at, how: 'learner', signal, emit: tell });
    if (!verdict || signal.aborted) {
      setPhase(at.ref, 'open');
      return 'open';
    }
    return finish(at, verdict.status);
  };

  /** An exercise, on request: one patient look, then watching goes on. */
  const checkNow = async (at: Open, signal: AbortSignal): Promise<StepPhase> => {
    setPhase(at.ref, 'checking');
    try {
      await services.require(at.lesson.services);
      await state.prepare(at.lesson, at.ref);
    } catch (error) {
      return blocked(at, error);
    }
    record('tried', at.ref);
    const facts = factsFor(stage, at.lesson, at.typed);
    const { status } = await judge({ ...at, facts, deadlineMs: 1000, signal, emit });
    return finish(at, status);
  };

  const watchAgain = (at: Open, result: StepPhase): StepPhase => {
    if (at.step.kind === 'exercise' && result !== 'passed' && result !== 'skipped') startWatching(at);
    return result;
  };

  return {
    subscribe,
    open: (ref) => {
      const found = findStep(deps.pack, ref);
      if (!found) return;
      const former = open;
      const at: Open = { ref, lesson: found.lesson, step: found.step, typed: [] };
      open = at;
      hintsShown = 0;
      const standing = recordOf(keeper.course(), ref)?.status ?? 'tried';
      phase = standing === 'tried' || isEdited(keeper.course(), ref) ? 'open' : standing;
      void endActivity().then(async () => {
        if (open !== at) return;
        if (former && former.lesson.id !== at.lesson.id) {
          await runner.stopAllBackground();
          state.left(former.lesson.id);
        }
        if (at.step.kind === 'exercise' && phase === 'open') startWatching(at);
        else work = services.require(at.lesson.services).catch(() => {});
      });
      keeper.dispatch({ type: 'opened', ref });
      emit({ type: 'opened', ref });
      emit({ type: 'phase', ref, phase });
    },
    perform: async () => {
      const at = open;
      if (!at) return phase;
      switch (at.step.kind) {
        case 'reading':
          return finish(at, 'passed');
        case 'quiz':
          return phase;
        case 'run':
          return alone((signal) => performRun(at, signal));
        case 'exercise':
          return watchAgain(at, await alone((signal) => checkNow(at, signal)));
      }
    },
    type: async (line) => {
      const at = open;
      if (!at) return;
      if (busy || runner.current()) {
        emit({ type: 'notice', level: 'info', text: messages().session.busy });
        return;
      }
      const done = phase === 'passed' || phase === 'skipped';
      const { report, status } = await runTyped(stage, { ...at, line, passed: done, emit });
      at.typed.push(report);
      if (status !== undefined && open === at) finish(at, status);
    },
    send: (text) => runner.current()?.send(text),
    endInput: () => runner.current()?.endInput(),
    stop: async () => {
      const running = runner.current();
      if (running) {
        await running.stop();
        return true;
      }
      if (!busy) return false;
      activity.abort();
      return true;
    },
    stopBackground: runner.stopBackground,
    skip: async () => {
      const at = open;
      if (!at) return phase;
      const result = await alone(async (signal) => {
        if (phase === 'passed') return phase;
        setPhase(at.ref, 'preparing');
        let solved = await solve(stage, state, at.ref, { emit, fresh: false, signal });
        if (solved.status === 'failed') {
          // What the learner tried may stand in the way; from a clean beginning the solution has to work.
          emit({ type: 'notice', level: 'info', text: messages().session.madeAnew });
          solved = await solve(stage, state, at.ref, { emit, fresh: true, signal });
        }
        if (solved.status === 'stopped' || signal.aborted) {
          setPhase(at.ref, 'open');
          return 'open';
        }
        if (solved.status === 'blocked') {
          for (const [index, check] of solved.checks.entries()) {
            emit({ type: 'check', ref: at.ref, index, label: messages().session.environment, state: check });
          }
          setPhase(at.ref, 'blocked');
          return 'blocked';
        }
        record('skipped', at.ref);
        setPhase(at.ref, 'skipped');
        return 'skipped';
      });
      return watchAgain(at, result);
    },
    hint: () => {
      if (!open || hintsShown >= open.step.hints.length) return;
      hintsShown += 1;
      keeper.dispatch({ type: 'hinted', ref: open.ref, at: keeper.at() });
      emit({ type: 'hint', ref: open.ref, shown: hintsShown });
    },
    answer: (chosen) => {
      if (open?.step.quiz === undefined) return;
      const right = open.step.quiz.options.every((option, index) => option.correct === chosen.includes(index));
      record('tried', open.ref);
      emit({ type: 'quiz', ref: open.ref, chosen, right });
      finish(open, right ? 'passed' : 'failed');
    },
    repair: async () => {
      const at = open;
      if (!at) return;
      try {
        await services.require(at.lesson.services);
      } catch (error) {
        blocked(at, error);
        return;
      }
      if (phase === 'blocked') {
        setPhase(at.ref, 'open');
        watchAgain(at, phase);
      }
    },
    close: async () => {
      clearInterval(timer);
      await endActivity();
      await runner.stopAllBackground();
      await services.close();
    },
  };
}
