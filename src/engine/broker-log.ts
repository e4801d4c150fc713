import { open } from 'node:fs/promises';

/** The end of a log file; '' if there is none. */
export async function tailOf(path: string, bytes = 64_000): Promise<string> {
  const file = await open(path, 'r').catch(() => undefined);
  if (file === undefined) return '';
  try {
    const { size } = await file.stat();
    const start = Math.max(0, size - bytes);
    const buffer = Buffer.alloc(size - start);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, start);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

/**
 * The line of a server's log that says why it ended: the innermost cause of the last exception, without its class name, or what the
 * JVM itself said when it could not start.
 */
export function causeLine(log: string): string | undefined {
  const lines = log.split(/\r?\n/).map((line) => line.trim());
  const last = (pattern: RegExp): string | undefined =>
    lines.map((line) => pattern.exec(line)?.[1]).findLast((found) => found !== undefined);
  return (
    last(/((?:No space left on device|Disk quota exceeded|not enough space on the disk).*)/i) ??
    last(/(\S*Socket server failed to bind to .*)/)?.replace(/^\S+: /, '') ??
    last(/^Caused by: (?:[\w.$]+(?:Exception|Error): )?(.+)/) ??
    last(/^(?:Exception in thread "[^"]*" )?[\w.$]+(?:Exception|Error): (.+)/) ??
    last(/^(?:Error: |Error occurred during initialization of VM:? ?)(.+)/) ??
    last(/^\[[^\]]+\] (?:ERROR|FATAL) (.+?)(?: \([\w.$]+\))?$/) ??
    mariadbCause(lines) ??
    lines.findLast((line) => line !== '')
  );
}

/** MariaDB's first error is the cause, the others are what follows from it. */
const mariadbCause = (lines: readonly string[]): string | undefined =>
  lines.map((line) => / \[ERROR\] (?:\S*mariadbd\S*: )?(.+)/.exec(line)?.[1]).find((found) => found !== undefined);

/** True if the log says that a port was taken while the broker started. */
export const saysPortTaken = (log: string): boolean =>
  /failed to bind to|Address already in use|BindException|Bind on TCP\/IP port/i.test(log);
