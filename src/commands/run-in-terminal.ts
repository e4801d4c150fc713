import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { EnvironmentError, exitCodes } from '../errors.ts';
import { messages } from '../messages/index.ts';
import { endingSignal } from '../platform/signals.ts';
import { spawnForm } from '../platform/spawn-form.ts';

export type InTerminal = {
  readonly env: NodeJS.ProcessEnv;
  /** the folder it begins in; ours if left out */
  readonly cwd?: string | undefined;
  /** pipe: a stdin that lives as long as we do */
  readonly stdin?: 'inherit' | 'pipe';
};

/**
 * Hands the terminal to a program until it ends; Ctrl+C is meant for that program, not for us. Who ends us ends it: a
 * consumer that stayed would go on to be a member of its group.
 * @returns its exit code
 * @throws EnvironmentError if it cannot be started
 */
export async function runInTerminal(
  file: string,
  args: readonly string[],
  { env, cwd, stdin = 'inherit' }: InTerminal,
): Promise<number> {
  const ignore = (): void => {};
  let endIt: (signal: NodeJS.Signals) => unknown = ignore;
  const passOn = (signal: NodeJS.Signals): void => void endIt(endingSignal(signal));
  process.on('SIGINT', ignore).on('SIGTERM', passOn).on('SIGHUP', passOn);
  try {
    const { file: program, args: given, windowsVerbatimArguments } = spawnForm(file, args, env);
    const options = { stdio: [stdin, 'inherit', 'inherit'] as ['inherit' | 'pipe', 'inherit', 'inherit'], env, cwd };
    const child = spawn(program, [...given], { ...options, windowsVerbatimArguments });
    endIt = (signal) => (child.stdin ? child.stdin.end() : child.kill(signal));
    const [code] = (await once(child, 'exit').catch((error: unknown) => {
      throw cannotStart(file, error);
    })) as [number | null];
    return code ?? exitCodes.interrupted;
  } finally {
    process.off('SIGINT', ignore).off('SIGTERM', passOn).off('SIGHUP', passOn);
  }
}

function cannotStart(file: string, error: unknown): EnvironmentError {
  const reason = error instanceof Error ? error.message : String(error);
  const say = messages().command;
  return new EnvironmentError({ what: say.cannotStart({ file, reason }), next: say.cannotStartNext });
}
