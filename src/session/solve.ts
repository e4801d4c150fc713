import { blockedByUnreachable } from '../check/index.ts';
import type { CheckResult } from '../check/result.ts';
import { Unreachable } from '../check/unreachable.ts';
import { findStep, ownServices, touchesEnvironment } from '../course/index.ts';
import type { StepRef } from '../course/types.ts';
import { errorForPeople } from '../disk-problem.ts';
import type { Lesson, Step } from '../lesson/types.ts';
import { untilAborted } from './activities.ts';
import type { SessionEvent } from './events.ts';
import type { LessonState } from './lesson-state.ts';
import { performStep, type Stage } from './perform-step.ts';
import type { RunReport } from './runner.ts';
import { servicesAt } from './services.ts';
import { stepInEngine } from './step-in-engine.ts';

export type Blocked = Extract<CheckResult, { status: 'blocked' }>;

export type Solved = {
  /** not-here: the engine lacks what it needs, so there is nothing to perform */
  readonly status: 'passed' | 'failed' | 'blocked' | 'stopped' | 'not-here';
  readonly runs: readonly RunReport[];
  readonly checks: readonly CheckResult[];
  /** why the environment could not be had: nothing was performed, and no check was told */
  readonly unusable?: Blocked;
};

/**
 * Brings services up, prepares the lesson and performs a step with its solution. An environment that cannot be had is
 * `blocked`; a service's failure has been told by then.
 */
export async function solve(
  stage: Stage,
  state: LessonState,
  ref: StepRef,
  options: { readonly emit: (event: SessionEvent) => void; readonly fresh: boolean; readonly signal?: AbortSignal },
): Promise<Solved> {
  const found = findStep(stage.deps.pack, ref);
  if (!found) return { status: 'failed', runs: [], checks: [] };
  const { lesson } = found;
  const step = await stepInEngine(stage.deps, found.step);
  if (!touchesEnvironment(step)) {
    const status = touchesEnvironment(found.step) ? 'not-here' : 'passed';
    return { status, runs: [], checks: [] };
  }
  const unusable = await prepareStep(stage, state, { lesson, step, ref, ...options });
  if (unusable) return { status: 'blocked', runs: [], checks: [unusable], unusable };
  if (options.signal?.aborted) return { status: 'stopped', runs: [], checks: [] };
  const { blocks, verdict } = await performStep(stage, { lesson, step, ref, how: 'solve', ...options });
  return { status: verdict?.status ?? 'stopped', runs: blocks.runs, checks: verdict?.checks ?? [] };
}

type Preparation = {
  readonly lesson: Lesson;
  /** as this engine can do it */
  readonly step: Step;
  readonly ref: StepRef;
  /** from nothing, whatever was done before */
  readonly fresh: boolean;
  readonly signal?: AbortSignal;
};

/**
 * Brings services up and puts the lesson to where a step begins. Returns why the environment cannot be had; nothing where the
 * signal came first, whatever was going wrong by then.
 */
export async function prepareStep(
  stage: Stage,
  state: LessonState,
  { lesson, step, ref, fresh, signal }: Preparation,
): Promise<Blocked | undefined> {
  try {
    await untilAborted(stage.services.require(servicesAt(lesson, step)), signal);
    if (!signal?.aborted) await (fresh ? state.rebuild : state.prepare)(lesson, ref, signal);
    // Only now: what begins anew with its lesson has been ended.
    if (!signal?.aborted) await untilAborted(stage.services.require(ownServices(step)), signal);
    return undefined;
  } catch (error) {
    return signal?.aborted ? undefined : blockedBy(error);
  }
}

/** An environment that is not usable, as a check result. Anything but a UserError or Unreachable is our bug and thrown on. */
export function blockedBy(error: unknown): Blocked {
  const told = errorForPeople(error);
  if (told) {
    const { what, why, next } = told.explanation;
    return { status: 'blocked', by: why === undefined ? what : `${what} ${why}`, tryNext: next ?? '' };
  }
  if (error instanceof Unreachable) return blockedByUnreachable(error);
  throw error;
}
