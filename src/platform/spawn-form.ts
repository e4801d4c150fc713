import { EnvironmentError } from '../errors.ts';
import { messages } from '../messages/index.ts';
import { commandInterpreter } from './system-program.ts';

/** How Node is told to start a program. */
export type SpawnForm = {
  readonly file: string;
  readonly args: readonly string[];
  /** the arguments are quoted already */
  readonly windowsVerbatimArguments: boolean;
};

/** cmd.exe reads no more of a line (learn.microsoft.com: «Command prompt line string limitation»). */
export const longestCommandLine = 8191;

/**
 * A program and its arguments as Node can start them. Node refuses batch files (`mvn.cmd`, `code.cmd`) without a shell since
 * CVE-2024-27980: on Windows these are given to cmd.exe, with each word quoted so that it arrives as it is.
 * @throws EnvironmentError for a line of cmd.exe that would be cut off, and for a word that cannot be on one
 */
export function spawnForm(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): SpawnForm {
  if (platform !== 'win32' || !/\.(?:bat|cmd)$/i.test(file)) return { file, args, windowsVerbatimArguments: false };
  const line = [file, ...args].map(quotedForCmd).join(' ');
  const say = messages().platform;
  if (/[\r\n\0]/.test(line)) throw new EnvironmentError({ what: say.lineBreak({ file }), why: say.lineBreakWhy });
  if (line.length > longestCommandLine - longestFront) {
    throw new EnvironmentError({
      what: say.lineTooLong({ file, characters: line.length }),
      why: say.lineTooLongWhy({ longest: longestCommandLine }),
      next: say.lineTooLongNext,
    });
  }
  // No AutoRun of the registry (/d), no !variables! (/v:off); with /s only the outermost quotes go.
  const all = ['/d', '/e:on', '/v:off', '/s', '/c', `"${line}"`];
  return { file: commandInterpreter(env), args: all, windowsVerbatimArguments: true };
}

/** What comes before the line itself: the interpreter's path and its options. */
const longestFront = 300;

/**
 * A word that cmd.exe, the batch file's `%*` and the program behind it (by the rules of Microsoft's C runtime) read as it is. As the
 * Rust standard library does it: in quotes where it has more than plain characters; quotes in it are doubled, with the backslashes before
 * them; `%%cd:~,%` is an empty text, and its percent signs keep cmd.exe from taking the next one for the beginning of a variable.
 */
function quotedForCmd(word: string): string {
  if (/^[\w#$*+./:?@\\-]*[\w#$*+./:?@-]$/.test(word)) return word;
  const quotes = (_: string, slashes: string, quote: string): string => `${slashes}${slashes}${quote}${quote}`;
  return `"${word.replaceAll(/(\\*)("|$)/g, quotes).replaceAll('%', '%%cd:~,%')}"`;
}
