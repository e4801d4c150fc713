import type { Progress } from '../engine/types.ts';
import { layoutText, lineWidth } from '../markdown/index.ts';
import type { StyledLine, Tone } from '../markdown/types.ts';
import { messages } from '../messages/index.ts';
import { boardStrip } from './content/board.ts';
import { goneRows } from './content/gone.ts';
import { aidRows } from './content/line-aid.ts';
import { bar } from './header.ts';
import { span } from './spans.ts';
import { megabytes, wholeSeconds } from './time.ts';
import { isBusy, lessonServices } from './view.ts';
import type { Notice, ViewState } from './view-state.ts';

const barCells = 20;

/** What has to be said now, between the panes and the footer: a question, a service on its way, notices. */
export function stripRows(state: ViewState): readonly StyledLine[] {
  const width = state.size.columns - 2;
  const question = questionOf(state);
  const now =
    question !== undefined
      ? layoutText(question, { width, tone: 'accent' })
      : [...progressRows(state, width), ...earlierRows(state, width), ...goneRows(state, width)];
  const aid = aidRows(state, width);
  const most = aid.length > 1 ? 1 : mostRows(state);
  const notices = question !== undefined ? [] : newestThatFit(noticesNow(state), width, Math.max(1, most - now.length));
  const rows = [...now.slice(0, Math.max(0, most - notices.length)), ...notices];
  return [...boardStrip(state, width), ...rows, ...aid].map((row) => [span(' '), ...row]);
}

/** A quarter of the window; three rows is what most notices need. */
const mostRows = ({ size }: ViewState): number => Math.max(3, Math.floor(size.rows / 4));

/** Whole notices, the newest in any case: cut at its end, for it begins with what happened. */
function newestThatFit(notices: readonly Notice[], width: number, room: number): readonly StyledLine[] {
  const [newest, ...older] = notices.map((notice) => noticeRows(notice, width)).reverse();
  let kept = newest?.slice(0, room) ?? [];
  for (const rows of older) {
    if (rows.length + kept.length > room) break;
    kept = [...rows, ...kept];
  }
  return kept;
}

/** Without what was said of something that is over. */
function noticesNow(state: ViewState): readonly Notice[] {
  const whileBusy: readonly string[] = [messages().ui.notices.stillRunning, messages().session.busy];
  return isBusy(state) ? state.notices : state.notices.filter(({ text }) => !whileBusy.includes(text));
}

/** What has to be answered before anything else. */
function questionOf({ overlay }: ViewState): string | undefined {
  const say = messages().ui;
  if (overlay.kind === 'skip') return say.skip.ask;
  return overlay.kind === 'solution-ask' ? say.solution.ask : undefined;
}

function earlierRows({ earlier }: ViewState, width: number): readonly StyledLine[] {
  if (earlier === 0) return [];
  return layoutText(messages().session.performedFor({ steps: earlier }), { width, tone: 'wait' });
}

function noticeRows({ level, text }: Notice, width: number): readonly StyledLine[] {
  const looks: Record<Notice['level'], { mark: string; tone: Tone }> = {
    info: { mark: '', tone: 'plain' },
    warning: { mark: '! ', tone: 'wait' },
    error: { mark: '! ', tone: 'bad' },
  };
  const { mark, tone } = looks[level];
  return layoutText(`${mark}${text}`, { width, tone });
}

/** The first service of the lesson that is on its way. */
export function progressRows(state: ViewState, width: number): readonly StyledLine[] {
  for (const { state: service } of lessonServices(state)) {
    if (service.state === 'starting') {
      return [...progressText(service.progress, width), ...stalledRows(state, service.progress, width)];
    }
  }
  return [];
}

/** A download that brings nothing for so long is not just slow, in milliseconds. */
const stalledAfterMs = 15_000;

function stalledRows({ now, servicesToldAt = now }: ViewState, { phase }: Progress, width: number) {
  const quietMs = now - servicesToldAt;
  if (phase !== 'downloading' || quietMs < stalledAfterMs) return [];
  return layoutText(messages().ui.progress.stalled({ time: wholeSeconds(quietMs / 1000) }), { width, tone: 'wait' });
}

/** The same without a gauge, as one line to be read aloud. */
export function progressWords({ service, phase, done, total, secondsLeft }: Progress): string {
  const say = messages().ui.progress;
  if (phase !== 'downloading') return `${say[phase]({ service })} ${say.readOn}`;
  if (done === undefined) return `${say.downloading({ service })} ${say.readOn}`;
  return `${say.downloading({ service })} ${amountOf({ done, total, secondsLeft })}`;
}

function amountOf({
  done,
  total,
  secondsLeft,
}: {
  done: number;
  total: number | undefined;
  secondsLeft: number | undefined;
}): string {
  const say = messages().ui.progress;
  const amount = say.amount({ done: megabytes(done), ...(total !== undefined && { total: megabytes(total) }) });
  const left = secondsLeft === undefined ? '' : `, ${say.left({ time: wholeSeconds(secondsLeft) })}`;
  return `${amount}${left}`;
}

function progressText(progress: Progress, width: number): readonly StyledLine[] {
  const say = messages().ui.progress;
  const { service, phase, done, total, secondsLeft, memoryMb } = progress;
  if (phase !== 'downloading') {
    const text = say[phase]({ service });
    const memory = memoryMb === undefined ? '' : ` ${say.memory({ megabytes: memoryMb })}`;
    return layoutText(`${text}${memory} ${say.readOn}`, { width, tone: 'wait' });
  }
  if (done === undefined) return layoutText(`${say.downloading({ service })} ${say.readOn}`, { width, tone: 'wait' });
  const gauge = (cells: number): StyledLine => (total ? [...bar((done / total) * 100, cells), span(' ')] : []);
  const numbers = span(amountOf({ done, total, secondsLeft }));
  const name = span(`${say.downloading({ service })} `, 'wait');
  const forms = [
    [name, ...gauge(barCells), numbers],
    [name, ...gauge(barCells / 2), numbers],
    [...gauge(barCells), numbers],
  ];
  return [forms.find((form) => lineWidth(form) <= width) ?? [numbers]];
}
