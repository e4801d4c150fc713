import type { RunEnd } from '../command/types.ts';
import { cutLine, lineWidth } from '../markdown/index.ts';
import type { Span, StyledLine } from '../markdown/types.ts';
import { messages } from '../messages/index.ts';
import { glyphs } from '../terminal/glyphs.ts';
import { elapsed } from './content/run.ts';
import { isTyping, modeOf } from './modes.ts';
import { type PanePlan, scrollTarget } from './plan.ts';
import { newBlocks } from './scroll.ts';
import { bold, span } from './spans.ts';
import { standingOnScreen, stepOnScreen } from './view.ts';
import { paneOfRun, type ViewState } from './view-state.ts';

const dashes = (count: number): Span => span(glyphs().horizontal.repeat(Math.max(0, count)), 'dim');

/** Cells that a text in a rule needs beside its own: a space on both sides, and dashes at the edge. */
const around = 4;

/** `-- left -------------- right --`. Where there is no room for both, the right one is cut, or left out. */
export function ruleLine(left: StyledLine, right: StyledLine, width: number): StyledLine {
  const room = titleRoom(left, width);
  const title = room < fewestCells ? [] : cutLine(right, room);
  const start: StyledLine = left.length === 0 ? [] : [dashes(2), span(' '), ...left, span(' ')];
  const end: StyledLine = title.length === 0 ? [] : [span(' '), ...title, span(' '), dashes(2)];
  const gap = width - lineWidth(start) - lineWidth(end);
  return cutLine([...start, dashes(gap), ...end], width);
}

/** With less room than this nothing is left of a title that says anything. */
const fewestCells = 4;

const titleRoom = (left: StyledLine, width: number): number =>
  width - around - (left.length === 0 ? 0 : lineWidth(left) + around);

/**
 * What stands in the rule above a pane, which is `width` cells wide and begins with `left`: what is further up, its name, marked
 * where several share the keys, how it stands.
 */
export function paneTitle(
  state: ViewState,
  pane: PanePlan,
  { several, left, width }: { readonly several: boolean; readonly left: StyledLine; readonly width: number },
): StyledLine {
  const title = titleOf(state, pane, several);
  // Output is shown from its end; that it has a beginning must be said.
  const above = pane.follows && pane.window.above ? aboveMarker(state, pane) : [];
  const both = above.length > 0 && title.length > 0 ? [...above, span('  '), ...title] : [...above, ...title];
  // Where there is no room for both, whose pane it is counts more.
  return title.length > 0 && lineWidth(both) > titleRoom(left, width) ? title : both;
}

function aboveMarker(state: ViewState, pane: PanePlan): StyledLine {
  const { panes, keys } = messages().ui;
  return [span(`${panes.above}: `, 'dim'), bold(reach(state, pane, keys.pageUp))];
}

/** The key, with Tab before it where another pane has the keys. */
const reach = (state: ViewState, pane: PanePlan, key: string): string =>
  scrollTarget(state)?.id === pane.id ? key : messages().ui.panes.tabThen({ key });

function titleOf(state: ViewState, pane: PanePlan, several: boolean): StyledLine {
  const say = messages().ui.panes;
  const focused = several && (state.focus === pane.id || (state.focus === 'input' && pane.id === 'work'));
  const name = (text: string): Span[] => (focused ? [bold(`[${text}]`, 'accent')] : [span(text, 'dim')]);
  if (pane.id === 'lesson') {
    const mark = standingMark(state);
    const title = several ? name(say.lesson) : [];
    return title.length > 0 && mark.length > 0 ? [...mark, span('  '), ...title] : [...mark, ...title];
  }
  if (pane.id === 'work') return name(workTitle(state));
  if (pane.id === 'live') return name(messages().live.title);
  const run = state.backgrounds.find(({ info }) => paneOfRun(info.run) === pane.id);
  if (!run) return [];
  const standing = run.end
    ? span(endedWord(run.end), 'wait')
    : span(say.running({ time: elapsed(run, state.now) }), 'good');
  return [...name(say.background({ name: run.info.id ?? run.info.line })), span('  '), standing];
}

/** A step that is done; one that was passed before is no longer green while it is done again. */
function standingMark(state: ViewState): StyledLine {
  const say = messages().ui.panes;
  const standing = standingOnScreen(state);
  if (standing === 'skipped') return [span(say.skipped, 'good')];
  if (standing !== 'passed') return [];
  return state.phase === 'passed' ? [span(`${glyphs().good} ${say.passed}`, 'good')] : [span(say.passedBefore, 'dim')];
}

/** That it has ended, and how. */
const endedWord = ({ exit, stopped }: RunEnd): string => {
  const say = messages().ui.panes;
  // A shell that was asked to end does so with an exit code of its own: that would look like a failure.
  if (stopped) return messages().ui.runs.stopped;
  return exit === undefined ? say.ended : say.endedExit({ exit });
};

function workTitle(state: ViewState): string {
  const say = messages().ui.panes;
  if (state.runs.length > 0) return say.output;
  return stepOnScreen(state)?.step.quiz ? say.answer : say.result;
}

/** What stands in the rule below a pane: how much of it is further down, and the key that goes there. */
export function belowMarker(state: ViewState, pane: PanePlan): StyledLine {
  const { below } = pane.window;
  if (below === 0) return [];
  const { panes, keys } = messages().ui;
  const key = (name: string): string => reach(state, pane, name);
  const isNew = pane.follows && newBlocks(pane.content, pane.scroll);
  if (isNew) return [span(`${panes.newLines({ count: isNew })}: `, 'wait'), bold(key(panes.end))];
  const down = isTyping(modeOf(state)) ? keys.pages : panes.down;
  return [span(`${panes.more({ count: below })}: `), bold(key(down))];
}
