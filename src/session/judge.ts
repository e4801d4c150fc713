import { blockedByUnreachable } from '../check/evaluate.ts';
import type { Facts } from '../check/facts.ts';
import { describeAssertion, matchMistake, pollCheck } from '../check/index.ts';
import type { CheckResult } from '../check/result.ts';
import { Unreachable } from '../check/unreachable.ts';
import { withWholeTopic } from '../check/whole-topic.ts';
import type { StepRef } from '../course/types.ts';
import type { Step } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import type { SessionEvent } from './events.ts';
import { mistakeEvent, withoutAnswer } from './no-answer.ts';
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
  /** what the commands needed and is not there any more, as told to the learner; left out: they ran without help */
  readonly gone?: () => Promise<string | undefined>;
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
      const told = step.kind === 'exercise' ? withoutAnswer(result) : withWholeTopic(result, step.checks);
      emit({ ...check, state: told });
      return told;
    }),
  );
  const checks = await notWithoutService(given, ending ? [ending.result, ...results] : results, offset);
  const status = verdictOf(checks);
  if (step.board) {
    for (const { panel, state, mistake } of await lookAtPanels(step, results, facts)) {
      emit({ type: 'panel', ref, panel, state });
      emit(mistakeEvent(ref, step, mistake, panel));
    }
  } else if (status !== 'passed') {
    // Also when there is none: a mistake of an earlier look must not stay beside these checks.
    const mistake = status === 'failed' ? await matchMistake(step.mistakes, facts) : undefined;
    emit(mistakeEvent(ref, step, mistake));
  }
  return { status, checks };
}

/** What a command printed says nothing about the answer where the service it talked to had gone. */
async function notWithoutService(
  { step, ref, emit, gone }: Case,
  results: readonly CheckResult[],
  offset: number,
): Promise<readonly CheckResult[]> {
  const depends = (index: number): boolean => {
    const subject = step.checks[index - offset]?.subject ?? 'output';
    return results[index]?.status === 'fail' && (subject === 'output' || subject === 'background');
  };
  const service = results.some((_, index) => depends(index)) ? await gone?.() : undefined;
  if (service === undefined) return results;
  const blocked = blockedByUnreachable(new Unreachable(service));
  return results.map((result, index) => {
    if (!depends(index)) return result;
    const assertion = step.checks[index - offset];
    const label = assertion ? describeAssertion(assertion) : messages().session.commandEndedWell;
    emit({ type: 'check', ref, index, label, state: blocked });
    return blocked;
  });
}

function verdictOf(checks: readonly CheckResult[]): Verdict['status'] {
  if (checks.some(({ status }) => status === 'blocked')) return 'blocked';
  return checks.every(({ status }) => status === 'pass') ? 'passed' : 'failed';
}

/** The check that no author has to write: the commands ended as they should. */
function judgeEnding(step: Step, report: BlocksReport): { label: string; result: CheckResult } | undefined {
  const say = messages().session;
  const saysItself = step.checks.some((check) => check.subject === 'output' && check.exit !== undefined);
  if (report.runs.length === 0 && report.problem === undefined) return undefined;
  if (saysItself && report.problem === undefined) return undefined;
  // Ctrl+C is a common way to leave a tool one types into. It did not end well by that, nor badly: the other checks decide.
  if (report.problem === undefined && report.runs.some(({ stopped }) => stopped)) return undefined;
  const label = report.failedAsWanted ? say.commandFailedAsWanted : say.commandEndedWell;
  if (report.problem === undefined) return { label, result: { status: 'pass', expected: label, actual: label } };
  return { label, result: { status: 'fail', expected: say.endedWell, actual: report.problem } };
}
