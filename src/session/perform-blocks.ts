import type { LineInput } from '../command/run-line.ts';
import type { Task } from '../command/types.ts';
import type { StepRef } from '../course/types.ts';
import { onOneLine, splitStatements } from '../database/split-statements.ts';
import type { HttpBlock, RunBlock, ShellBlock, SolutionBlock, SqlBlock, Step } from '../lesson/types.ts';
import type { SessionDeps } from './deps.ts';
import { type Runner, type RunReport, unexpectedEnd } from './runner.ts';
import type { Workspace } from './workspace.ts';

/** learner: interactive blocks wait for typing · solve: they are fed their stdin block, and every command has its time limit. */
export type How = 'learner' | 'solve';

export type BlocksReport = {
  /** foreground commands, in order */
  readonly runs: readonly RunReport[];
  /** the learner stopped it: not to be judged */
  readonly stopped: boolean;
  /** why the rest was not run */
  readonly problem?: string;
  /** commands the block wants to fail did fail */
  readonly failedAsWanted: boolean;
};

type Performance = {
  readonly ref: StepRef;
  readonly blocks: readonly SolutionBlock[];
  readonly deps: Pick<SessionDeps, 'http' | 'openDatabase'>;
  readonly runner: Runner;
  readonly workspace: Workspace;
  readonly how: How;
  readonly quiet?: boolean;
  readonly signal?: AbortSignal;
};

/** What performing a step means: its run blocks, then its solution where the learner's own part is to be done as well. */
export const blocksOf = (step: Step, how: How): readonly SolutionBlock[] =>
  how === 'learner' ? step.runs : [...step.runs, ...step.solution];

/** Runs blocks in order; stops at the first command that does not end as its block says. */
export async function performBlocks(performance: Performance): Promise<BlocksReport> {
  const runs: RunReport[] = [];
  let failedAsWanted = false;
  for (const block of performance.blocks) {
    if (block.kind === 'file') {
      await performance.workspace.finish(block);
      continue;
    }
    const outcome = await performBlock(performance, block, runs);
    if (outcome.stopped || outcome.problem !== undefined) return { runs, failedAsWanted, ...outcome };
    failedAsWanted ||= block.expectFail;
  }
  return { runs, stopped: false, failedAsWanted };
}

type Outcome = { readonly stopped: boolean; readonly problem?: string };
const went: Outcome = { stopped: false };

async function performBlock(performance: Performance, block: RunBlock, runs: RunReport[]): Promise<Outcome> {
  switch (block.kind) {
    case 'sh':
      return performShell(performance, block, runs);
    case 'http':
      return performHttp(performance, block, runs);
    case 'sql':
      return performSql(performance, block, runs);
  }
}

async function performShell(performance: Performance, block: ShellBlock, runs: RunReport[]): Promise<Outcome> {
  const { ref, runner, workspace, how, signal } = performance;
  if (block.stop !== undefined) await runner.stopBackground(block.stop);
  for (const command of block.commands) {
    if (signal?.aborted) return { stopped: true };
    const typing = block.interactive && how === 'learner';
    const line = {
      ref,
      line: command,
      typed: false,
      stdin: stdinOf(block, typing),
      workspace: workspace.folder,
      at: block.at,
      quiet: performance.quiet === true,
      // Nobody hurries a learner who types, and a background command has no end.
      ...(!typing && !block.background && { timeoutMs: block.timeoutMs }),
      ...(signal && !block.background && { signal }),
    };
    if (block.background && block.id !== undefined) {
      const failed = await runner.background(line, block.id);
      if (failed?.problem !== undefined) return { stopped: false, problem: failed.problem };
      continue;
    }
    const report = await runner.foreground(line, typing ? 'interactive' : 'foreground');
    runs.push(report);
    // Ctrl+C is a common way to leave an interactive tool; what was typed still counts.
    if (signal?.aborted || (report.stopped && !typing)) return { stopped: true };
    const problem = report.stopped ? undefined : unexpectedEnd(report, block.expectFail);
    if (problem !== undefined) return { stopped: false, problem };
  }
  return went;
}

async function performHttp(performance: Performance, block: HttpBlock, runs: RunReport[]): Promise<Outcome> {
  const task = await performance.deps.http(block);
  return performTask(performance, { block, line: `${block.method} ${block.url}`, task }, runs);
}

/** One statement after the other, on one connection: they may belong to one transaction. */
async function performSql(performance: Performance, block: SqlBlock, runs: RunReport[]): Promise<Outcome> {
  const database = performance.deps.openDatabase(block.at);
  try {
    for (const sql of splitStatements(block.sql)) {
      const outcome = await performTask(performance, { block, line: onOneLine(sql), task: database.task(sql) }, runs);
      if (outcome !== went) return outcome;
    }
    return went;
  } finally {
    database.close();
  }
}

type BlockTask = { readonly block: HttpBlock | SqlBlock; readonly line: string; readonly task: Task };

async function performTask(
  performance: Performance,
  { block, line, task }: BlockTask,
  runs: RunReport[],
): Promise<Outcome> {
  const { ref, runner, workspace, signal, quiet = false } = performance;
  if (signal?.aborted) return { stopped: true };
  const report = await runner.foreground(
    {
      ref,
      line,
      task,
      typed: false,
      stdin: { kind: 'none' },
      workspace: workspace.folder,
      quiet,
      timeoutMs: block.timeoutMs,
      ...(signal && { signal }),
    },
    'foreground',
  );
  runs.push(report);
  if (signal?.aborted || report.stopped) return { stopped: true };
  const problem = unexpectedEnd(report, block.expectFail);
  return problem === undefined ? went : { stopped: false, problem };
}

function stdinOf(block: ShellBlock, typing: boolean): LineInput {
  if (typing) return { kind: 'open' };
  return block.stdin === undefined ? { kind: 'none' } : { kind: 'text', text: block.stdin };
}
