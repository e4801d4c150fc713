import type { StepRef } from '../course/types.ts';
import { museumOf } from '../lesson/museum-of.ts';
import type { Lesson, Step } from '../lesson/types.ts';
import type { SessionEvent, StepPhase } from './events.ts';
import { judge } from './judge.ts';
import { factsFor, goneFor, type Stage } from './perform-step.ts';
import type { RemarkOn } from './remark-on-lines.ts';
import type { RunReport } from './runner.ts';
import { openWorkspace } from './workspace.ts';

type Typed = {
  readonly ref: StepRef;
  readonly lesson: Lesson;
  readonly step: Step;
  readonly line: string;
  /** how the step stands */
  readonly phase: StepPhase;
  /** what is probably meant otherwise in a line, to be told beside its run */
  readonly remarks: RemarkOn;
  readonly signal: AbortSignal;
  readonly emit: (event: SessionEvent) => void;
};

/** The one tool that is of no use without typing. */
const typesInto = /(^|[\s/\\])kafka-console-producer(\.sh|\.bat)?(\s|$)/;

/**
 * Runs the learner's own line beside the step. Who types a step's command instead of pressing Enter has done the step,
 * so a step with commands is judged afterwards; an exercise is being watched anyway. A line that looks around before the step
 * was performed is no attempt at it: nothing is told of what is not there yet. No status: it says nothing about the step.
 */
export async function runTyped(
  stage: Stage,
  typed: Typed,
): Promise<{ readonly report: RunReport; readonly status?: StepPhase }> {
  const { ref, lesson, step, line, signal, emit } = typed;
  const workspace = openWorkspace(stage.deps.workspace, lesson.id);
  await workspace.prepare([]);
  const typing = typesInto.test(line) && !line.includes('|');
  // Told beside the output, not above it: what a tool prints in such a case is long. The tool does not wait for it.
  const remarked = typed.remarks(line, { isMuseum: museumOf(step) !== undefined }).then((remarks) => {
    for (const text of remarks) emit({ type: 'notice', level: 'info', text });
  });
  const report = await stage.runner.foreground(
    {
      ref,
      line,
      typed: true,
      stdin: { kind: typing ? 'open' : 'none' },
      workspace: workspace.folder,
      at: museumOf(step),
      signal,
    },
    typing ? 'interactive' : 'foreground',
  );
  await remarked;
  // What could not even be started is easily overlooked where checks fill the pane.
  if (report.problem !== undefined) emit({ type: 'notice', level: 'warning', text: report.problem });
  const isDone = typed.phase === 'passed' || typed.phase === 'skipped';
  if (isDone || step.kind !== 'run' || report.problem !== undefined || signal.aborted) return { report };
  const wasTried = typed.phase === 'failed';
  const held: SessionEvent[] = [];
  const { status } = await judge({
    ref,
    step,
    facts: factsFor(stage, lesson, [report]),
    deadlineMs: 1000,
    gone: goneFor(stage, lesson, step),
    signal,
    emit: wasTried ? emit : (event) => void held.push(event),
  });
  if (signal.aborted) return { report };
  if (wasTried) return { report, status };
  if (status === 'failed') return typed.phase === 'blocked' ? { report, status: 'open' } : { report };
  for (const event of held) emit(event);
  return { report, status };
}
