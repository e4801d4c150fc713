import { type OwnVerb, readOwn } from '../command/own/read-own.ts';
import { type ExitCode, exitCodes, UserError } from '../errors.ts';
import { openEngine } from './open-engine.ts';
import type { CommonOptions } from './options.ts';
import { printLine, tellLine } from './output.ts';
import { ownTools } from './own-tools.ts';

/**
 * `start`, `stop`, `kill` TARGET, `watch topic|group NAME`, `probe HOST:PORT`, `properties FILE`: what lessons use, in a terminal. Ctrl+C ends a watch.
 * Returns the exit code.
 */
export async function ownCommand(verb: OwnVerb, words: readonly string[], options: CommonOptions): Promise<number> {
  const read = readOwn([verb, ...words]);
  if (!read.ok) throw new UserError(read.problem, exitCodes.usage);
  const { engine } = await openEngine(options);
  const stopping = new AbortController();
  let ended: ExitCode | undefined;
  const stop = (signal: NodeJS.Signals): void => {
    ended = signal === 'SIGTERM' ? exitCodes.terminated : exitCodes.interrupted;
    stopping.abort();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    const task = await ownTools(engine).task(read.call, process.cwd());
    const exit = await task.run({ print: printLine, complain: tellLine, signal: stopping.signal });
    return ended ?? exit;
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}
