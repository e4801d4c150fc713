import { findStep, sameStep } from '../course/index.ts';
import type { StepRef } from '../course/types.ts';
import { emptyLine, type LineState } from '../terminal/line-editor.ts';
import { beginLive } from './reduce-live.ts';
import { type Focus, type PaneId, paneOfRun, type ViewState } from './view-state.ts';

/** What is known of a step with which nothing was done yet. */
export const freshStep = {
  phase: 'open',
  runs: [],
  checks: [],
  panels: {},
  panelsFirst: {},
  panelsChanged: {},
  panelMistakes: {},
  hints: [],
  missed: 0,
  isRead: false,
  quiz: { cursor: 0, chosen: [] },
  // Lines that were pasted at a step are meant for it.
  waiting: [],
  overlay: { kind: 'none' },
} as const satisfies Partial<ViewState>;

/** Another step is on the screen: what belonged to the one before goes. */
export function openStep(state: ViewState, ref: StepRef): ViewState {
  const { mistake: _, setup: __, ...rest } = state;
  const isQuiz = findStep(state.pack, ref)?.step.kind === 'quiz';
  const backgrounds = state.backgrounds.filter((run) => !run.end);
  const pane: PaneId = isQuiz ? 'work' : 'lesson';
  const isOtherLesson = state.ref !== undefined && state.ref.lesson !== ref.lesson;
  const kept = new Set<string>(backgrounds.map((run) => paneOfRun(run.info.run)));
  return {
    ...rest,
    ref,
    phaseSince: state.now,
    ...freshStep,
    command: draftIn(state, ref),
    backgrounds,
    // Remarks on another lesson; what has failed counts here as well.
    notices: isOtherLesson ? state.notices.filter(({ level }) => level === 'error') : state.notices,
    live: beginLive(state.live),
    pane,
    focus: state.focus === 'command' ? 'command' : pane,
    scroll: Object.fromEntries(Object.entries(state.scroll).filter(([id]) => kept.has(id))),
  };
}

/** What was typed for another step, and is out of sight, is not gone on with; Ctrl+Y brings it back. */
function draftIn({ command, focus, ref: before }: ViewState, ref: StepRef): LineState {
  const isLeft = before !== undefined && !sameStep(before, ref) && focus !== 'command' && command.text !== '';
  return isLeft ? { ...emptyLine(command.history), killed: command.text } : command;
}

/** A background command of a lesson that was left goes when it ends. */
export function dropLeft(state: ViewState, number: number): ViewState {
  const run = state.backgrounds.find(({ info }) => info.run === number);
  if (!run || !state.ref || run.info.ref.lesson === state.ref.lesson) return state;
  const isHere = (focus: Focus): boolean => focus === paneOfRun(number);
  return {
    ...state,
    backgrounds: state.backgrounds.filter((each) => each !== run),
    pane: isHere(state.pane) ? 'lesson' : state.pane,
    focus: isHere(state.focus) ? 'lesson' : state.focus,
  };
}
