import type { Facts, RunFacts } from '../check/facts.ts';
import type { StepRef } from '../course/types.ts';
import type { Lesson, Step } from '../lesson/types.ts';
import type { SessionDeps } from './deps.ts';
import type { SessionEvent } from './events.ts';
import { finishBoard } from './finish-board.ts';
import { judge, type Verdict } from './judge.ts';
import { type BlocksReport, blocksOf, type How, performBlocks } from './perform-blocks.ts';
import type { Runner } from './runner.ts';
import { serviceAddress } from './service-address.ts';
import type { Services } from './services.ts';
import { openWorkspace } from './workspace.ts';

/** How long a check waits for the cluster after a command, in milliseconds; a connector's first start takes longer. */
export const settleMs = ({ services }: Pick<Lesson, 'services'>): number =>
  services.includes('connect') ? 20_000 : 5000;

export type Stage = {
  readonly deps: SessionDeps;
  readonly services: Services;
  readonly runner: Runner;
};

/** What the checks of a step look at. */
export function factsFor({ deps, services, runner }: Stage, lesson: Lesson, runs: readonly RunFacts[]): Facts {
  const workspace = openWorkspace(deps.workspace, lesson.id);
  return {
    cluster: (at) => services.cluster(at ? [at] : lesson.services),
    client: deps.probeClient,
    connect: async () => deps.openConnect(await serviceAddress(deps, 'connect')),
    sql: async (database, sql) => deps.query({ address: await serviceAddress(deps, database), database }, sql),
    runs,
    background: runner.backgroundFacts,
    readFile: workspace.read,
    batch: (name) => deps.runBatch({ folder: workspace.folder, name }),
  };
}

export type StepReport = { readonly blocks: BlocksReport; readonly verdict?: Verdict };

type Task = {
  readonly lesson: Lesson;
  readonly step: Step;
  readonly ref: StepRef;
  readonly how: How;
  /** performed again behind the scenes: only background commands are told */
  readonly quiet?: boolean;
  readonly signal?: AbortSignal;
  readonly emit: (event: SessionEvent) => void;
};

/** Performs a step's blocks and judges it. Its services are up. No verdict: the learner stopped it. */
export async function performStep(stage: Stage, task: Task): Promise<StepReport> {
  const { lesson, step, ref, how, emit, signal } = task;
  const workspace = openWorkspace(stage.deps.workspace, lesson.id);
  await workspace.prepare(step.files);
  if (!task.quiet) emit({ type: 'phase', ref, phase: 'running' });
  const blocks = await performBlocks({
    ref,
    blocks: blocksOf(step, how),
    deps: stage.deps,
    runner: stage.runner,
    workspace,
    how,
    quiet: task.quiet === true,
    ...(signal && { signal }),
  });
  if (blocks.stopped) return { blocks };
  if (!task.quiet) emit({ type: 'phase', ref, phase: 'checking' });
  const verdict = await judge({
    ref,
    step,
    facts: factsFor(stage, lesson, blocks.runs),
    report: blocks,
    deadlineMs: settleMs(lesson),
    emit: task.quiet ? () => {} : emit,
    ...(signal && { signal }),
  });
  if (verdict.status === 'passed') await finishBoard(stage, task);
  return { blocks, verdict };
}
