import { courseProgress, type FoundStep } from '../course/index.ts';
import { cutLine, lineWidth } from '../markdown/index.ts';
import type { Span, StyledLine } from '../markdown/types.ts';
import { messages } from '../messages/index.ts';
import type { ServiceState } from '../session/events.ts';
import { bold, span, spread } from './spans.ts';
import { courseOf, lessonServices, stepOnScreen } from './view.ts';
import type { ViewState } from './view-state.ts';

const barCells = 16;

/** Where the learner is, how far the course is, and what runs. */
export function headerLine(state: ViewState, width: number): StyledLine {
  const say = messages().ui.header;
  const found = stepOnScreen(state);
  if (!found) return [span(' '), bold(say.loading)];
  const { place } = placeOf(state, found);
  const right = (withBar: boolean, brief: boolean): StyledLine => [
    ...progress(state, withBar),
    span('   '),
    ...environment(state, brief),
    span(' '),
  ];
  const left = (title: StyledLine): StyledLine => [span(' '), ...title, bold(` ${place}`)];
  const title: StyledLine = [bold(found.lesson.title)];
  const roomBeside = (part: StyledLine): number => width - lineWidth(left([])) - lineWidth(part) - 2;
  const whole = [right(true, false), right(false, false)].find((part) => lineWidth(title) <= roomBeside(part));
  if (whole) return spread(left(title), whole, width);
  const short = right(false, true);
  // A long title gives way, not the number of the step.
  return spread(left(cutLine(title, roomBeside(short))), short, width);
}

/** `2/12 - step 3/7`, and how much of the course is done. */
export function placeOf(state: ViewState, found: FoundStep): { readonly place: string; readonly percent: string } {
  const say = messages().ui.header;
  const place = say.place({
    lesson: found.lessonIndex + 1,
    lessons: state.pack.lessons.length,
    step: found.stepIndex + 1,
    steps: found.lesson.steps.length,
  });
  return { place, percent: say.percent({ percent: percentDone(state) }) };
}

/** 100 only when nothing is left. */
export function percentDone(state: ViewState): number {
  const { done, total } = courseProgress(courseOf(state));
  return total === 0 ? 0 : Math.floor((done / total) * 100);
}

function progress(state: ViewState, withBar: boolean): StyledLine {
  const percent = percentDone(state);
  const text = span(messages().ui.header.percent({ percent }));
  return withBar ? [...bar(percent, barCells), span(' '), text] : [text];
}

/** `[####------]` */
export function bar(percent: number, cells: number): StyledLine {
  const filled = Math.round((Math.min(100, percent) / 100) * cells);
  return [span('['), span('#'.repeat(filled), 'accent'), span('-'.repeat(cells - filled), 'dim'), span(']')];
}

/** Where several services stand alike, they can be told as one; what has failed is named. */
const alike = ['off', 'starting', 'up'] as const;

/** brief: several services that stand alike are told as one */
function environment(state: ViewState, brief: boolean): StyledLine {
  const all = lessonServices(state);
  const say = messages().ui.services;
  const groups = alike
    .map((standing) => ({
      standing,
      members: all.filter(({ state: each }) => each.state === standing && !isPart(each)),
    }))
    .filter(({ members }) => brief && members.length > 1);
  const grouped = groups.flatMap(({ members }) => members);
  const named = all.filter((each) => !grouped.includes(each));
  const services = [
    ...named.map((each) => serviceSpan(each.service, each.state)),
    ...groups.map(({ standing, members }) => {
      const counted = named.length === 0 && groups.length === 1 ? say.allAre : say.othersAre;
      return span(counted[standing]({ count: members.length }), tones[standing]);
    }),
  ];
  const engine = state.engine ? [span(state.engine.kind, 'dim')] : [];
  return [...engine, ...services].flatMap((part, index) => (index === 0 ? [part] : [span('  '), part]));
}

const tones = { off: 'dim', starting: 'wait', up: 'good' } as const;

/** It runs, but not all of its brokers do. */
export const isPart = (state: ServiceState): boolean => state.state === 'up' && state.brokers !== undefined;

function serviceSpan(service: string, state: ServiceState): Span {
  const say = messages().ui.services;
  switch (state.state) {
    case 'off':
      return span(say.off({ service }), 'dim');
    case 'starting': {
      const { phase, done, total } = state.progress;
      if (phase !== 'downloading' || done === undefined || !total) return span(say.starting({ service }), 'wait');
      return span(say.downloading({ percent: Math.floor((done / total) * 100) }), 'wait');
    }
    case 'up': {
      if (!state.brokers) return span(say.up({ service }), 'good');
      const { count, missing } = state.brokers;
      return span(say.part({ service, up: count - missing.length, count }), 'wait');
    }
    case 'down':
      return span(say.down({ service }), 'bad');
    case 'failed':
      return span(say.failed({ service }), 'bad');
  }
}
