import { messages } from '../messages/index.ts';
import type { RunInfo, ServiceState, SessionEvent, StepPhase } from '../session/events.ts';
import { countMended, panelMistakeRows, panelRows } from './content/board.ts';
import { checkRows } from './content/checks.ts';
import { goneRows } from './content/gone.ts';
import { liveContent } from './content/live.ts';
import { endText, hasSaid } from './content/run.ts';
import { failureRows, mistakeRows, offerRows } from './content/status.ts';
import { isPart } from './header.ts';
import { answerLines, hintRows, phaseLines, quizRows, standingLines, textLines } from './plain-step.ts';
import { plainLines, wrapSaid } from './plain-wrap.ts';
import { progressWords } from './strip.ts';
import { stepOnScreen } from './view.ts';
import type { ViewState } from './view-state.ts';

/** How often it is told what a check still waits for, in milliseconds. */
const waitingTold = 5_000;
/** Nothing is told of a wait before, in milliseconds. */
const shortWait = 1_000;

/** Turns what happens into lines. Keeps only what it needs not to say the same thing twice. phase: has been told already; echoed: what is typed stands on the paper. */
export function createPlainPrinter(
  width: number,
  { phase = 'open', echoed = false }: { readonly phase?: StepPhase; readonly echoed?: boolean } = {},
) {
  const said = new Map<string, string>([['phase', phase]]);
  const isNew = (key: string, value: string): boolean => said.get(key) !== value && Boolean(said.set(key, value));

  /** What changes many times a second is told now and then. */
  const isTime = (key: string, now: number): boolean => {
    const before = said.get(key);
    return (before === undefined || now - Number(before) >= waitingTold) && Boolean(said.set(key, String(now)));
  };

  return (state: ViewState, event: SessionEvent): readonly string[] => {
    const run = (number: number) => [...state.runs, ...state.backgrounds].find(({ info }) => info.run === number);
    switch (event.type) {
      case 'engine':
      case 'course':
        return [];
      case 'service': {
        if (!isNew(`service ${event.service}`, stageOf(event.state))) return [];
        if (event.state.state === 'failed') return plainLines(failureRows(state, width));
        if (event.state.state === 'down' || isPart(event.state)) return plainLines(goneRows(state, width));
        if (event.state.state === 'up') return [messages().ui.progress.ready({ service: event.service })];
        return event.state.state === 'starting' ? [progressWords(event.state.progress)] : [];
      }
      case 'opened':
        said.clear();
        return ['', ...textLines(state, width)];
      case 'phase':
        // With what is told of the answers: that depends on it.
        if (!said.has('phase')) {
          said.set('phase', event.phase);
          return [...answerLines(state, width), ...standingLines(state, width)];
        }
        if (!isNew('phase', event.phase)) return [];
        // After each look it goes on as before.
        if (event.phase === 'watching' && !isNew('watching', 'told')) return [];
        return phaseLines(state, width);
      case 'run-started':
        return startLines(event.info, width);
      case 'output': {
        const info = run(event.run)?.info;
        const lines = echoed ? event.lines.filter(({ stream }) => stream !== 'stdin') : event.lines;
        return lines.map((line) => `${prefix(info)}${line.stream === 'stdin' ? '> ' : ''}${line.text}`);
      }
      case 'run-ended': {
        const ended = run(event.run);
        const word = ended && endText(ended, event.end);
        const rest = ended?.partial ? [`${prefix(ended.info)}${ended.partial}`] : [];
        const offer = state.phase === 'watching' ? plainLines(offerRows(state, width)) : [];
        const isOffered = offer.length > 0 && isNew('offer', offer.join(' '));
        const end = word === undefined ? rest : [...rest, `${prefix(ended?.info)}${word}`];
        return isOffered ? [...end, ...offer] : end;
      }
      case 'setup':
        return [];
      case 'panel': {
        if (!isNew(`panel ${event.panel}`, event.state)) return [];
        return [...panelLines(state, event.panel, width), ...wrapSaid(boardLines(state), width)];
      }
      case 'check':
        if (event.panel !== undefined) {
          const isOther = isNew(`check ${event.index}`, JSON.stringify({ ...event.state, ms: 0 }));
          // What a panel lacks is told with it; later only what has changed.
          const told = said.get(`panel ${event.panel}`) === 'broken' && event.state.status === 'fail';
          return isOther && told ? plainLines(checkRows(event, width)) : [];
        }
        // What is decided at once was hardly waited for.
        if (
          event.state.status === 'waiting' &&
          (event.state.ms < shortWait || !isTime(`waiting ${event.index}`, state.now))
        )
          return [];
        if (!isNew(`check ${event.index}`, JSON.stringify({ ...event.state, ms: 0 }))) return [];
        return plainLines(checkRows(event, width));
      case 'mistake':
        if (event.panel === undefined) return plainLines(mistakeRows(state, width));
        if (event.say === undefined || !isNew(`mistake ${event.panel}`, event.say)) return [];
        return panelMistakeLines(state, event.panel, width);
      case 'hint':
        return plainLines(hintRows(state, width));
      case 'quiz':
        return plainLines(quizRows(state, width));
      case 'live':
        return liveLines(state, width);
      case 'earlier':
        return event.steps > 0 ? wrapSaid([messages().session.performedFor({ steps: event.steps })], width) : [];
      case 'notice': {
        // The refusal of a typed line stands among its output already.
        const last = state.runs.at(-1);
        return last && hasSaid(last, event.text) ? [] : wrapSaid(event.text.split('\n'), width);
      }
    }
  };
}

/** A download moves a hundred times; each quarter of it is worth a line, and each other phase one. */
function stageOf(service: ServiceState): string {
  if (service.state === 'up' || service.state === 'down')
    return [service.state, ...(service.brokers?.missing ?? [])].join(' ');
  if (service.state !== 'starting') return service.state;
  const { phase, done = 0, total } = service.progress;
  return `starting ${phase} ${total ? Math.floor((4 * done) / total) : ''}`;
}

function panelLines(state: ViewState, id: string, width: number): string[] {
  const panel = stepOnScreen(state)?.step.board?.find((each) => each.id === id);
  return panel ? plainLines(panelRows(state, panel, width)) : [];
}

function panelMistakeLines(state: ViewState, id: string, width: number): string[] {
  const panel = stepOnScreen(state)?.step.board?.find((each) => each.id === id);
  return panel ? [panel.title, ...plainLines(panelMistakeRows(state, panel, width))] : [];
}

/** Once all have been looked at. */
function boardLines(state: ViewState): string[] {
  const board = countMended(state);
  if (!board || Object.keys(state.panels).length < board.total) return [];
  return [messages().ui.plain.board(board)];
}

const prefix = (info: RunInfo | undefined): string => (info?.kind === 'background' ? `[${info.id ?? info.run}] ` : '');

/** Nothing differs but addresses, how programs are named, and quotes. */
const isAsWritten = (line: string, shown: string): boolean => bare(line) === bare(shown);

const bare = (line: string): string =>
  line
    .replace(/['"\\]/g, '')
    .replace(/[\w.-]+:\d{2,5}\b/g, 'address')
    .split('|')
    .map((part) => part.trim().replace(/^(\S*[\\/])?([\w-]+?)(\.sh|\.bat)?(?=\s|$)/, '$2'))
    .join(' | ')
    .replace(/\s+/g, ' ');

function startLines(info: RunInfo, width: number): string[] {
  const { note } = messages().ui.runs;
  return [
    `${prefix(info)}$ ${info.line}`,
    ...(info.shown === undefined || isAsWritten(info.line, info.shown)
      ? []
      : [`  ${messages().ui.plain.runsAs({ line: info.shown })}`]),
    ...wrapSaid(
      info.remarks.map((remark) => `  ${note}: ${remark}`),
      width,
    ),
    ...(info.kind === 'interactive' ? wrapSaid([messages().ui.plain.inputKeys], width) : []),
  ];
}

/** How Kafka looks, as lines. */
const liveLines = (state: ViewState, width: number): string[] =>
  plainLines(
    liveContent(state.live, { aloud: true, services: state.services }).flatMap((section) => section.rows(0, width)),
  );
