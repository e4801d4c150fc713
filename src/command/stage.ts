import { PassThrough, type Readable, type Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { isUserError, type UserError } from '../errors.ts';
import { messages } from '../messages/index.ts';
import type { ProcessTrees } from '../platform/process-tree.ts';
import { builtins } from './builtins/index.ts';
import type { BuiltinContext } from './builtins/types.ts';
import type { ResolvedCommand } from './resolve-line.ts';
import type { Spawnable, Task } from './types.ts';

/** How one command of a pipeline ended. */
export type StageEnd = {
  readonly exit: number | undefined;
  readonly signal?: string;
  /** it could not be started */
  readonly problem?: string;
};

/** One command of a pipeline, running. */
export type Stage = {
  /** null where nothing can be fed */
  readonly stdin: Writable | null;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** after its last output */
  readonly ended: Promise<StageEnd>;
  /** Asks it to end. */
  readonly terminate: () => void;
  readonly kill: () => void;
  /** Resolves when nothing of it is left. */
  readonly gone: () => Promise<void>;
};

export type StageOptions = {
  readonly workspace: string;
  readonly env: NodeJS.ProcessEnv;
  readonly trees: ProcessTrees;
  /** nothing will ever be fed to it */
  readonly withoutInput: boolean;
};

/** Starts one command; one that cannot be started has ended, with a problem. */
export function startStage(command: ResolvedCommand, options: StageOptions): Stage {
  if (command.kind === 'builtin') return startBuiltin(command, options);
  if (command.kind === 'task') return startTask(command.task);
  const cannotStart = (error: unknown): string => {
    const reason = error instanceof Error ? error.message : String(error);
    return messages().command.cannotStart({ file: command.spawnable.file, reason });
  };
  try {
    return startProcess(command, options, cannotStart);
  } catch (error) {
    return failedStage(cannotStart(error));
  }
}

function startProcess(
  { spawnable }: ResolvedCommand & { kind: 'process' },
  options: StageOptions,
  cannotStart: (error: unknown) => string,
): Stage {
  // Where the end of input means "stop", nothing is fed, and it must not come before.
  const isSignOfLife = spawnable.stop === 'close-stdin';
  const { child, ...tree } = options.trees.launch({
    file: spawnable.file,
    args: spawnable.args,
    env: { ...options.env, ...spawnable.env },
    cwd: options.workspace,
    stdin: options.withoutInput && !isSignOfLife ? 'ignore' : 'pipe',
  });
  const { stdin, stdout, stderr } = child;
  // Out of file descriptors: node makes no pipes then.
  if (!stdout || !stderr) throw new Error('EMFILE');
  // It ended before it took all its input: no error of ours.
  stdin?.on('error', () => undefined);
  const ended = new Promise<StageEnd>((resolve) => {
    let problem: string | undefined;
    child.once('error', (error) => {
      problem = cannotStart(error);
      if (child.pid === undefined) resolve({ exit: undefined, problem });
    });
    child.once('close', (code, signal) =>
      resolve({
        exit: code ?? undefined,
        ...(signal !== null && { signal }),
        ...(problem !== undefined && { problem }),
      }),
    );
  });
  let left: Promise<void> | undefined;
  return {
    stdin: isSignOfLife ? null : stdin,
    stdout,
    stderr,
    ended,
    terminate: spawnable.stop === 'signal' || !stdin ? tree.terminate : () => stdin.end(),
    kill: () => {
      if (child.exitCode === null && child.signalCode === null) left ??= endLeftover(spawnable, options);
      tree.kill();
    },
    gone: async () => void (await Promise.all([tree.gone(), left])),
  };
}

/** Ends what a killed command leaves elsewhere; without success there is nobody to tell. */
async function endLeftover({ afterKill }: Spawnable, { env, workspace, trees }: StageOptions): Promise<void> {
  if (afterKill === undefined) return;
  const { child } = trees.launch({ ...afterKill, env, cwd: workspace, stdin: 'ignore' });
  child.stdout?.resume();
  child.stderr?.resume();
  await new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('close', () => resolve());
  });
}

const startBuiltin = ({ name, args }: ResolvedCommand & { kind: 'builtin' }, { workspace }: StageOptions): Stage =>
  startInside((io) => builtins[name]({ ...io, args, workspace }), {
    // As a process would end: stopped, or nobody reads its output any more.
    failed: (aborted) => ({ exit: undefined, signal: aborted ? 'SIGTERM' : 'SIGPIPE' }),
  });

const startTask = (task: Task): Stage =>
  startInside(
    ({ stdout, complain, signal }) => task.run({ print: (line) => void stdout.write(`${line}\n`), complain, signal }),
    {
      failed: (aborted, error) =>
        aborted
          ? { exit: undefined, signal: 'SIGTERM' }
          : { exit: undefined, problem: isUserError(error) ? explained(error) : String(error) },
    },
  );

const explained = ({ explanation: { what, why, next } }: UserError): string =>
  [what, why, next].filter((part) => part !== undefined).join(' ');

type InsideIo = Omit<BuiltinContext, 'args' | 'workspace'>;

/** What runs in this process, with streams as a process has them. */
function startInside(
  work: (io: InsideIo) => Promise<number>,
  { failed }: { readonly failed: (aborted: boolean, error: unknown) => StageEnd },
): Stage {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const abort = new AbortController();
  for (const stream of [stdin, stdout, stderr]) stream.on('error', () => undefined);
  const complain = (line: string): void => {
    stderr.write(`${line}\n`);
  };
  const run = async (): Promise<StageEnd> => {
    const end = await work({ stdin, stdout, complain, signal: abort.signal }).then(
      (exit): StageEnd => ({ exit }),
      (error: unknown) => failed(abort.signal.aborted, error),
    );
    stdin.destroy();
    stdout.end();
    stderr.end();
    await Promise.allSettled([finished(stdout), finished(stderr)]);
    return end;
  };
  const stop = (): void => abort.abort();
  return { stdin, stdout, stderr, ended: run(), terminate: stop, kill: stop, gone: async () => undefined };
}

function failedStage(problem: string): Stage {
  const nothing = (): Readable => new PassThrough().end();
  const ended = Promise.resolve({ exit: undefined, problem });
  const ignore = (): void => undefined;
  const gone = async (): Promise<void> => undefined;
  return { stdin: null, stdout: nothing(), stderr: nothing(), ended, terminate: ignore, kill: ignore, gone };
}
