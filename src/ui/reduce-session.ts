import { sameStep } from '../course/index.ts';
import type { StepRef } from '../course/types.ts';
import type { RunInfo, SessionEvent, StepPhase } from '../session/events.ts';
import { editLine, emptyLine } from '../terminal/line-editor.ts';
import { dropLeft, openStep } from './open-step.ts';
import { appendLines, emptyLog } from './output-log.ts';
import { tellLive } from './reduce-live.ts';
import { scrollTo } from './scroll.ts';
import type { CheckView, QuizView, RunView, ViewState } from './view-state.ts';

const runsKept = 10;
const noticesKept = 2;

/** Phases in which the session works on the step. */
export const isActive = (phase: StepPhase): boolean =>
  phase === 'preparing' || phase === 'running' || phase === 'checking';

/** What a session event makes of the view. Costs as much as the event brings, not as much as there is. */
export function reduceSession(state: ViewState, event: SessionEvent): ViewState {
  switch (event.type) {
    case 'engine':
      return { ...state, engine: { kind: event.kind, because: event.because, services: event.services } };
    case 'course':
      return { ...state, course: event.course };
    case 'service':
      return {
        ...state,
        services: { ...state.services, [event.service]: event.state },
        servicesToldAt: state.now,
      };
    case 'opened':
      return { ...openStep(state, event.ref), ...(event.folder !== undefined && { folder: event.folder }) };
    case 'phase':
      return isOnScreen(state, event.ref) ? enterPhase(state, event.phase) : state;
    case 'run-started':
      return startRun(state, event.info);
    case 'output':
      return changeRun(state, event.run, (run) => ({
        ...run,
        log: appendLines(run.log, event.lines),
        partial: event.partial,
      }));
    case 'run-ended':
      return endRun(state, event);
    case 'check':
      return isOnScreen(state, event.ref)
        ? { ...state, ...changeBy(state, event), ...gainBy(state, event), checks: withCheck(state.checks, event) }
        : state;
    case 'mistake': {
      if (!isOnScreen(state, event.ref)) return state;
      const { say, tryNext, panel } = event;
      const mistake = say === undefined ? undefined : { say, ...(tryNext !== undefined && { tryNext }) };
      if (panel !== undefined) {
        const changed = mistake ? changeOf(state, panel) : {};
        return { ...state, ...changed, panelMistakes: withPanel(state.panelMistakes, panel, mistake) };
      }
      const { mistake: _, ...without } = state;
      return mistake ? { ...without, mistake } : without;
    }
    case 'panel':
      return isOnScreen(state, event.ref) ? withPanelState(state, event) : state;
    case 'setup': {
      if (!isOnScreen(state, event.ref)) return state;
      const { setup: _, ...without } = state;
      const { done, total } = event;
      return done < total ? { ...without, setup: { done, total } } : without;
    }
    case 'hint':
      return isOnScreen(state, event.ref) ? showHint(state, event.shown, event.hint) : state;
    case 'quiz': {
      if (!isOnScreen(state, event.ref)) return state;
      return answered(state, event);
    }
    case 'live':
      return tellLive(state, event.snapshot);
    case 'earlier':
      return { ...state, earlier: event.steps };
    case 'notice': {
      const notice = { level: event.level, text: event.text, sticky: true };
      // What is told again, as a disk that stays full, is said once.
      const others = state.notices.filter(({ text }) => text !== notice.text);
      return { ...state, notices: [...others, notice].slice(-noticesKept) };
    }
  }
}

const isOnScreen = (state: ViewState, ref: StepRef): boolean => state.ref !== undefined && sameStep(state.ref, ref);

function enterPhase(state: ViewState, phase: StepPhase): ViewState {
  const begins = isActive(phase) && !isActive(state.phase);
  const { mistake, setup, ...rest } = state;
  // The environment is back, so what was in the way is no longer so.
  const isBack = state.phase === 'blocked' && phase === 'open';
  const next: ViewState = {
    ...rest,
    ...(isBack && { checks: state.checks.filter((check) => check.state.status !== 'blocked') }),
    // Why a step is blocked; whatever else follows, the setup is no longer what counts.
    ...(setup && phase === 'blocked' && { setup }),
    phase,
    phaseSince: phase === state.phase ? state.phaseSince : state.now,
  };
  if (!begins) return mistake && phase !== 'passed' ? { ...next, mistake } : next;
  // A new attempt: what the one before left is in the way. A check that goes on watching keeps its lines.
  if (phase === 'checking') return next;
  const { work: _, ...scroll } = state.scroll;
  return { ...next, runs: state.runs.filter((run) => !run.end), checks: [], scroll };
}

function startRun(state: ViewState, info: RunInfo): ViewState {
  const run: RunView = { info, log: emptyLog, partial: '', startedAt: state.now };
  if (info.kind === 'background') {
    const others = state.backgrounds.filter((each) => info.id === undefined || each.info.id !== info.id);
    return { ...state, backgrounds: [...others, run] };
  }
  const { work: _, ...scroll } = state.scroll;
  const started = {
    ...state,
    runs: [...state.runs, run].slice(-runsKept),
    // Whoever starts a command wants to see what comes of it, wherever the output was scrolled to.
    scroll: info.typed ? scroll : state.scroll,
  };
  return info.kind === 'interactive' ? { ...started, focus: 'input', input: emptyLine() } : started;
}

function changeRun(state: ViewState, number: number, change: (run: RunView) => RunView): ViewState {
  const update = (runs: readonly RunView[]) => runs.map((run) => (run.info.run === number ? change(run) : run));
  const isBackground = state.backgrounds.some((run) => run.info.run === number);
  return isBackground ? { ...state, backgrounds: update(state.backgrounds) } : { ...state, runs: update(state.runs) };
}

/** What follows from the end of a run, one after the other. */
const afterRun = [dropLeft, endInput, keepLine, missedWith] as const;

function endRun(state: ViewState, { run: number, end }: Extract<SessionEvent, { type: 'run-ended' }>): ViewState {
  const ended = changeRun(state, number, (run) => ({ ...run, ...unsentTo(run, state), end }));
  return afterRun.reduce((next, follow) => follow(next, number), ended);
}

function unsentTo({ info }: RunView, { input }: ViewState): Pick<RunView, 'unsent'> {
  return info.kind === 'interactive' && input.text.trim() !== '' ? { unsent: input.text } : {};
}

/** An input whose command has ended gives the keys back. */
function endInput(state: ViewState, number: number): ViewState {
  const run = state.runs.find((each) => each.info.run === number);
  return run?.info.kind === 'interactive' && state.focus === 'input' ? { ...state, focus: state.pane } : state;
}

/** A line of the learner's own has ended: whether it helped, a check will tell. Before an attempt it only looks around. */
function missedWith(state: ViewState, number: number): ViewState {
  const isTyped = state.runs.some(({ info }) => info.run === number && info.typed);
  const isAttempt = state.phase === 'failed' || state.phase === 'watching';
  return isTyped && isAttempt ? { ...state, missed: state.missed + 1 } : state;
}

/** What is said to the answer is in sight: to a right one all of it, else what is said to the option under the cursor, or to the first that was chosen. */
function answered(state: ViewState, { chosen, right }: NonNullable<QuizView['answer']>): ViewState {
  const { work: _, ...scroll } = state.scroll;
  const { cursor } = state.quiz;
  const shown = chosen.includes(cursor) ? cursor : (chosen[0] ?? 0);
  return {
    ...state,
    quiz: { cursor: right ? cursor : shown, chosen, answer: { chosen, right } },
    scroll: right || shown === 0 ? scroll : { ...scroll, work: scrollTo('options', shown) },
  };
}

/** A check that holds now and did not before: the learner gets on. */
function gainBy(state: ViewState, { index, state: check }: CheckView): Partial<ViewState> {
  const former = state.checks.find((each) => each.index === index)?.state;
  return check.status === 'pass' && former !== undefined && former.status !== 'pass' ? { missed: 0 } : {};
}

/** A typed line that could not be run is there to be mended, and what is typed next is not taken for keys. */
function keepLine(state: ViewState, number: number): ViewState {
  const run = state.runs.find((each) => each.info.run === number);
  const isFree = state.sending && state.focus === state.pane && state.command.text === '';
  if (run?.end?.problem === undefined || !run.info.typed || !isFree) return state;
  return { ...state, focus: 'command', command: editLine(state.command, { type: 'set', text: run.info.line }) };
}

/** Another label under an index means that another list of checks begins there. */
function withCheck(checks: readonly CheckView[], { index, label, panel, state }: CheckView): readonly CheckView[] {
  const former = checks.find((check) => check.index === index);
  const isOther = former !== undefined && former.label !== label;
  const others = checks.filter((check) => (isOther ? check.index < index : check.index !== index));
  return [...others, { index, label, ...(panel !== undefined && { panel }), state }].sort((a, b) => a.index - b.index);
}

function withPanelState(state: ViewState, event: Extract<SessionEvent, { type: 'panel' }>): ViewState {
  const { panel } = event;
  const isFirst = state.panelsFirst[panel] === undefined && event.state === 'broken';
  return {
    ...state,
    panels: withPanel(state.panels, panel, event.state),
    ...(event.state !== state.panels[panel] && changeOf(state, panel)),
    ...(isFirst && { panelsFirst: { ...state.panelsFirst, [panel]: foundIn(state.checks, panel) } }),
  };
}

/** A panel becomes another now: after the run that was started last. */
const changeOf = (state: ViewState, panel: string): Pick<ViewState, 'panelsChanged'> => ({
  panelsChanged: { ...state.panelsChanged, [panel]: state.runs.at(-1)?.info.run ?? 0 },
});

/** A check that finds something else makes its panel another. */
function changeBy(state: ViewState, { index, panel, state: check }: CheckView): Partial<ViewState> {
  const former = state.checks.find((each) => each.index === index)?.state;
  const isOther = check.status === 'fail' && !(former?.status === 'fail' && former.actual === check.actual);
  return panel !== undefined && isOther ? changeOf(state, panel) : {};
}

/** What those of its checks have found that do not hold. */
const foundIn = (checks: readonly CheckView[], panel: string): readonly string[] =>
  checks.flatMap((check) => (check.panel === panel && check.state.status === 'fail' ? check.state.actual : []));

function withPanel<T>(values: Readonly<Record<string, T>>, panel: string, value: T | undefined): Record<string, T> {
  const { [panel]: _, ...others } = values;
  return value === undefined ? others : { ...others, [panel]: value };
}

function showHint(state: ViewState, shown: number, hint = shown - 1): ViewState {
  if (shown <= state.hints.length) return { ...state, hints: state.hints.slice(0, shown) };
  const scroll = { ...state.scroll, lesson: scrollTo(hintSection(hint)) };
  return { ...state, hints: [...state.hints, hint], scroll };
}

/** The lesson pane's section that holds a hint (from 0). */
export const hintSection = (index: number): string => `hint-${index}`;
