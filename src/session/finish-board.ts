import type { StepRef } from '../course/types.ts';
import { reportFile } from '../lesson/board.ts';
import type { Lesson, Step } from '../lesson/types.ts';
import { boardReport } from './board-report.ts';
import type { Stage } from './perform-step.ts';
import { openWorkspace } from './workspace.ts';

/** A step with a board is done: writes its report into the lesson's workspace. Nothing for other steps. */
export async function finishBoard(
  { deps }: Pick<Stage, 'deps'>,
  { lesson, step, ref }: { readonly lesson: Lesson; readonly step: Step; readonly ref: StepRef },
): Promise<void> {
  if (!step.board) return;
  deps.journal.add(ref, { type: 'passed', at: deps.now().toISOString() });
  const text = boardReport({ title: lesson.title, board: step.board, entries: await deps.journal.read(ref) });
  await openWorkspace(deps.workspace, lesson.id).write(reportFile, text);
}
