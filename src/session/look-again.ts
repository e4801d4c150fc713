import type { Facts } from '../check/facts.ts';
import { describeAssertion } from '../check/index.ts';
import type { StepRef } from '../course/types.ts';
import type { Step } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import type { SessionEvent, StepPhase } from './events.ts';
import { judge } from './judge.ts';
import { lookOnce } from './watch.ts';

type Again = {
  readonly ref: StepRef;
  readonly step: Step;
  readonly facts: Facts;
  /** how the step stands */
  readonly phase: StepPhase;
  readonly signal: AbortSignal;
  readonly emit: (event: SessionEvent) => void;
};

/**
 * Looks at a step that was performed before, nothing being run. A failed one is judged again where all its checks can be seen without its
 * output; returns how it stands then. One that is done stays done: what holds no more is told in a notice.
 */
export async function lookAgain({ ref, step, facts, phase, signal, emit }: Again): Promise<StepPhase | undefined> {
  const checks = step.checks.filter(({ subject }) => subject !== 'output' && subject !== 'background');
  if (checks.length === 0) return undefined;
  if (phase === 'failed' && checks.length === step.checks.length) {
    const { status } = await judge({ ref, step, facts, deadlineMs: 0, signal, emit });
    return status;
  }
  if (phase !== 'passed' && phase !== 'skipped') return undefined;
  const look = await lookOnce({ ...step, checks }, facts);
  const lost = checks.flatMap((check, index) =>
    look.checks[index]?.status === 'fail' ? describeAssertion(check) : [],
  );
  if (signal.aborted || look.status !== 'failed') return undefined;
  emit({ type: 'notice', level: 'info', text: messages().session.holdsNoMore({ checks: lost }) });
  return undefined;
}
