import {
  type FoundStep,
  findStep,
  missingService,
  nextStep,
  previousStep,
  servicesOf,
  stepHere,
  stepStanding,
} from '../course/index.ts';
import type { CourseState, StepRef, StepStanding } from '../course/types.ts';
import type { ServiceName, Step } from '../lesson/types.ts';
import type { ServiceState } from '../session/events.ts';
import { commandsOf } from './block-commands.ts';
import { wideColumns } from './layout.ts';
import { modeOf } from './modes.ts';
import { isActive } from './reduce-session.ts';
import type { PaneId, RunView, ViewState } from './view-state.ts';
import { paneOfRun } from './view-state.ts';

/** What can be read off the view: selectors, no state of their own. */

/** The course as far as it is known; before the session has told it, nothing is done. */
export const courseOf = (state: ViewState): CourseState => state.course ?? { pack: state.pack, steps: {} };

/** The step on the screen, as it can be done with this engine. */
export function stepOnScreen(state: ViewState): FoundStep | undefined {
  const found = state.ref && findStep(state.pack, state.ref);
  return found && state.engine ? { ...found, step: stepHere(found.step, state.engine.services) } : found;
}

/** Where the learner's files are, and the title of the step. */
export const placeOnScreen = (state: ViewState) => ({ folder: state.folder, step: stepOnScreen(state)?.step.title });

/** The service for want of which the step on the screen can only be read. */
export function missingHere(state: ViewState): ServiceName | undefined {
  const step = state.ref && findStep(state.pack, state.ref)?.step;
  return step && state.engine && missingService(step, state.engine.services);
}

export const standingOnScreen = (state: ViewState): StepStanding =>
  state.ref ? stepStanding(courseOf(state), state.ref) : 'open';

const isLive = (run: RunView): boolean => run.end === undefined;

export const liveRun = (state: ViewState): RunView | undefined => state.runs.findLast(isLive);

/** The running command that reads what the learner types. */
export const liveInteractive = (state: ViewState): RunView | undefined =>
  state.runs.findLast((run) => isLive(run) && run.info.kind === 'interactive');

/** Something runs that Ctrl+C stops. */
export const isBusy = (state: ViewState): boolean =>
  state.sending || isActive(state.phase) || liveRun(state) !== undefined;

/** The step needs nothing more. */
export const isDone = ({ phase }: ViewState): boolean => phase === 'passed' || phase === 'skipped';

/** A step that was passed, performed once more, and not right this time. */
export const failsAgain = (state: ViewState): boolean =>
  state.phase === 'failed' && (standingOnScreen(state) === 'passed' || standingOnScreen(state) === 'skipped');

/** The live background run whose pane has the focus; under a page or a question none has. */
export const focusedBackground = (state: ViewState): RunView | undefined =>
  state.overlay.kind === 'none'
    ? state.backgrounds.find((run) => isLive(run) && paneOfRun(run.info.run) === state.focus)
    : undefined;

/** The services of the lesson on the screen with what is known of them. */
export function lessonServices(state: ViewState): readonly { service: ServiceName; state: ServiceState }[] {
  const found = stepOnScreen(state);
  const names = found ? servicesOf(found.lesson, found.step) : [];
  return names.map((service) => ({ service, state: state.services[service] ?? { state: 'off' } }));
}

export function failedService(state: ViewState) {
  for (const each of lessonServices(state)) {
    if (each.state.state === 'failed') return { service: each.service, explanation: each.state.explanation };
  }
  return undefined;
}

/** The first service of the lesson that ran and does so no more. */
export const downService = (state: ViewState): ServiceName | undefined =>
  lessonServices(state).find((each) => each.state.state === 'down')?.service;

/** The first service of the lesson that is on its way: there is nothing to do but to wait for it. */
export const startingService = (state: ViewState): ServiceName | undefined =>
  lessonServices(state).find((each) => each.state.state === 'starting')?.service;

/** How often the screen has to move by itself (elapsed seconds, a download), in milliseconds; undefined: not at all. */
export function clockInterval(state: ViewState): number | undefined {
  if (isBusy(state) || startingService(state) || isQuitArmed(state)) return 250;
  return state.backgrounds.some(isLive) ? 1000 : undefined;
}

/** Two presses of Ctrl+C within this time quit at once, in milliseconds. */
export const quitWithinMs = 2000;

export const isQuitArmed = (state: ViewState): boolean =>
  state.interruptedAt !== undefined && state.now - state.interruptedAt < quitWithinMs;

/** Ctrl+C means the line that is typed, not the program: but for a first one while something runs. */
export function givesUpLine(state: ViewState): boolean {
  const mode = modeOf(state);
  return (mode === 'command' || mode === 'search') && (!isBusy(state) || isQuitArmed(state));
}

/** The next step, if it may be opened. */
export function openNext(state: ViewState): StepRef | undefined {
  const next = state.ref && nextStep(courseOf(state), state.ref);
  return next && stepStanding(courseOf(state), next) !== 'locked' ? next : undefined;
}

export const hasPrevious = (state: ViewState): boolean =>
  state.ref !== undefined && previousStep(courseOf(state), state.ref) !== undefined;

export const isLastStep = (state: ViewState): boolean =>
  state.ref !== undefined && nextStep(courseOf(state), state.ref) === undefined;

/** From this size on the live view is there without being asked for. */
const roomy = { columns: 120, rows: 40 };

/** The live view stands beside the lesson. */
export function hasLivePane(state: ViewState): boolean {
  const { size, live } = state;
  const isRoomy = size.columns >= roomy.columns && size.rows >= roomy.rows;
  return size.columns >= wideColumns && (live.isOpen ?? (isRoomy && !isToBeFound(state)));
}

/** A board's faults are to be found, not shown without being asked. */
const isToBeFound = (state: ViewState): boolean => stepOnScreen(state)?.step.board !== undefined;

/** Somebody sees how Kafka looks, or may want its names in the command line. */
export const wantsLive = (state: ViewState): boolean =>
  hasLivePane(state) || state.overlay.kind === 'live' || state.focus === 'command';

/** Panes on the screen in the order Tab visits them. */
export function visiblePanes(state: ViewState): readonly PaneId[] {
  const backgrounds = state.backgrounds.map((run) => paneOfRun(run.info.run));
  return [
    'lesson',
    ...(hasWork(state) ? (['work'] as const) : []),
    ...backgrounds,
    ...(hasLivePane(state) ? (['live'] as const) : []),
  ];
}

/** There is something to show beside the lesson. */
export function hasWork(state: ViewState): boolean {
  const found = stepOnScreen(state);
  if (!found) return false;
  return (
    state.runs.length > 0 ||
    state.checks.length > 0 ||
    found.step.quiz !== undefined ||
    (state.phase !== 'open' && state.phase !== 'passed' && state.phase !== 'skipped') ||
    failedService(state) !== undefined
  );
}

/** The quiz still wants an answer. */
export const quizOpen = (state: ViewState): boolean => stepOnScreen(state)?.step.quiz !== undefined && !isDone(state);

/** Exactly one option is right: choosing another one replaces the choice. */
export const isSingleChoice = (state: ViewState): boolean =>
  stepOnScreen(state)?.step.quiz?.options.filter((option) => option.correct).length === 1;

/** The commands of the step, as its author wrote them, or as one would type them in their place. */
export const stepCommands = (state: ViewState): readonly string[] =>
  stepOnScreen(state)?.step.runs.flatMap(commandsOf) ?? [];

/** The solution of the step on the screen, each command and file by itself. */
function solutionTexts(state: ViewState): readonly string[] {
  const step = stepOnScreen(state)?.step;
  if (!step) return [];
  const blocks = step.kind === 'run' ? step.runs : step.solution;
  return blocks.flatMap((block) => (block.kind === 'file' ? [block.text.trimEnd()] : commandsOf(block)));
}

/** What there is to copy: the step's commands, then what is advised. */
export function copyableCommands(state: ViewState): readonly string[] {
  if (state.overlay.kind === 'solution') return solutionTexts(state);
  const tried = state.checks.map(({ state: check }) => (check.status === 'fail' ? check.tryNext : undefined));
  const mistakes = [state.mistake, ...Object.values(state.panelMistakes)];
  const advised = [...mistakes.map((mistake) => mistake?.tryNext), ...tried].filter((text) => text !== undefined);
  return [...new Set([...stepCommands(state), ...advised.filter(isCommand)])];
}

/** Advice is a command or a sentence; only commands are worth copying. */
const isCommand = (text: string): boolean => /^(kafka|curl|docker|tar|mariadb|bin\/)[\w./-]*(\s|$)/.test(text);

/** What performs a step that the learner does not do alone: its own commands, its solution, the right answers; undefined: nothing. */
export function solvedBy({ kind }: Step): 'commands' | 'solution' | 'answers' | undefined {
  switch (kind) {
    case 'run':
      return 'commands';
    case 'exercise':
      return 'solution';
    case 'quiz':
      return 'answers';
    case 'reading':
      return undefined;
  }
}

export type MainAction =
  | 'none'
  | 'run'
  | 'run-again'
  | 'check'
  | 'read-on'
  | 'next'
  | 'answer'
  | 'type'
  | 'repair'
  | 'finish';

/** What Enter does now, where no input has the focus. */
export function mainAction(state: ViewState): MainAction {
  const step = stepOnScreen(state)?.step;
  if (!step) return 'none';
  if (liveInteractive(state)) return 'type';
  if (isBusy(state)) return 'none';
  if (isDone(state)) return isLastStep(state) ? 'finish' : 'next';
  if (step.kind === 'reading') return 'read-on';
  if (step.kind === 'quiz') return 'answer';
  if (state.phase === 'blocked' || failedService(state)) return startingService(state) ? 'none' : 'repair';
  if (step.kind === 'exercise') return 'check';
  return state.phase === 'failed' ? 'run-again' : 'run';
}
