import { describeAssertion } from '../check/index.ts';
import { touchesEnvironment } from '../course/index.ts';
import type { StepRef } from '../course/types.ts';
import type { Lesson, Step } from '../lesson/types.ts';
import type { Headless, Looked } from '../session/headless.ts';
import type { Solved } from '../session/solve.ts';
import { explainBlocked, explainChecks, explainPassedBefore, explainUnsolved } from './explain-proof.ts';
import type { Claim, Proof, ProofStatus } from './proof.ts';

export type ProveSteps = {
  readonly headless: Headless;
  readonly lesson: Lesson;
  /** performed for the first time here, or once more on what that has left */
  readonly time: 'first' | 'again';
  /** the last step to perform; all of them if left out */
  readonly last?: string | undefined;
  readonly tell: (claim: Claim) => void;
  readonly signal: AbortSignal;
};

/** What was proved, and whether all steps could be performed. */
export type Performed = { readonly proofs: readonly Proof[]; readonly complete: boolean };

/**
 * Performs the steps of a lesson one after the other. Proved of each: none of its checks passes before it, all of them pass after its
 * solution, and still do a moment later. Ends at a step that does not pass, because the next ones build on it.
 */
export async function proveSteps({ headless, lesson, time, last, tell, signal }: ProveSteps): Promise<Performed> {
  const proofs: Proof[] = [];
  const end = last === undefined ? lesson.steps.length : lesson.steps.findIndex(({ id }) => id === last) + 1;
  const steps = lesson.steps.slice(0, end).filter(touchesEnvironment);
  for (const step of steps) {
    if (signal.aborted) return { proofs, complete: false };
    const claim: Claim = { kind: time, step: step.id };
    tell(claim);
    const begun = performance.now();
    const ref = { lesson: lesson.id, step: step.id };
    const isFirst = step === steps[0];
    const found = await proveStep(headless, step, ref, { isFirst, signal });
    if (found === undefined) return { proofs, complete: false };
    const { status, problem } = found;
    proofs.push({ lesson: lesson.id, claim, status, ms: Math.round(performance.now() - begun), problem });
    if (found.isEnd) return { proofs, complete: false };
  }
  return { proofs, complete: true };
}

type Found = { readonly status: ProofStatus; readonly problem: readonly string[]; readonly isEnd: boolean };

/** undefined: it was stopped. */
async function proveStep(
  headless: Headless,
  step: Step,
  ref: StepRef,
  { isFirst, signal }: { readonly isFirst: boolean; readonly signal: AbortSignal },
): Promise<Found | undefined> {
  // Else its first step would be looked at where nothing runs yet, and where no check can hold.
  const unusable = isFirst || step.setup ? await headless.begin(ref, { signal }) : undefined;
  if (unusable) return { status: 'blocked', problem: explainBlocked([unusable]), isEnd: true };
  if (signal.aborted) return undefined;
  const early = explainPassedBefore(heldBefore(step, await headless.look(ref, { all: true })));
  const solved = await headless.solve(ref, { signal });
  switch (solved.status) {
    case 'stopped':
      return undefined;
    case 'not-here':
      return { status: 'skipped', problem: [], isEnd: false };
    case 'blocked':
      return { status: 'blocked', problem: explainBlocked(solved.checks), isEnd: true };
    case 'failed':
      return { status: 'failed', problem: [...early, ...explainUnsolved(step, solved)], isEnd: true };
    case 'passed': {
      const problem = [...early, ...lost(await headless.look(ref, { all: true }))];
      return { status: problem.length > 0 ? 'failed' : 'passed', problem, isEnd: false };
    }
    default:
      return solved.status satisfies never;
  }
}

/**
 * What holds before the step and should not. A panel of a board may also look at what a wrong repair would lose, so of its checks one
 * at least has to fail.
 */
function heldBefore(step: Step, looked: Looked): readonly string[] {
  if (!step.board) return passingLabels(looked);
  const mended = step.board.filter((panel) => panel.checks.every((index) => holds(looked.checks[index])));
  return mended.map(({ title }) => title);
}

const passingLabels = ({ assertions, checks }: Looked): readonly string[] =>
  assertions.filter((_, index) => holds(checks[index])).map(describeAssertion);

/** What cannot be looked at on this machine proves nothing. */
const holds = (check: Looked['checks'][number] | undefined): boolean => check?.status === 'pass' && !check.unseen;

/** The checks that held when the step was judged and do not any more. */
function lost({ assertions, checks }: Looked): readonly string[] {
  return explainChecks(assertions, checks as Solved['checks'], 'notLasting');
}
