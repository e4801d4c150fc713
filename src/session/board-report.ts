import type { Panel } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import type { JournalEntry } from './journal.ts';

type Facts = {
  /** the lesson's */
  readonly title: string;
  readonly board: readonly Panel[];
  /** from the setup on, in order */
  readonly entries: readonly JournalEntry[];
};

/** What was broken, what was done about it and how long it took, as markdown. Pure; times are counted from the setup on. */
export function boardReport({ title, board, entries }: Facts): string {
  const say = messages().report;
  const begin = entries[0]?.at ?? '';
  const passed = entries.findIndex(({ type }) => type === 'passed');
  // What came after the step was done, say, another look at it, is no part of it.
  const shift = passed < 0 ? entries : entries.slice(0, passed + 1);
  const seconds = ({ at }: JournalEntry): number =>
    Math.max(0, Math.round((Date.parse(at) - Date.parse(begin)) / 1000));
  const last = shift.at(-1);
  const hints = shift.filter(({ type }) => type === 'hint').length;
  const lines = [
    `# ${say.title({ title })}`,
    '',
    say.time({ begun: `${begin.slice(0, 10)} ${begin.slice(11, 16)}`, seconds: last ? seconds(last) : 0 }),
    say.hints({ count: hints }),
    '',
    `## ${say.broken}`,
    '',
    ...board.flatMap((panel, index) => panelLines(panel, index, mendedAt(panel, shift), seconds)),
    `## ${say.done}`,
    '',
    ...commandLines(shift, seconds),
    '',
    say.unseen,
    '',
    `## ${say.wrong}`,
    '',
    ...wrongLines(board, shift, seconds),
  ];
  return `${lines.join('\n')}\n`;
}

type Seconds = (entry: JournalEntry) => number;

function panelLines(
  { title, symptom, report }: Panel,
  index: number,
  mended: JournalEntry | undefined,
  seconds: Seconds,
): readonly string[] {
  const say = messages().report;
  return [
    `### ${index + 1}. ${oneLine(title)}`,
    '',
    `- ${say.seen}: ${oneLine(symptom)}`,
    `- ${say.cause}: ${oneLine(report)}`,
    `- ${mended ? say.mendedAfter({ seconds: seconds(mended) }) : say.notSeenMended}`,
    '',
  ];
}

/** The first time that it was seen mended and did not break again. */
function mendedAt({ id }: Panel, entries: readonly JournalEntry[]): JournalEntry | undefined {
  const own = entries.filter((entry) => entry.type === 'panel' && entry.panel === id);
  const broken = own.findLastIndex((entry) => entry.type === 'panel' && entry.state === 'broken');
  return own[broken + 1];
}

function commandLines(entries: readonly JournalEntry[], seconds: Seconds): readonly string[] {
  const say = messages().report;
  const lines = entries.flatMap((entry, index) => {
    if (entry.type !== 'command') return [];
    const { run, line, typed } = entry;
    // Numbers of another start of the program say nothing. One that mended the last panel may not have ended by then.
    const next = entries
      .slice(index + 1)
      .find((each) => (each.type === 'command' || each.type === 'ended') && each.run === run);
    const exit = next?.type === 'ended' ? next.exit : 0;
    const after = clock(seconds(entry)).padStart(7);
    const remarks = [
      ...(exit === 0 ? [] : [exit === null ? say.stopped : say.exit({ exit })]),
      ...(typed ? [] : [say.doneForYou]),
    ];
    return [`${after}  ${oneLine(line)}${remarks.length === 0 ? '' : `   [${remarks.join(', ')}]`}`];
  });
  if (lines.length === 0) return [say.noCommands];
  return ['```text', ...lines, '```'];
}

/** Mistakes that were recognised, and what broke again. */
function wrongLines(board: readonly Panel[], entries: readonly JournalEntry[], seconds: Seconds): readonly string[] {
  const say = messages().report;
  const titleOf = (id: string): string => oneLine(board.find((panel) => panel.id === id)?.title ?? id);
  const mended = new Set<string>();
  const said = new Map<string, string>();
  const lines = entries.flatMap((entry) => {
    const line = (panel: string, text: string): string =>
      `- ${clock(seconds(entry))} ${titleOf(panel)}: ${oneLine(text)}`;
    if (entry.type === 'panel') {
      const again = entry.state === 'broken' && mended.has(entry.panel);
      if (entry.state === 'mended') mended.add(entry.panel);
      else mended.delete(entry.panel);
      return again ? [line(entry.panel, say.brokeAgain)] : [];
    }
    // The program was started anew, or looked once more: the same mistake still.
    if (entry.type !== 'mistake' || said.get(entry.panel) === entry.say) return [];
    said.set(entry.panel, entry.say);
    return [line(entry.panel, entry.say)];
  });
  return lines.length === 0 ? [say.nothingWrong] : lines;
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** `0:07`, `12:30`, `1:02:03` */
function clock(seconds: number): string {
  const two = (value: number): string => `${value}`.padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}
