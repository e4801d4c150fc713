import { execa } from 'execa';
import type { DockerContext } from './context.ts';
import type { DockerAnswer } from './docker-facts.ts';

export type DockerRun = {
  /** how long it may take, in milliseconds */
  readonly limitMs?: number;
  /** ends it; what was begun is finished by the next start */
  readonly signal?: AbortSignal;
  /** added to the environment */
  readonly env?: NodeJS.ProcessEnv;
};

/** A daemon that is busy takes its time; one that hangs takes for ever. */
const usualLimitMs = 15_000;

/** Runs one docker command to its end; no shell. Throws only the signal's reason. */
export async function runDocker(
  { env }: Pick<DockerContext, 'env'>,
  args: readonly string[],
  run: DockerRun = {},
): Promise<DockerAnswer> {
  const result = await execa('docker', [...args], {
    env: { ...env, ...run.env },
    extendEnv: false,
    stdin: 'ignore',
    reject: false,
    timeout: run.limitMs ?? usualLimitMs,
    killSignal: 'SIGTERM',
    forceKillAfterDelay: 1000,
    ...(run.signal && { cancelSignal: run.signal }),
  });
  run.signal?.throwIfAborted();
  if (result.timedOut) return { kind: 'no-answer' };
  if (result.exitCode === undefined) return { kind: 'not-found' };
  return { kind: 'ended', exit: result.exitCode, stdout: result.stdout, stderr: result.stderr };
}

/** True if it ended with 0. */
export const went = (answer: DockerAnswer): answer is Extract<DockerAnswer, { kind: 'ended' }> =>
  answer.kind === 'ended' && answer.exit === 0;

/** What it printed about its failure, or nothing. */
export const complaint = (answer: DockerAnswer): string => (answer.kind === 'ended' ? answer.stderr : '');
