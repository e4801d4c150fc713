import type { StyledLine } from '../markdown/types.ts';
import { lessonContent } from './content/lesson.ts';
import { liveContent } from './content/live.ts';
import { outputSections, runSectionIds } from './content/run.ts';
import { workContent } from './content/work.ts';
import { type Layout, layOut, type PaneBox, type Wanted } from './layout.ts';
import { type Content, countRows, cutWindow, type Scroll, scrollTo, tailWith, type Window } from './scroll.ts';
import { stripRows } from './strip.ts';
import { hasLivePane, hasWork, liveInteractive, liveRun, quizOpen, stepOnScreen } from './view.ts';
import { type PaneId, paneOfRun, type ViewState } from './view-state.ts';

/** A pane with what it shows now. Its height is that of its content: a line for input below it is not counted. */
export type PanePlan = PaneBox & {
  readonly content: Content;
  readonly scroll: Scroll;
  readonly window: Window;
  /** its end is where the news are */
  readonly follows: boolean;
};

export type Plan = {
  readonly layout: Layout;
  readonly panes: readonly PanePlan[];
  /** rows between the panes and the footer */
  readonly strip: readonly StyledLine[];
};

const plans = new WeakMap<ViewState, Plan>();

/** Everything that has a place on the screen, for drawing and for scrolling. Made once for a state. */
export function planOf(state: ViewState): Plan {
  const known = plans.get(state);
  if (known) return known;
  const plan = makePlan(state);
  plans.set(state, plan);
  return plan;
}

function makePlan(state: ViewState): Plan {
  const contents = new Map<PaneId, Content>([['lesson', lessonContent(state)]]);
  if (hasWork(state)) contents.set('work', workContent(state));
  for (const run of state.backgrounds) contents.set(paneOfRun(run.info.run), outputSections(run));
  if (hasLivePane(state)) contents.set('live', liveContent(state.live, state));
  const inputRows = (id: PaneId): number => (id === 'work' && liveInteractive(state) ? 1 : 0);
  const wanted = (id: PaneId): Wanted => ({
    id,
    rows: (width, limit) => countRows(contents.get(id) ?? [], width, limit) + inputRows(id),
  });
  const strip = stripRows(state);
  const isQuiz = stepOnScreen(state)?.step.quiz !== undefined;
  const layout = layOut({
    size: state.size,
    extra: strip.length + (state.focus === 'command' ? 1 : 0),
    lesson: wanted('lesson'),
    ...(contents.has('work') && { work: wanted('work') }),
    backgrounds: state.backgrounds.map((run) => ({
      ...wanted(paneOfRun(run.info.run)),
      folds: run.end !== undefined || isQuiz,
    })),
    ...(contents.has('live') && { live: wanted('live') }),
    focus: state.focus === 'input' ? 'work' : state.pane,
    asks: isQuiz,
    tells: state.runs.at(-1)?.info.typed === true,
  });
  const panes = layout.panes.map((box): PanePlan => {
    const content = contents.get(box.id) ?? [];
    const follows = box.id === 'work' ? workFollows(state) : box.id !== 'lesson' && box.id !== 'live';
    const height = Math.max(0, box.height - inputRows(box.id));
    const scroll =
      state.scroll[box.id] ??
      (box.id === 'work' && follows
        ? followedWork(state, content, box.width, height)
        : firstScroll(state, box.id, follows));
    return { ...box, height, content, scroll, follows, window: cutWindow(content, scroll, box.width, height) };
  });
  return { layout, panes, strip };
}

/** Output and verdicts are read from their end; a quiz, while nothing runs, and an explanation from their beginning. */
function workFollows(state: ViewState): boolean {
  if (quizOpen(state)) return liveRun(state) !== undefined;
  // A board is read from its beginning until something was done.
  return state.runs.length > 0 || (state.checks.length > 0 && stepOnScreen(state)?.step.board === undefined);
}

/**
 * The end of the work, but for a command of the learner's own: at least a third of the pane, or what there is, is its output.
 * What is said of it may be long, and would leave nothing of what was asked for.
 */
function followedWork(state: ViewState, content: Content, width: number, height: number): Scroll {
  const run = state.runs.at(-1);
  // What passes the step is followed by what was learned, which is short.
  const hasPassed = run !== undefined && state.phase === 'passed' && state.phaseSince >= run.startedAt;
  if (!run?.info.typed || hasPassed) return { at: 'tail' };
  return tailWith(content, runSectionIds(run), { width, height, atLeast: Math.max(3, Math.floor(height / 3)) });
}

/** Where a pane stands before it is scrolled. Beside its output a step is shown from its heading, not the lesson's. */
function firstScroll(state: ViewState, id: PaneId, follows: boolean): Scroll {
  if (follows) return { at: 'tail' };
  return id === 'lesson' && state.runs.length > 0 ? scrollTo('heading') : { at: 'top' };
}

/** The pane the arrow keys scroll: the one with the focus, or where that has nothing to scroll, the first that has. */
export function scrollTarget(state: ViewState): PanePlan | undefined {
  const { panes } = planOf(state);
  const moves = ({ window }: PanePlan): boolean => window.above || window.below > 0;
  const focused = panes.find(({ id }) => id === state.pane) ?? panes[0];
  return focused && moves(focused) ? focused : (panes.find(moves) ?? focused);
}
