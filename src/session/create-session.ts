import { noNames } from '../command/complete/types.ts';
import { findStep, isEdited, ownServices, recordOf, servicesOf } from '../course/index.ts';
import type { StepRef } from '../course/types.ts';
import { explanationOf } from '../disk-problem.ts';
import { keepLive } from '../live/keep-live.ts';
import { namesOf } from '../live/names-of.ts';
import type { Snapshot } from '../live/snapshot.ts';
import { messages } from '../messages/index.ts';
import { type Activities, createActivities } from './activities.ts';
import type { SessionDeps } from './deps.ts';
import type { SessionEvent, StepPhase } from './events.ts';
import { livePlace } from './live-place.ts';
import { nextHint } from './next-hint.ts';
import { remarkOnLines } from './remark-on-lines.ts';
import { openParts } from './session-parts.ts';
import { createStepActions, type OpenStep } from './step-actions.ts';
import { stepInEngine } from './step-in-engine.ts';
import type { Session } from './types.ts';
import { openWorkspace } from './workspace.ts';

/** How often the app looks whether the services still run, in milliseconds. */
const lookEveryMs = 1000;

/** What the learner asked for and what is not over yet; another step on the screen lets go of it. */
type Asked = { readonly end: () => Promise<void> };

/** The session behind the app: one step on the screen, and one thing at a time that is done with it. */
export function createSession(deps: SessionDeps): Session {
  const { emit, subscribe, keeper, stage, state } = openParts(deps);
  const { services, runner } = stage;

  let open: OpenStep | undefined;
  let phase: StepPhase = 'open';
  /** hints that are shown, by their place in the lesson */
  let hints: readonly number[] = [];
  /** panels of a board, as last looked at */
  const mended = new Set<string>();
  let asked: Asked | undefined;
  let closing: Promise<void> | undefined;
  /** the lesson whose background commands may run */
  let entered: string | undefined;
  /** fulfilled once all that was under way for the former step is over */
  let here: Promise<void> = Promise.resolve();
  /** what is done with the open step: performing, checking, skipping, watching */
  const activity = createActivities();
  /** the learner's own command; the watch of an exercise goes on beside it, to see what it does */
  const typing = createActivities();

  const tell = (at: OpenStep, event: SessionEvent): void => {
    const isAboutStep =
      event.type === 'phase' || event.type === 'check' || event.type === 'mistake' || event.type === 'panel';
    if (isAboutStep && open !== at) return;
    if (event.type === 'phase') phase = event.phase;
    if (event.type === 'panel') mended[event.state === 'mended' ? 'add' : 'delete'](event.panel);
    emit(event);
  };
  const setPhase = (at: OpenStep, next: StepPhase): void => tell(at, { type: 'phase', ref: at.ref, phase: next });
  let seen: Snapshot | undefined;
  const live = keepLive({
    find: () => livePlace(deps, open?.lesson),
    openKafka: deps.openLive,
    openConnect: deps.openConnect,
    publish: (snapshot) => {
      seen = snapshot;
      emit({ type: 'live', snapshot });
    },
    now: () => deps.now().getTime(),
  });
  const remarks = remarkOnLines(async () => {
    await live.once();
    return seen ? namesOf(seen) : noNames;
  });
  const actions = createStepActions({ stage, state, keeper, tell, remarks });
  const isDone = (): boolean => phase === 'passed' || phase === 'skipped';

  /** Where a step stands while nothing is done with it. */
  const restingPhase = (ref: StepRef): StepPhase => {
    const status = recordOf(keeper.course(), ref)?.status ?? 'tried';
    return status === 'tried' || isEdited(keeper.course(), ref) ? 'open' : status;
  };

  const tellEngine = (): void =>
    void deps.chosen().then(
      (chosen) => emit({ type: 'engine', ...chosen }),
      // Told where the engine is needed.
      () => {},
    );
  tellEngine();
  emit({ type: 'course', course: keeper.course() });
  const timer = setInterval(() => void services.look().catch(() => {}), lookEveryMs);

  /** Background commands end with their lesson. */
  const enter = async (lesson: string): Promise<void> => {
    if (entered === lesson) return;
    if (entered !== undefined) {
      await runner.stopAllBackground();
      state.left(entered);
    }
    entered = lesson;
  };

  const requireFor = async (at: OpenStep): Promise<void> =>
    services.requireFor(at.lesson, await stepInEngine(deps, at.step));

  const inTurn =
    ({ begin }: Activities) =>
    (act: (signal: AbortSignal) => Promise<unknown>): Promise<void> =>
      begin(async (signal) => {
        await here;
        if (!signal.aborted) await act(signal);
      });
  const begin = inTurn(activity);
  const beside = inTurn(typing);

  const watchIfOpen = (at: OpenStep): void => {
    if (open !== at || closing || at.step.kind !== 'exercise' || isDone()) return;
    begin((signal) => actions.watchExercise(at, signal)).catch((error: unknown) => {
      // Nobody waits for a watch, so it has to tell its own end.
      const { what, why, next } = explanationOf(error);
      const text = [what, why, next].filter((part) => part !== undefined).join('\n');
      emit({ type: 'notice', level: 'error', text });
      setPhase(at, 'open');
    });
  };

  /** Does what the learner asked for, unless the thing asked for before is not over. */
  const whenFree = async (end: Asked['end'], work: () => Promise<unknown>): Promise<void> => {
    if (asked) {
      emit({ type: 'notice', level: 'info', text: messages().session.busy });
      return;
    }
    const mine: Asked = { end };
    asked = mine;
    try {
      await work();
    } finally {
      if (asked === mine) asked = undefined;
      // What was done may have made or removed what the command line offers by name.
      if (seen && !closing) live.once().catch(() => {});
    }
  };

  /** Does one thing with the open step; it ends the watch of an exercise, which goes on afterwards. */
  const alone = async (act: (at: OpenStep, signal: AbortSignal) => Promise<unknown>): Promise<StepPhase> => {
    const at = open;
    if (!at || closing) return phase;
    await whenFree(activity.end, async () => {
      try {
        await begin((signal) => act(at, signal));
      } catch (error) {
        // Whoever asked is told; nothing is under way any more.
        setPhase(at, restingPhase(at.ref));
        throw error;
      }
      // Services that have just failed are tried again when the learner says so.
      if (!services.haveFailed(servicesOf(at.lesson, at.step))) watchIfOpen(at);
    });
    return open === at ? phase : 'open';
  };

  return {
    subscribe,
    open: (ref, how) => {
      const found = findStep(deps.pack, ref);
      if (!found || closing) return;
      const at: OpenStep = { ref, lesson: found.lesson, step: found.step, typed: [] };
      const over = Promise.all([activity.end(), typing.end()]);
      here = here
        .then(() => over)
        .then(() => enter(at.lesson.id))
        .then(async () => {
          at.step = await stepInEngine(deps, at.step);
        });
      here.catch(() => {});
      open = at;
      asked = undefined;
      hints = [];
      mended.clear();
      phase = restingPhase(ref);
      if (how === 'ahead') keeper.dispatch({ type: 'opened-ahead', ref, at: keeper.at() });
      keeper.dispatch({ type: 'opened', ref });
      emit({ type: 'opened', ref, folder: openWorkspace(deps.workspace, ref.lesson).folder });
      emit({ type: 'phase', ref, phase });
      live.moved();
      // A failure is told by the service's own state; reading never waits for it.
      requireFor(at).catch(() => {});
      watchIfOpen(at);
    },
    perform: async (from) => {
      if (!open || closing) return phase;
      // Until the engine is known, it is not known either whether the step can be done or only read.
      if (ownServices(open.step).length > 0) await here.catch(() => {});
      if (!open) return phase;
      switch (open.step.kind) {
        case 'reading':
          keeper.dispatch({ type: 'passed', ref: open.ref, at: keeper.at() });
          setPhase(open, 'passed');
          return phase;
        case 'quiz':
          return phase;
        case 'run':
          return alone((at, signal) => actions.performRun(at, signal, from));
        case 'exercise':
          return alone(actions.checkNow);
      }
    },
    lookAgain: async () => {
      const at = open;
      if (!at || closing || asked || phase === 'watching') return;
      await alone((given, signal) => actions.lookAgain(given, phase, signal));
    },
    type: async (line) => {
      const at = open;
      if (!at || closing) return;
      await whenFree(typing.end, async () => {
        let wasTold = false;
        await beside(async (signal) => {
          wasTold = await actions.runLine(at, line, phase, signal);
        });
        if (wasTold || open !== at || closing) return;
        emit({ type: 'notice', level: 'info', text: messages().session.givenUp({ line }) });
      });
    },
    send: (text) => runner.current()?.send(text),
    endInput: () => runner.current()?.endInput(),
    stop: async () => {
      const running = runner.current();
      const given = asked;
      // A command that was stopped is still judged where that makes sense; all else is given up.
      if (running) await running.stop();
      else if (given) await given.end();
      else if (phase === 'preparing') await activity.end();
      else return false;
      return true;
    },
    stopBackground: runner.stopBackground,
    skip: () => (isDone() ? Promise.resolve(phase) : alone(actions.skip)),
    hint: () => {
      const hint = open && nextHint(open.step, hints, mended);
      if (!open || hint === undefined) return;
      hints = [...hints, hint];
      keeper.dispatch({ type: 'hinted', ref: open.ref, at: keeper.at() });
      emit({ type: 'hint', ref: open.ref, shown: hints.length, hint });
    },
    answer: (chosen) => {
      if (!open?.step.quiz) return;
      const right = open.step.quiz.options.every((option, index) => option.correct === chosen.includes(index));
      keeper.dispatch({ type: right ? 'passed' : 'tried', ref: open.ref, at: keeper.at() });
      emit({ type: 'quiz', ref: open.ref, chosen, right });
      setPhase(open, right ? 'passed' : 'failed');
    },
    watchLive: live.watch,
    lookLive: live.once,
    retell: () => {
      tellEngine();
      emit({ type: 'course', course: keeper.course() });
      const at = open;
      const found = at && findStep(deps.pack, at.ref);
      if (!found) return;
      at.lesson = found.lesson;
      here = here.then(async () => {
        at.step = await stepInEngine(deps, found.step);
      });
      here.catch(() => {});
      // Why a service failed is told by trying it once more.
      if (services.haveFailed(servicesOf(at.lesson, at.step))) requireFor(at).catch(() => {});
      // A watch tells all it sees when it begins.
      if (phase === 'watching' && !asked) watchIfOpen(at);
    },
    repair: async () => {
      const at = open;
      if (!at || closing) return;
      try {
        await requireFor(at);
      } catch {
        // Told by the service's own state; the step stays blocked.
        return;
      }
      // By itself an exercise may have found its cluster again, or the learner has gone on.
      if (open !== at || phase !== 'blocked') return;
      setPhase(at, restingPhase(at.ref));
      watchIfOpen(at);
    },
    close: () => {
      clearInterval(timer);
      closing ??= (async () => {
        await Promise.all([activity.end(), typing.end(), live.close(), here.catch(() => {})]);
        await runner.stopAllBackground();
        await services.close();
      })();
      return closing;
    },
  };
}
