import type { Readable, Writable } from 'node:stream';

/** What a built-in command works with. */
export type BuiltinContext = {
  readonly args: readonly string[];
  readonly stdin: Readable;
  /** ended by the caller */
  readonly stdout: Writable;
  /** tells one line on stderr */
  readonly complain: (line: string) => void;
  /** absolute path of the only folder files may be read from */
  readonly workspace: string;
  readonly signal: AbortSignal;
};

/** Runs to its end and returns the exit code. */
export type Builtin = (context: BuiltinContext) => Promise<number>;
