import { findStep, isEdited, recordOf, sameStep } from '../course/index.ts';
import type { StepRef } from '../course/types.ts';
import { messages } from '../messages/index.ts';
import { keepCourse } from './course-keeper.ts';
import type { SessionDeps } from './deps.ts';
import type { StepPhase } from './events.ts';
import { keepLessonState } from './lesson-state.ts';
import type { Stage } from './perform-step.ts';
import { publish } from './publish.ts';
import { createRunner } from './runner.ts';
import { keepServices } from './services.ts';
import { createStepActions, type OpenStep } from './step-actions.ts';
import type { Session } from './types.ts';

/** How often the app looks whether the services still run, in milliseconds. */
const lookEveryMs = 1000;

/** The session behind the app: one step on the screen, and one thing at a time that is done with it. */
export function createSession(deps: SessionDeps): Session {
  const { emit, subscribe } = publish();
  const keeper = keepCourse(deps, emit);
  const services = keepServices(deps, emit);
  const runner = createRunner(deps, emit);
  const stage: Stage = { deps, services, runner };
  const settled = (lesson: string, cluster: string): void => keeper.dispatch({ type: 'settled', lesson, cluster });
  const state = keepLessonState({ stage, course: keeper.course, settled, emit });

  let open: OpenStep | undefined;
  let phase: StepPhase = 'open';
  let hintsShown = 0;
  let busy = false;
  let activity = new AbortController();
  /** what is under way for the open step; whatever comes next ends it first */
  let work: Promise<unknown> = Promise.resolve();

  const setPhase = (ref: StepRef, next: StepPhase): void => {
    if (!open || !sameStep(open.ref, ref)) return;
    phase = next;
    emit({ type: 'phase', ref, phase: next });
  };
  const actions = createStepActions({ stage, state, keeper, emit, setPhase });
  const isDone = (): boolean => phase === 'passed' || phase === 'skipped';

  void deps.chosen().then(
    ({ kind, because }) => emit({ type: 'engine', kind, because }),
    // Told where the engine is needed.
    () => {},
  );
  emit({ type: 'course', course: keeper.course() });
  const timer = setInterval(() => void services.look().catch(() => {}), lookEveryMs);

  const endActivity = async (): Promise<void> => {
    activity.abort();
    await runner.current()?.stop();
    await work.catch(() => {});
    activity = new AbortController();
  };

  const watchIfOpen = (at: OpenStep): void => {
    if (open === at && at.step.kind === 'exercise' && !isDone()) work = actions.watchExercise(at, activity.signal);
  };

  /** Does one thing with the open step; it ends the watch of an exercise, which goes on afterwards. */
  const alone = async (act: (at: OpenStep, signal: AbortSignal) => Promise<unknown>): Promise<StepPhase> => {
    const at = open;
    if (!at) return phase;
    if (busy) {
      emit({ type: 'notice', level: 'info', text: messages().session.busy });
      return phase;
    }
    busy = true;
    try {
      await endActivity();
      work = act(at, activity.signal);
      await work;
    } finally {
      busy = false;
    }
    watchIfOpen(at);
    return phase;
  };

  /** Another step comes on the screen: what was under way ends, and background commands end with their lesson. */
  const change = async (at: OpenStep, former: OpenStep | undefined): Promise<void> => {
    await endActivity();
    if (open !== at) return;
    if (former && former.lesson.id !== at.lesson.id) {
      await runner.stopAllBackground();
      state.left(former.lesson.id);
    }
    // A failure is told by the service's own state; reading never waits for it.
    if (at.step.kind !== 'exercise' || isDone()) work = services.require(at.lesson.services).catch(() => {});
    watchIfOpen(at);
  };

  return {
    subscribe,
    open: (ref) => {
      const found = findStep(deps.pack, ref);
      if (!found) return;
      const former = open;
      const at: OpenStep = { ref, lesson: found.lesson, step: found.step, typed: [] };
      const status = recordOf(keeper.course(), ref)?.status ?? 'tried';
      open = at;
      hintsShown = 0;
      phase = status === 'tried' || isEdited(keeper.course(), ref) ? 'open' : status;
      keeper.dispatch({ type: 'opened', ref });
      emit({ type: 'opened', ref });
      emit({ type: 'phase', ref, phase });
      void change(at, former);
    },
    perform: async () => {
      if (!open) return phase;
      switch (open.step.kind) {
        case 'reading':
          keeper.dispatch({ type: 'passed', ref: open.ref, at: keeper.at() });
          setPhase(open.ref, 'passed');
          return phase;
        case 'quiz':
          return phase;
        case 'run':
          return alone(actions.performRun);
        case 'exercise':
          return alone(actions.checkNow);
      }
    },
    type: async (line) => {
      const at = open;
      if (!at) return;
      if (busy || runner.current()) {
        emit({ type: 'notice', level: 'info', text: messages().session.busy });
        return;
      }
      // Beside the watch of an exercise, which is to see what the command does.
      await actions.runLine(at, line, isDone());
    },
    send: (text) => runner.current()?.send(text),
    endInput: () => runner.current()?.endInput(),
    stop: async () => {
      const running = runner.current();
      if (!running && !busy) return false;
      if (running) await running.stop();
      else {
        activity.abort();
        activity = new AbortController();
      }
      return true;
    },
    stopBackground: runner.stopBackground,
    skip: () => (isDone() ? Promise.resolve(phase) : alone(actions.skip)),
    hint: () => {
      if (!open || hintsShown >= open.step.hints.length) return;
      hintsShown += 1;
      keeper.dispatch({ type: 'hinted', ref: open.ref, at: keeper.at() });
      emit({ type: 'hint', ref: open.ref, shown: hintsShown });
    },
    answer: (chosen) => {
      if (!open?.step.quiz) return;
      const right = open.step.quiz.options.every((option, index) => option.correct === chosen.includes(index));
      keeper.dispatch({ type: right ? 'passed' : 'tried', ref: open.ref, at: keeper.at() });
      emit({ type: 'quiz', ref: open.ref, chosen, right });
      setPhase(open.ref, right ? 'passed' : 'failed');
    },
    repair: async () => {
      const at = open;
      if (!at) return;
      try {
        await services.require(at.lesson.services);
      } catch {
        // Told by the service's own state; the step stays blocked.
        return;
      }
      if (phase !== 'blocked') return;
      setPhase(at.ref, 'open');
      await alone(async () => {});
    },
    close: async () => {
      clearInterval(timer);
      await endActivity();
      await runner.stopAllBackground();
      await services.close();
    },
  };
}
