import type { OutputLine, RunEnd } from '../../command/types.ts';
import { layoutText, textWidth } from '../../markdown/index.ts';
import type { StyledLine, Tone } from '../../markdown/types.ts';
import { messages } from '../../messages/index.ts';
import type { OutputLog } from '../output-log.ts';
import type { Section } from '../scroll.ts';
import { bold, span, spread } from '../spans.ts';
import { duration } from '../time.ts';
import type { RunView } from '../view-state.ts';

/** A foreground run: the line, what really ran, its output, and how it ended. */
export function runSections(run: RunView, now: number): readonly Section[] {
  const [head, log, end] = runSectionIds(run);
  return [
    rowsSection(head, (width) => headRows(run, now, width)),
    logSection(log, run.log),
    rowsSection(end, (width) => endRows(run, width)),
  ];
}

/** So many lines are more than a pane shows beside what is said of them. */
const manyLines = 12;

/** Ids of its sections, from the first to the last. */
export const runSectionIds = ({ info }: RunView) =>
  [`run-${info.run}-head`, `run-${info.run}-log`, `run-${info.run}-end`] as const;

/** The output of a run alone. */
export const outputSections = (run: RunView): readonly Section[] => [
  logSection(`run-${run.info.run}-log`, run.log),
  rowsSection(`run-${run.info.run}-end`, (width) => endRows(run, width)),
];

/** A section of one block. */
export const rowsSection = (id: string, rows: (width: number) => readonly StyledLine[]): Section => ({
  id,
  first: 0,
  length: 1,
  rows: (_, width) => rows(width),
});

export const elapsed = (run: RunView, now: number): string => duration(run.end ? run.end.ms : now - run.startedAt);

function headRows({ info, ...run }: RunView, now: number, width: number): readonly StyledLine[] {
  const say = messages().ui.runs;
  const time = elapsed({ info, ...run }, now);
  const room = width - textWidth(time) - 2;
  const [first = [], ...more] = layoutText(`$ ${info.line}`, { width: room });
  const line = [
    spread([bold(plain(first))], [span(time, 'dim')], width),
    ...more.map((rest) => [bold(`  ${plain(rest)}`)]),
  ];
  const shown = info.shown === undefined ? [] : indented(info.shown, width, 'dim');
  const remarks = info.remarks.flatMap((remark) => indented(`${say.note}: ${remark}`, width, 'dim'));
  return [...line, ...shown, ...remarks];
}

const plain = (line: StyledLine): string => line.map(({ text }) => text).join('');

const indented = (text: string, width: number, tone: Tone): StyledLine[] =>
  layoutText(text, { width: width - 2, tone }).map((line) => [span('  '), ...line]);

function logSection(id: string, log: OutputLog): Section {
  return {
    id,
    first: log.dropped,
    length: log.end - log.start,
    rows: (index, width) => {
      const line = log.shared[log.start + index];
      return line ? lineRows(line, width) : [];
    },
  };
}

const cache = new WeakMap<OutputLine, { readonly width: number; readonly rows: readonly StyledLine[] }>();
const short = /^[\x20-\x7e]*$/;

/** A line of output, laid out once for a width. */
function lineRows(line: OutputLine, width: number): readonly StyledLine[] {
  const known = cache.get(line);
  if (known?.width === width) return known.rows;
  const rows = layoutLine(line, width);
  cache.set(line, { width, rows });
  return rows;
}

function layoutLine({ stream, text }: OutputLine, width: number): readonly StyledLine[] {
  if (text === '') return [[]];
  const tone = stream === 'stdin' ? 'accent' : undefined;
  const shown = stream === 'stdin' ? `> ${text}` : text;
  // Most lines are short and plain; a flood of them must not go through the wrapping of words.
  if (shown.length <= width && short.test(shown)) return [[span(shown, tone)]];
  return layoutText(shown, { width, ...(tone && { tone }) });
}

function endRows(run: RunView, width: number): readonly StyledLine[] {
  const say = messages().ui.runs;
  const partial = run.partial === '' ? [] : layoutText(run.partial, { width });
  const isSilent = run.log.end === run.log.start && partial.length === 0;
  if (!run.end) return isSilent && run.info.kind !== 'interactive' ? [[span(say.nothingYet, 'dim')]] : partial;
  const unsent = run.unsent === undefined ? [] : [say.unsent({ line: run.unsent })];
  const end = endText(run, run.end);
  if (end !== undefined || unsent.length > 0) {
    const texts = [...unsent, ...(end === undefined ? [] : [end]), ...firstLine(run, run.end)];
    return [...partial, ...texts.flatMap((text) => layoutText(text, { width, tone: 'dim' }))];
  }
  return isSilent && run.info.kind === 'foreground' ? [[span(say.noOutput, 'dim')]] : partial;
}

/** What stands out of sight above a page on how a tool is used, or a stack trace: the reason, in its first line. */
function firstLine({ log }: RunView, { exit = 0 }: RunEnd): readonly string[] {
  if (exit === 0 || log.dropped > 0 || log.end - log.start < manyLines) return [];
  const first = log.shared
    .slice(log.start, log.end)
    .find(({ stream, text }) => stream !== 'stdin' && text.trim() !== '');
  return first ? [messages().ui.runs.begins({ line: first.text.trim() })] : [];
}

/** How a run ended, where that is worth a word. */
export function endText(run: RunView, end: RunEnd): string | undefined {
  const say = messages().ui.runs;
  if (end.problem !== undefined) return hasSaid(run, end.problem) ? undefined : end.problem;
  if (end.timedOut) return say.timedOut({ time: duration(end.ms) });
  if (end.stopped) return say.stopped;
  if (end.exit === undefined) return say.signal({ signal: end.signal ?? '' });
  return end.exit === 0 ? undefined : say.exit({ exit: end.exit });
}

/** One of its lines is this one. */
export const hasSaid = ({ log }: RunView, line: string): boolean =>
  log.shared.slice(log.start, log.end).some(({ text }) => text === line);
