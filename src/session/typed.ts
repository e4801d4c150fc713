import type { StepRef } from '../course/types.ts';
import type { Lesson, Museum, Step } from '../lesson/types.ts';
import type { SessionEvent } from './events.ts';
import { judge, type Verdict } from './judge.ts';
import { factsFor, type Stage } from './perform-step.ts';
import type { RunReport } from './runner.ts';
import { openWorkspace } from './workspace.ts';

type Typed = {
  readonly ref: StepRef;
  readonly lesson: Lesson;
  readonly step: Step;
  readonly line: string;
  /** the step needs no verdict any more */
  readonly passed: boolean;
  readonly signal: AbortSignal;
  readonly emit: (event: SessionEvent) => void;
};

/** In a step of the museum its tools are meant. */
const placeOf = ({ runs }: Step): Museum | undefined =>
  runs.map((block) => (block.kind === 'sh' ? block.at : undefined)).find((at) => at !== undefined);

/** The one tool that is of no use without typing. */
const typesInto = /(^|[\s/\\])kafka-console-producer(\.sh|\.bat)?(\s|$)/;

/**
 * Runs the learner's own line beside the step. Who types a step's command instead of pressing Enter has done the step,
 * so a step with commands is judged afterwards; an exercise is being watched anyway.
 */
export async function runTyped(
  stage: Stage,
  typed: Typed,
): Promise<{ readonly report: RunReport; readonly status?: Verdict['status'] }> {
  const { ref, lesson, step, line, signal, emit } = typed;
  const workspace = openWorkspace(stage.deps.workspace, lesson.id);
  await workspace.prepare([]);
  const typing = typesInto.test(line) && !line.includes('|');
  const report = await stage.runner.foreground(
    {
      ref,
      line,
      typed: true,
      stdin: { kind: typing ? 'open' : 'none' },
      workspace: workspace.folder,
      at: placeOf(step),
      signal,
    },
    typing ? 'interactive' : 'foreground',
  );
  // What could not even be started is easily overlooked where checks fill the pane.
  if (report.problem !== undefined) emit({ type: 'notice', level: 'warning', text: report.problem });
  if (typed.passed || step.kind !== 'run' || report.problem !== undefined || signal.aborted) return { report };
  const verdict = await judge({ ref, step, facts: factsFor(stage, lesson, [report]), deadlineMs: 1000, signal, emit });
  return signal.aborted ? { report } : { report, status: verdict.status };
}
