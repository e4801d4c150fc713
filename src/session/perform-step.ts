import type { Facts, RunFacts } from '../check/facts.ts';
import type { StepRef } from '../course/types.ts';
import type { Assertion, AssertionSubject, Lesson, ServiceName, Step } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import type { SessionDeps } from './deps.ts';
import type { SessionEvent } from './events.ts';
import { finishBoard } from './finish-board.ts';
import { judge, type Verdict } from './judge.ts';
import { type BlocksReport, blocksOf, type How, performBlocks } from './perform-blocks.ts';
import type { Runner } from './runner.ts';
import { serviceAddress } from './service-address.ts';
import { type Services, servicesAfter } from './services.ts';
import { openWorkspace } from './workspace.ts';

/** What comes round some time after the command that caused it has ended: a process that starts, a group that shares out anew. */
const slowChecks: ReadonlySet<AssertionSubject> = new Set(['background', 'client', 'cluster', 'group']);

/** With these any check may wait: for the copies of a partition, for what a connector carries. */
const slowServices: ReadonlySet<ServiceName> = new Set(['cluster', 'connect']);

/** How long these checks wait after a command, in milliseconds: a container's broker takes 10 s where much else runs. */
export const settleMs = ({ services }: Pick<Lesson, 'services'>, checks: readonly Assertion[]): number =>
  services.some((service) => slowServices.has(service)) || checks.some(({ subject }) => slowChecks.has(subject))
    ? 20_000
    : 5000;

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

/** What the step's commands needed and is not there any more, as it is told. */
export const goneFor =
  ({ services }: Stage, lesson: Lesson, step: Step) =>
  async (): Promise<string | undefined> => {
    const service = await services.gone(servicesAfter(lesson, step));
    return service && messages().session.serviceItself({ service });
  };

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

/** Gives the step its files and performs its blocks. Its services are up. */
export async function performOnly(
  stage: Stage,
  { lesson, step, ref, how, emit, signal, quiet }: Task,
): Promise<BlocksReport> {
  const workspace = openWorkspace(stage.deps.workspace, lesson.id);
  await workspace.prepare(step.files);
  if (!quiet) emit({ type: 'phase', ref, phase: 'running' });
  return performBlocks({
    ref,
    blocks: blocksOf(step, how),
    deps: stage.deps,
    runner: stage.runner,
    workspace,
    how,
    quiet: quiet === true,
    ...(signal && { signal }),
  });
}

/** Performs a step's blocks and judges it. Its services are up. No verdict: the learner stopped it. */
export async function performStep(stage: Stage, task: Task): Promise<StepReport> {
  const { lesson, step, ref, emit, signal } = task;
  const blocks = await performOnly(stage, task);
  if (blocks.stopped) return { blocks };
  if (!task.quiet) emit({ type: 'phase', ref, phase: 'checking' });
  const verdict = await judge({
    ref,
    step,
    facts: factsFor(stage, lesson, blocks.runs),
    report: blocks,
    deadlineMs: settleMs(lesson, step.checks),
    gone: goneFor(stage, lesson, step),
    emit: task.quiet ? () => {} : emit,
    ...(signal && { signal }),
  });
  if (verdict.status === 'passed') await finishBoard(stage, task);
  return { blocks, verdict };
}
