import { courseProgress } from '../course/index.ts';
import type { StyledLine } from '../markdown/types.ts';
import { messages } from '../messages/index.ts';
import { aheadRows, type MapRows, mapRows, nothingFoundRows } from './content/map.ts';
import { overlayBox } from './plan-page.ts';
import { type PromptLine, promptLine } from './prompt.ts';
import { courseOf } from './view.ts';
import type { MapOverlay, ViewState } from './view-state.ts';

/** The map as a page: its rows, how many are further down, and the line at its foot while something is searched. */
export type MapPage = {
  readonly title: string;
  readonly rows: readonly StyledLine[];
  readonly below: number;
  readonly prompt?: PromptLine;
};

/** The map, scrolled so that the cursor stands near its middle; what is asked stands at its foot. */
export function mapPage(state: ViewState, map: MapOverlay): MapPage {
  const say = messages().ui.map;
  const { width, height } = overlayBox(state);
  const isTyped = map.search !== undefined && !map.asks;
  const question = map.asks ? aheadRows(state, map, width) : [];
  const room = Math.max(1, height - question.length - (isTyped ? 1 : 0));
  const drawn = mapRows(state, map, width);
  const { rows, below } =
    drawn.rows.length > 0 ? cutMap(drawn, room) : { rows: nothingFoundRows(map, width), below: 0 };
  const filled = Array.from({ length: room }, (_, index): StyledLine => rows[index] ?? []);
  return {
    title: `${say.title} ${say.done(courseProgress(courseOf(state)))}`,
    rows: [...filled, ...question],
    below: map.asks ? 0 : below,
    ...(isTyped && map.search && { prompt: promptLine(' /', map.search, state.size.columns, say.searchPlaceholder) }),
  };
}

/** Rows around the cursor. Of a lesson that begins further up, the first row says which it is. */
function cutMap({ rows, cursor }: MapRows, room: number): { rows: readonly StyledLine[]; below: number } {
  const top = Math.max(0, Math.min(cursor - Math.floor(room / 2), rows.length - room));
  const heading = rows[top]?.heading ?? top;
  const cut = rows.slice(top, top + room).map(({ line }) => line);
  const [, ...rest] = cut;
  const isInside = heading < top && cursor !== top;
  return {
    rows: isInside ? [rows[heading]?.line ?? [], ...rest] : cut,
    below: Math.max(0, rows.length - top - room),
  };
}
