import type { Facts } from '../check/facts.ts';
import { describeAssertion, matchMistake, pollCheck } from '../check/index.ts';
import type { CheckResult } from '../check/result.ts';
import type { StepRef } from '../course/types.ts';
import type { Mistake, Step } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import type { SessionEvent } from './events.ts';
import { lookAtPanels, panelOf } from './panels.ts';
import type { BlocksReport } from './perform-blocks.ts';

export type Verdict = {
  readonly status: 'passed' | 'failed' | 'blocked';
  readonly checks: readonly CheckResult[];
};

type Case = {
  readonly ref: StepRef;
  readonly step: Step;
  readonly facts: Facts;
  /** how the step's commands ended; undefined where none of them was run */
  readonly report?: BlocksReport;
  /** how long a check may wait for the cluster to come round */
  readonly deadlineMs: number;
  readonly signal?: AbortSignal;
  readonly emit: (event: SessionEvent) => void;
};

/** Looks whether a step is done: how its commands ended, then each of its checks, all of them waiting side by side. */
export async function judge(given: Case): Promise<Verdict> {
  const { ref, step, facts, emit } = given;
  const ending = given.report && judgeEnding(step, given.report);
  const offset = ending ? 1 : 0;
  if (ending) emit({ type: 'check', ref, index: 0, label: ending.label, state: ending.result });
  // When the command itself went wrong there is nothing to wait for: one look tells what is missing.
  const deadlineMs = ending?.result.status === 'fail' ? 0 : given.deadlineMs;
  const results = await Promise.all(
    step.checks.map(async (assertion, index) => {
      const panel = panelOf(step, assertion)?.id;
      const label = describeAssertion(assertion);
      const check = {
        type: 'check',
        ref,
        index: index + offset,
        label,
        ...(panel !== undefined && { panel }),
      } as const;
      const result = await pollCheck({
        assertion,
        facts,
        deadlineMs,
        ...(given.signal && { signal: given.signal }),
        onUpdate: (update) => emit({ ...check, state: { status: 'waiting', ...update } }),
      });
      const told = step.kind === 'exercise' ? withoutAnswer(result) : result;
      emit({ ...check, state: told });
      return told;
    }),
  );
  const checks = ending ? [ending.result, ...results] : results;
  const status = verdictOf(checks);
  if (step.board) {
    for (const { panel, state, mistake } of await lookAtPanels(step, results, facts)) {
      emit({ type: 'panel', ref, panel, state });
      emit(mistakeEvent(ref, mistake, panel));
    }
  } else if (status === 'failed') await tellMistake(given);
  return { status, checks };
}

/** An exercise is not answered by its own check; the command stands in the last hint. */
export function withoutAnswer(result: CheckResult): CheckResult {
  if (result.status !== 'fail') return result;
  const { tryNext: _, ...rest } = result;
  return rest;
}

function verdictOf(checks: readonly CheckResult[]): Verdict['status'] {
  if (checks.some(({ status }) => status === 'blocked')) return 'blocked';
  return checks.every(({ status }) => status === 'pass') ? 'passed' : 'failed';
}

async function tellMistake({ step, facts, ref, emit }: Case): Promise<void> {
  const mistake = await matchMistake(step.mistakes, facts);
  if (mistake) emit(mistakeEvent(ref, mistake));
}

/** undefined: there is no mistake that is recognised, any more */
export function mistakeEvent(ref: StepRef, mistake: Mistake | undefined, panel?: string): SessionEvent {
  const of = panel === undefined ? {} : { panel };
  if (!mistake) return { type: 'mistake', ref, ...of };
  return { type: 'mistake', ref, ...of, say: mistake.say, ...(mistake.try !== undefined && { tryNext: mistake.try }) };
}

/** The check that no author has to write: the commands ended as they should. */
function judgeEnding(step: Step, report: BlocksReport): { label: string; result: CheckResult } | undefined {
  const say = messages().session;
  const saysItself = step.checks.some((check) => check.subject === 'output' && check.exit !== undefined);
  if (report.runs.length === 0 && report.problem === undefined) return undefined;
  if (saysItself && report.problem === undefined) return undefined;
  const label = report.failedAsWanted ? say.commandFailedAsWanted : say.commandEndedWell;
  if (report.problem === undefined) return { label, result: { status: 'pass', expected: label, actual: label } };
  return { label, result: { status: 'fail', expected: say.endedWell, actual: report.problem } };
}
