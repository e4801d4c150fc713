import { allSteps, findStep, sameStep, stepStanding } from '../course/index.ts';
import { padText, plainText } from '../markdown/index.ts';
import type { StyledLine } from '../markdown/types.ts';
import { messages } from '../messages/index.ts';
import type { RunInfo, SessionEvent } from '../session/events.ts';
import { countMended, panelMistakeRows, panelRows } from './content/board.ts';
import { checkRows } from './content/checks.ts';
import { finishedRows } from './content/finished.ts';
import { lessonContent } from './content/lesson.ts';
import { liveContent } from './content/live.ts';
import { optionRows, quizPart } from './content/quiz.ts';
import { endText, hasSaid } from './content/run.ts';
import { failureRows, mistakeRows, statusRows } from './content/status.ts';
import { placeOf } from './header.ts';
import { mainLabel } from './labels.ts';
import { progressRows } from './strip.ts';
import { courseOf, liveInteractive, quizOpen, stepOnScreen } from './view.ts';
import type { ViewState } from './view-state.ts';

const text = (rows: readonly StyledLine[]): string[] => (rows.length === 0 ? [] : plainText(rows).split('\n'));

/** Turns what happens into lines. Keeps only what it needs not to say the same thing twice. */
export function createPlainPrinter(width: number) {
  const said = new Map<string, string>();
  const isNew = (key: string, value: string): boolean => said.get(key) !== value && Boolean(said.set(key, value));

  return (state: ViewState, event: SessionEvent): readonly string[] => {
    const run = (number: number) => [...state.runs, ...state.backgrounds].find(({ info }) => info.run === number);
    switch (event.type) {
      case 'engine':
      case 'course':
        return [];
      case 'service': {
        // A download moves a hundred times; each phase is worth one line.
        const phase = event.state.state === 'starting' ? event.state.progress.phase : '';
        if (!isNew(`service ${event.service}`, `${event.state.state} ${phase}`)) return [];
        if (event.state.state === 'failed') return text(failureRows(state, width));
        if (event.state.state === 'up') return [messages().ui.progress.ready({ service: event.service })];
        return event.state.state === 'starting' ? text(progressRows(state, width)).slice(0, 1) : [];
      }
      case 'opened':
        said.clear();
        return ['', ...stepLines(state, width)];
      case 'phase':
        return isNew('phase', event.phase) ? phaseLines(state, width) : [];
      case 'run-started':
        return startLines(event.info);
      case 'output': {
        const info = run(event.run)?.info;
        return event.lines.map((line) => `${prefix(info)}${line.stream === 'stdin' ? '> ' : ''}${line.text}`);
      }
      case 'run-ended': {
        const ended = run(event.run);
        const word = ended && endText(ended, event.end);
        const rest = ended?.partial ? [`${prefix(ended.info)}${ended.partial}`] : [];
        return word === undefined ? rest : [...rest, `${prefix(ended?.info)}${word}`];
      }
      case 'setup':
        return [];
      case 'panel': {
        if (!isNew(`panel ${event.panel}`, event.state)) return [];
        return [...panelLines(state, event.panel, width), ...boardLines(state)];
      }
      case 'check':
        if (event.panel !== undefined) {
          const isOther = isNew(`check ${event.index}`, JSON.stringify({ ...event.state, ms: 0 }));
          // What a panel lacks is told with it; later only what has changed.
          const told = said.get(`panel ${event.panel}`) === 'broken' && event.state.status === 'fail';
          return isOther && told ? text(checkRows(event, width)) : [];
        }
        if (!isNew(`check ${event.index}`, JSON.stringify({ ...event.state, ms: 0 }))) return [];
        return text(checkRows(event, width));
      case 'mistake':
        if (event.panel === undefined) return text(mistakeRows(state, width));
        if (event.say === undefined || !isNew(`mistake ${event.panel}`, event.say)) return [];
        return panelMistakeLines(state, event.panel, width);
      case 'hint':
        return text(hintLines(state, width));
      case 'quiz':
        return text(quizRows(state, width));
      case 'live':
        return liveLines(state, width);
      case 'earlier':
        return event.steps > 0 ? [messages().session.performedFor({ steps: event.steps })] : [];
      case 'notice': {
        // The refusal of a typed line stands among its output already.
        const last = state.runs.at(-1);
        return last && hasSaid(last, event.text) ? [] : [event.text];
      }
    }
  };
}

function panelLines(state: ViewState, id: string, width: number): string[] {
  const panel = stepOnScreen(state)?.step.board?.find((each) => each.id === id);
  return panel ? text(panelRows(state, panel, width)) : [];
}

function panelMistakeLines(state: ViewState, id: string, width: number): string[] {
  const panel = stepOnScreen(state)?.step.board?.find((each) => each.id === id);
  return panel ? [panel.title, ...text(panelMistakeRows(state, panel, width))] : [];
}

/** Once all have been looked at. */
function boardLines(state: ViewState): string[] {
  const board = countMended(state);
  if (!board || Object.keys(state.panels).length < board.total) return [];
  return [messages().ui.plain.board(board)];
}

const prefix = (info: RunInfo | undefined): string => (info?.kind === 'background' ? `[${info.id ?? info.run}] ` : '');

function startLines(info: RunInfo): string[] {
  const { note } = messages().ui.runs;
  return [
    `${prefix(info)}$ ${info.line}`,
    ...(info.shown === undefined ? [] : [`  ${info.shown}`]),
    ...info.remarks.map((remark) => `  ${note}: ${remark}`),
    ...(info.kind === 'interactive' ? [messages().ui.plain.inputKeys] : []),
  ];
}

/** Where the learner is, and the text of the step. */
export function stepLines(state: ViewState, width: number): string[] {
  const body = lessonContent(state).flatMap((section) => section.rows(0, width));
  const quiz = quizRows(state, width);
  return [
    placeLine(state),
    '',
    ...text(body),
    ...(quiz.length === 0 ? [] : ['', messages().ui.plain.answers, ...text(quiz)]),
  ];
}

function placeLine(state: ViewState): string {
  const found = stepOnScreen(state);
  if (!found) return messages().ui.header.loading;
  const { place, percent } = placeOf(state, found);
  return messages().ui.plain.place({ title: found.lesson.title, place, percent: percent.trim() });
}

/** How the step stands; while something runs, without the seconds that the screen counts. */
function phaseLines(state: ViewState, width: number): string[] {
  const { phases } = messages().ui.plain;
  switch (state.phase) {
    case 'preparing':
    case 'running':
    case 'checking':
    case 'watching':
      return [phases[state.phase]];
    case 'skipped':
      return text([...rightAnswers(state, width), ...failureRows(state, width), ...statusRows(state, width)]);
    case 'open':
    case 'passed':
    case 'failed':
    case 'blocked':
      return text([...failureRows(state, width), ...statusRows(state, width)]);
  }
}

function rightAnswers(state: ViewState, width: number): readonly StyledLine[] {
  const quiz = stepOnScreen(state)?.step.quiz;
  if (!quiz) return [];
  const part = quizPart(state, quiz);
  return quiz.options.flatMap(({ correct }, index) => (correct ? optionRows(part, index, width) : []));
}

function quizRows(state: ViewState, width: number): readonly StyledLine[] {
  const quiz = stepOnScreen(state)?.step.quiz;
  if (!quiz) return [];
  const part = { ...quizPart(state, quiz), focused: false };
  return quiz.options.flatMap((_, index) => optionRows(part, index, width));
}

function hintLines(state: ViewState, width: number): readonly StyledLine[] {
  return lessonContent(state).at(-1)?.rows(0, width) ?? [];
}

/** How Kafka looks, as lines. */
const liveLines = (state: ViewState, width: number): string[] =>
  text(liveContent(state.live).flatMap((section) => section.rows(0, width)));

/** What Enter and the other keys do now. */
export function keyLine(state: ViewState): string {
  const { plain, labels } = messages().ui;
  if (liveInteractive(state)) return plain.inputKeys;
  if (quizOpen(state)) return plain.quizKeys;
  const main = mainLabel(state);
  return main === undefined ? plain.busyKeys : plain.keys({ main: main === labels.finish ? labels.finish : main });
}

/** All lessons, their steps numbered through. */
export function mapLines(state: ViewState): string[] {
  const say = messages().ui.map;
  const course = courseOf(state);
  const lines: string[] = [];
  for (const [index, ref] of allSteps(state.pack).entries()) {
    const found = findStep(state.pack, ref);
    if (!found) continue;
    if (found.stepIndex === 0) lines.push(`${found.lessonIndex + 1}  ${found.lesson.title}`);
    const here = state.ref && sameStep(ref, state.ref) ? '>' : ' ';
    const standing = say[stepStanding(course, ref)];
    lines.push(` ${here} ${`${index + 1}`.padStart(3)}  ${padText(standing, 8)} ${found.step.title}`);
  }
  return lines;
}

export const finishedLines = (state: ViewState, width: number): string[] => text(finishedRows(state, width));
