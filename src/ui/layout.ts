import type { PaneId, Size } from './view-state.ts';

/** Where things stand on the screen. Pure geometry in cells; (0, 0) is the top left. */

/** A pane's inside; its rule is the row above `y`. */
export type PaneBox = {
  readonly id: PaneId;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type Layout = {
  readonly columns: number;
  /** one row less than the terminal has: a frame that fills it scrolls on some */
  readonly height: number;
  /** width of the left column; undefined: one below the other */
  readonly left?: number;
  /** row of the rule under the panes */
  readonly bottom: number;
  readonly panes: readonly PaneBox[];
};

/** A pane and how many rows its content would fill at a width, counted no further than `limit`. */
export type Wanted = {
  readonly id: PaneId;
  readonly rows: (width: number, limit: number) => number;
  /** of a background command that nobody looks at now: where there is little room, its title says all */
  readonly folds?: boolean;
};

type Request = {
  readonly size: Size;
  /** rows between the rule under the panes and the footer */
  readonly extra: number;
  readonly lesson: Wanted;
  readonly work?: Wanted;
  readonly backgrounds: readonly Wanted[];
  /** stands under them, where there are two columns */
  readonly live?: Wanted;
  /** the pane that scrolls; it gets more of the room */
  readonly focus: PaneId;
  /** the lesson asks something and the work has the answers: both are to be read */
  readonly asks?: boolean;
  /** the work has the output of the learner's own command and what is said of it: both are to be read */
  readonly tells?: boolean;
};

/** From this width on lesson and output stand side by side. */
export const wideColumns = 100;
const widestLesson = 84;
/** The lesson's part of a wide window: its diagrams and commands are up to 72 cells wide. */
const lessonPart = 0.58;
const headerRows = 1;
const footerRows = 1;
const margins = 2;
/** rows that lesson and work keep, whatever is in the background */
const fewestAbove = 2;

export function layOut(request: Request): Layout {
  const { size, extra } = request;
  const height = size.rows - 1;
  const bottom = height - footerRows - extra - 1;
  const body = { y: headerRows, height: bottom - headerRows };
  const others = [request.work, ...request.backgrounds, request.live].filter((each) => each !== undefined);
  const base = { columns: size.columns, height, bottom };
  if (others.length > 0 && size.columns >= wideColumns) {
    const left = Math.min(widestLesson, Math.round(size.columns * lessonPart));
    const lesson = [{ wanted: request.lesson, height: body.height - 1 }];
    const rest = shareRight(request, size.columns - left - 1 - margins, body.height);
    return {
      ...base,
      left,
      panes: [...stack(lesson, 0, body.y, left), ...stack(rest, left + 1, body.y, size.columns - left - 1)],
    };
  }
  const rows = shareStack(request, size.columns - margins, body.height);
  return { ...base, panes: stack(rows, 0, body.y, size.columns) };
}

type Share = { readonly wanted: Wanted; readonly height: number };

function stack(shares: readonly Share[], x: number, top: number, width: number): PaneBox[] {
  let y = top;
  return shares.map(({ wanted, height }) => {
    const box = { id: wanted.id, x: x + 1, y: y + 1, width: width - margins, height };
    y += height + 1;
    return box;
  });
}

/** With fewer rows than this for all panes of a column, background commands that nobody looks at are folded, but for the one with the focus. */
const roomy = 30;

/** Background panes get what they need, up to a third of the room together; the one with the focus, up to half of it. */
function shareBackgrounds({ backgrounds, focus }: Request, width: number, room: number): readonly Share[] {
  const isFolded = ({ id, folds }: Wanted): boolean => folds === true && id !== focus && room < roomy;
  const open = backgrounds.filter((wanted) => !isFolded(wanted)).length;
  const most = Math.max(1, Math.floor(room / 3 / Math.max(1, open)));
  const leftByOthers = room - most * (open - 1) - fewestAbove;
  const mostFocused = Math.max(most, Math.min(Math.floor(room / 2), leftByOthers));
  return backgrounds.map((wanted) => ({
    wanted,
    height: isFolded(wanted) ? 0 : Math.max(1, wanted.rows(width, wanted.id === focus ? mostFocused : most)),
  }));
}

const sum = (shares: readonly Share[]): number => shares.reduce((total, { height }) => total + height, 0);

/** All panes one below the other: who needs less leaves the rest to the others. */
function shareStack(request: Request, width: number, height: number): readonly Share[] {
  const { lesson, work, focus, asks, tells } = request;
  const rules = 1 + (work ? 1 : 0) + request.backgrounds.length;
  const room = height - rules;
  const backgrounds = shareBackgrounds(request, width, room);
  const left = room - sum(backgrounds);
  if (!work) return [{ wanted: lesson, height: left }, ...backgrounds];
  const fair = Math.floor(left * ((focus === 'work' || tells) && !asks ? 0.7 : 0.55));
  const workRows = Math.min(work.rows(width, left), Math.max(fair, left - lesson.rows(width, left)));
  const workHeight = Math.min(Math.max(1, workRows), left - 1);
  return [{ wanted: lesson, height: left - workHeight }, { wanted: work, height: workHeight }, ...backgrounds];
}

/** The right column. The live view gets what the others do not need, and at most a third of it if they need all: output comes first. */
function shareRight(request: Request, width: number, height: number): readonly Share[] {
  const { live, work, backgrounds, focus } = request;
  if (!live) return shareColumn(request, width, height);
  if (!work && backgrounds.length === 0) return [{ wanted: live, height: height - 1 }];
  const rules = 1 + backgrounds.length + (work ? 1 : 0);
  const room = height - rules;
  const needed = [...(work ? [work] : []), ...backgrounds].reduce((total, each) => total + each.rows(width, room), 0);
  const most = Math.max(Math.floor(room * (focus === 'live' ? 2 / 3 : 1 / 3)), room - needed);
  const fewest = (work ? 1 : 0) + backgrounds.length;
  const rows = Math.max(1, Math.min(live.rows(width, room), most, room - fewest));
  return [...shareColumn(request, width, height - rows - 1), { wanted: live, height: rows }];
}

/** The right column without it: the work takes what the background panes leave. */
function shareColumn(request: Request, width: number, height: number): readonly Share[] {
  const { work, backgrounds } = request;
  const room = height - (work ? 1 : 0) - backgrounds.length;
  if (work) {
    const shares = shareBackgrounds(request, width, room);
    return [{ wanted: work, height: room - sum(shares) }, ...shares];
  }
  const each = Math.floor(room / backgrounds.length);
  return backgrounds.map((wanted, index) => ({
    wanted,
    height: index === 0 ? room - each * (backgrounds.length - 1) : each,
  }));
}
