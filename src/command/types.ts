/** A command line on its way to a process: parsed, resolved to something that can be spawned, run. */

/** One command of a pipeline. */
export type ParsedCommand = {
  /** the bare tool name: `kafka-topics`, `echo`, `tar` (no path, no .sh or .bat) */
  readonly tool: string;
  readonly args: readonly string[];
};

export type ParsedLine = {
  /** one command, or several joined by pipes */
  readonly commands: readonly ParsedCommand[];
  /** what was understood although it was written otherwise (`docker exec … kafka-topics.sh`), told to the learner */
  readonly remarks: readonly string[];
};

/**
 * How a running command is asked to end before it is killed.
 * signal: by a signal to all its processes · close-stdin: it reads no input; its stdin is held open as a sign of life, and closing
 * it ends the command · end-input: it reads its input to the end, and ends with it
 */
export type StopProtocol = 'signal' | 'close-stdin' | 'end-input';

/** What will really run. */
export type Spawnable = {
  readonly file: string;
  readonly args: readonly string[];
  /** added to the environment; undefined removes a variable */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stop: StopProtocol;
  /** run when it had to be killed: ends what that left elsewhere (in a container) */
  readonly afterKill?: { readonly file: string; readonly args: readonly string[] };
  /** shown small under the lesson's command, e.g. `docker exec … kafka-topics.sh …`; undefined where it says nothing new */
  readonly shown?: string;
};

/** Work of this program itself that behaves as a command: it prints lines and ends with an exit code. */
export type Task = {
  readonly run: (io: TaskIo) => Promise<number>;
  /** as a Spawnable's */
  readonly shown?: string;
};

export type TaskIo = {
  readonly print: (line: string) => void;
  /** a line on stderr */
  readonly complain: (line: string) => void;
  /** aborted: stop, and reject or return soon */
  readonly signal: AbortSignal;
};

export type OutputLine = { readonly stream: 'stdout' | 'stderr' | 'stdin'; readonly text: string };

export type RunEnd = {
  /** exit code of the pipeline's last command; undefined when it was ended by a signal */
  readonly exit: number | undefined;
  readonly signal?: string;
  readonly timedOut: boolean;
  /** ended because stop() was called */
  readonly stopped: boolean;
  readonly ms: number;
  /** why nothing could be started */
  readonly problem?: string;
};

/** Cleaned output, newly come; at most every 50 ms. */
export type OutputChunk = {
  readonly lines: readonly OutputLine[];
  /** the unfinished last line, '' if none */
  readonly partial: string;
};

/** A running pipeline. */
export interface RunningCommand {
  /** Feeds the first command's stdin a line (a newline is added). */
  send(line: string): void;
  /** End of input (Ctrl+D). */
  endInput(): void;
  /** Asks the whole process group to end, kills it after a grace time; resolves when nothing of it is left. */
  stop(): Promise<void>;
  /** The last lines (a ring of 2,000). */
  output(): readonly OutputLine[];
  readonly ended: Promise<RunEnd>;
}
