import { describeAssertion, pollCheck } from '../check/index.ts';
import type { CheckResult } from '../check/result.ts';
import type { StepRef } from '../course/types.ts';
import { EnvironmentError } from '../errors.ts';
import type { Lesson, Setup, Step } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import type { SessionEvent } from './events.ts';
import { performBlocks } from './perform-blocks.ts';
import { factsFor, type Stage, settleMs } from './perform-step.ts';
import type { RunReport } from './runner.ts';
import { openWorkspace } from './workspace.ts';

type Task = {
  readonly lesson: Lesson;
  readonly step: Step;
  readonly setup: Setup;
  readonly ref: StepRef;
  readonly emit: (event: SessionEvent) => void;
  readonly signal?: AbortSignal;
};

/** Lines of a command's output that are told where it went wrong. */
const linesTold = 3;

/**
 * Performs a step's setup, unseen but for how far it is, and waits until what it is to bring about holds. The signal ends it
 * early. Throws EnvironmentError where a command does not end as it should, or that does not come to hold.
 */
export async function setUp(stage: Stage, { lesson, step, setup, ref, emit, signal }: Task): Promise<void> {
  const workspace = openWorkspace(stage.deps.workspace, lesson.id);
  const total = setup.blocks.length + Math.min(1, setup.until.length);
  await workspace.prepare(step.files);
  for (const [done, block] of setup.blocks.entries()) {
    emit({ type: 'setup', ref, done, total });
    const { runs, problem } = await performBlocks({
      ref,
      blocks: [block],
      deps: stage.deps,
      runner: stage.runner,
      workspace,
      how: 'solve',
      quiet: true,
      ...(signal && { signal }),
    });
    if (signal?.aborted) return;
    if (problem !== undefined) throw commandFailed(runs.at(-1), problem);
  }
  if (setup.until.length > 0) {
    emit({ type: 'setup', ref, done: setup.blocks.length, total });
    await untilHolds(stage, lesson, setup, signal);
    if (signal?.aborted) return;
  }
  emit({ type: 'setup', ref, done: total, total });
}

async function untilHolds(
  stage: Stage,
  lesson: Lesson,
  { until }: Setup,
  signal: AbortSignal | undefined,
): Promise<void> {
  const facts = factsFor(stage, lesson, []);
  await Promise.all(
    until.map(async (assertion) => {
      const wait = { assertion, facts, deadlineMs: settleMs(lesson, until), ...(signal && { signal }) };
      const result = await pollCheck(wait);
      if (result.status !== 'pass' && !signal?.aborted) throw notReached(describeAssertion(assertion), result);
    }),
  );
}

function commandFailed(run: RunReport | undefined, problem: string): EnvironmentError {
  const say = messages().session;
  const words = (run?.output ?? []).map(({ text }) => text.trim()).filter((text) => text !== '');
  return new EnvironmentError({
    what: say.setupFailed({ line: run?.line ?? '', problem }),
    ...(words.length > 0 && { why: words.slice(-linesTold).join(' ') }),
    next: say.setupNext,
  });
}

function notReached(label: string, result: Exclude<CheckResult, { status: 'pass' }>): EnvironmentError {
  const say = messages().session;
  const why = ((): string => {
    switch (result.status) {
      case 'fail':
        return say.setupNotReached({ label, expected: result.expected, actual: result.actual });
      case 'blocked':
        return result.by;
      case 'error':
        return result.problem;
    }
  })();
  return new EnvironmentError({ what: say.setupUnfinished, why, next: say.setupNext });
}
