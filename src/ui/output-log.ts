import type { OutputLine } from '../command/types.ts';

/** How many lines of a run stay readable; the engine's own log file has all of them. */
export const logLimit = 2_000;

/**
 * The last lines of a run. Snapshots share one growing array and differ in where they end, so adding costs only the new lines
 * while every older snapshot still reads what it read before.
 */
export type OutputLog = {
  readonly shared: readonly OutputLine[];
  readonly start: number;
  readonly end: number;
  /** lines that fell out at the top */
  readonly dropped: number;
};

export const emptyLog: OutputLog = { shared: [], start: 0, end: 0, dropped: 0 };

/** Adds lines; keeps the last `logLimit`. */
export function appendLines(log: OutputLog, lines: readonly OutputLine[]): OutputLog {
  if (lines.length === 0) return log;
  const isNewest = log.end === log.shared.length && log !== emptyLog;
  const mustMove = !isNewest || log.end + lines.length > 4 * logLimit;
  const shared = mustMove ? log.shared.slice(log.start, log.end) : (log.shared as OutputLine[]);
  const start = mustMove ? 0 : log.start;
  const kept = lines.length > logLimit ? lines.slice(-logLimit) : lines;
  for (const line of kept) shared.push(line);
  const end = shared.length;
  const newStart = Math.max(start, end - logLimit);
  const total = lineTotal(log) + lines.length;
  return { shared, start: newStart, end, dropped: total - (end - newStart) };
}

/** Lines that were ever added. */
export const lineTotal = (log: OutputLog): number => log.dropped + log.end - log.start;

/** The lines that are kept, oldest first. */
export const linesOf = (log: OutputLog): readonly OutputLine[] => log.shared.slice(log.start, log.end);
