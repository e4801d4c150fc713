import { errorForPeople } from '../disk-problem.ts';
import { type Explanation, exitCodes } from '../errors.ts';
import { messages } from '../messages/index.ts';

/** Results go to stdout, messages to stderr. */
export const printLine = (text = ''): void => void process.stdout.write(`${text}\n`);
export const tellLine = (text = ''): void => void process.stderr.write(`${text}\n`);
export const printJson = (value: unknown): void => printLine(JSON.stringify(value, null, 2));

/** What, why and next, each on a line of its own. */
export function explain({ what, why, next }: Explanation): string {
  const say = messages().cli;
  return [what, why, next === undefined ? undefined : say.next({ next })]
    .filter((part) => part !== undefined)
    .join('\n');
}

/** Tells an error and returns its exit code; what is not meant for people is our bug and is shown with its stack. */
export function reportError(error: unknown): number {
  const told = errorForPeople(error);
  if (told) {
    tellLine(explain(told.explanation));
    return told.exitCode;
  }
  tellLine(messages().cli.bug);
  tellLine(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return exitCodes.failed;
}

/** `1.1 s`, `340 ms`, `2 min 5 s` */
export function duration(ms: number): string {
  const say = messages().time;
  // Rounded first, so that nothing is told as 60 s.
  if (Math.round(ms) < 1000) return say.milliseconds({ count: Math.round(ms) });
  if (Math.round(ms / 100) < 600) return say.seconds({ seconds: (ms / 1000).toFixed(1) });
  const seconds = Math.round(ms / 1000);
  return say.minutes({ minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}
