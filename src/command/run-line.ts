import { pipeline, type Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { Museum } from '../lesson/types.ts';
import { type ProcessTrees, processTrees } from '../platform/process-tree.ts';
import { type LogFile, noLog, openLog } from './log-file.ts';
import { createOutput, type Output } from './output.ts';
import { type ResolveDeps, type ResolvedLine, resolveLine } from './resolve-line.ts';
import { type Stage, type StageEnd, startStage } from './stage.ts';
import type { OutputChunk, ParsedLine, RunEnd, RunningCommand, Task } from './types.ts';

/** open: fed by send() · none: end of input at once · text: fed, then ended */
export type LineInput =
  | { readonly kind: 'open' }
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string };

export type RunLineOptions = {
  /** the folder the line runs in; the only one `cat` reads from */
  readonly workspace: string;
  /** run by the museum's tools */
  readonly at?: Museum | undefined;
  /** none if left out */
  readonly stdin?: LineInput;
  /** after so many milliseconds the line is ended; never if left out */
  readonly timeoutMs?: number;
  /** new output, at most every 50 ms; the last chunk comes before `ended` */
  readonly onChunk: (chunk: OutputChunk) => void;
  /** where the whole output is appended */
  readonly logFile?: string;
  /** as stop() when it is aborted */
  readonly signal?: AbortSignal;
};

export type StartedLine = {
  readonly running: RunningCommand;
  readonly shown?: string;
  readonly remarks: readonly string[];
};

/** How long a line has to end after it was asked to. */
export const graceMs = 3_000;

/**
 * Understands a line and starts it; no shell is involved.
 * @throws UserError for a line that is not understood, an unknown tool, a program that is not installed
 */
export async function runLine(
  line: string | ParsedLine,
  deps: ResolveDeps,
  options: RunLineOptions,
): Promise<StartedLine> {
  const resolved = await resolveLine(line, { ...deps, folder: options.workspace, at: options.at });
  return startResolved(resolved, options, deps.env);
}

/** Starts work of this program as a command of its own. */
export const runTask = (task: Task, options: RunLineOptions): Promise<StartedLine> =>
  startResolved(
    { commands: [{ kind: 'task', task }], remarks: [], ...(task.shown !== undefined && { shown: task.shown }) },
    options,
  );

async function startResolved(
  resolved: ResolvedLine,
  options: RunLineOptions,
  env: NodeJS.ProcessEnv = process.env,
): Promise<StartedLine> {
  const log = options.logFile === undefined ? noLog : await openLog(options.logFile);
  const running = startLine(resolved, { ...options, log, env, trees: processTrees() });
  return { running, remarks: resolved.remarks, ...(resolved.shown !== undefined && { shown: resolved.shown }) };
}

export type StartLineOptions = RunLineOptions & {
  readonly log: LogFile;
  readonly env: NodeJS.ProcessEnv;
  readonly trees: ProcessTrees;
};

/** Starts what a line was resolved to. Never throws: what cannot be started ends at once, with a problem. */
export function startLine({ commands }: ResolvedLine, options: StartLineOptions): RunningCommand {
  const { workspace, env, trees, log, stdin: input = { kind: 'none' } } = options;
  const startedAt = performance.now();
  const output = createOutput({ onChunk: options.onChunk, onText: log.write });
  const stages = commands.map((command, index) =>
    startStage(command, { workspace, env, trees, withoutInput: index === 0 && input.kind === 'none' }),
  );
  connect(stages);
  const collected = [
    ...stages.slice(-1).map((stage) => collect(stage.stdout, output.source('stdout'), log)),
    ...stages.map((stage) => collect(stage.stderr, output.source('stderr'), log)),
  ];
  const first = stages[0]?.stdin ?? null;
  // An input that is only held open as a sign of life is not ours to end.
  if (input.kind === 'text') first?.end(input.text);
  else if (input.kind === 'none' && commands[0]?.kind !== 'process') first?.end();

  let timedOut = false;
  let stopped = false;
  let over = false;
  const ended = endOf(stages, collected, output).then(async (end): Promise<RunEnd> => {
    over = true;
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', onAbort);
    output.finish();
    await log.close();
    return { ...end, timedOut, stopped, ms: performance.now() - startedAt };
  });

  let ending: Promise<void> | undefined;
  const end = (): Promise<void> => {
    ending ??= endStages(stages, ended);
    return ending;
  };
  const stop = async (): Promise<void> => {
    if (over) return;
    stopped ||= !timedOut;
    await end();
  };
  const timer = options.timeoutMs === undefined ? undefined : setTimeout(onTimeout, options.timeoutMs);
  function onTimeout(): void {
    if (stopped) return;
    timedOut = true;
    void end();
  }
  const onAbort = (): void => void stop();
  if (options.signal?.aborted) onAbort();
  else options.signal?.addEventListener('abort', onAbort);

  return {
    send: (line) => {
      if (over || input.kind !== 'open' || !first?.writable) return;
      output.add({ stream: 'stdin', text: line });
      first.write(`${line}\n`);
    },
    endInput: () => {
      if (input.kind === 'open') first?.end();
    },
    stop,
    output: output.lines,
    ended,
  };
}

/** Joins outputs and inputs. A reader that ends early closes its writer's output, as a pipe of the system would. */
function connect(stages: readonly Stage[]): void {
  for (const [index, stage] of stages.entries()) {
    const reader = stages[index + 1];
    if (reader?.stdin) pipeline(stage.stdout, reader.stdin, () => undefined);
    // The next one reads nothing; its writer may go on.
    else if (reader) stage.stdout.resume();
  }
}

/** Reads a stream to its end; waits while the log is behind, so that a flood stays with its process and not in our memory. */
function collect(stream: Readable, source: ReturnType<Output['source']>, log: LogFile): Promise<void> {
  stream.on('data', (bytes: Buffer) => {
    source.write(bytes);
    if (log.isBehind()) {
      stream.pause();
      void log.drained().then(() => stream.resume());
    }
  });
  return new Promise((resolve) =>
    stream.once('close', () => {
      source.end();
      resolve();
    }),
  );
}

/** The end of the last command, after the last output; what could not be started ends the others. */
async function endOf(stages: readonly Stage[], collected: readonly Promise<void>[], output: Output): Promise<StageEnd> {
  let problem: string | undefined;
  const ends = await Promise.all(
    stages.map(async (stage) => {
      const end = await stage.ended;
      if (end.problem !== undefined && problem === undefined) {
        problem = end.problem;
        for (const other of stages) other.kill();
      }
      return end;
    }),
  );
  if (problem === undefined) {
    await Promise.all(collected);
    return ends.at(-1) ?? { exit: undefined };
  }
  output.add({ stream: 'stderr', text: problem });
  return { exit: undefined, problem };
}

/** Asks all commands to end, kills what is left after the grace time, waits until nothing is. */
async function endStages(stages: readonly Stage[], ended: Promise<unknown>): Promise<void> {
  for (const stage of stages) stage.terminate();
  const patience = new AbortController();
  await Promise.race([ended, delay(graceMs, undefined, { signal: patience.signal }).catch(() => undefined)]);
  patience.abort();
  for (const stage of stages) stage.kill();
  await ended;
  await Promise.all(stages.map((stage) => stage.gone()));
}
