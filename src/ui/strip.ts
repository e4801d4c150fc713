import type { Progress } from '../engine/types.ts';
import { layoutText, lineWidth } from '../markdown/index.ts';
import type { StyledLine, Tone } from '../markdown/types.ts';
import { messages } from '../messages/index.ts';
import { boardStrip } from './content/board.ts';
import { bar } from './header.ts';
import { span } from './spans.ts';
import { megabytes, wholeSeconds } from './time.ts';
import { lessonServices } from './view.ts';
import type { Notice, ViewState } from './view-state.ts';

const mostRows = 3;
const barCells = 20;

/** What has to be said now, between the panes and the footer: a question, a service on its way, notices. */
export function stripRows(state: ViewState): readonly StyledLine[] {
  const width = state.size.columns - 2;
  const rows =
    state.overlay.kind === 'skip'
      ? layoutText(messages().ui.skip.ask, { width, tone: 'accent' })
      : [
          ...progressRows(state, width),
          ...earlierRows(state, width),
          ...state.notices.flatMap((notice) => noticeRows(notice, width)),
        ];
  return [...boardStrip(state, width), ...rows.slice(-mostRows)].map((row) => [span(' '), ...row]);
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
    if (service.state === 'starting') return progressText(service.progress, width);
  }
  return [];
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
  const amount = say.amount({ done: megabytes(done), ...(total !== undefined && { total: megabytes(total) }) });
  const left = secondsLeft === undefined ? '' : `, ${say.left({ time: wholeSeconds(secondsLeft) })}`;
  const gauge = (cells: number): StyledLine => (total ? [...bar((done / total) * 100, cells), span(' ')] : []);
  const numbers = span(`${amount}${left}`);
  const name = span(`${say.downloading({ service })} `, 'wait');
  const forms = [
    [name, ...gauge(barCells), numbers],
    [name, ...gauge(barCells / 2), numbers],
    [...gauge(barCells), numbers],
  ];
  return [forms.find((form) => lineWidth(form) <= width) ?? [numbers]];
}
