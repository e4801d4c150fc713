import { stepStanding } from '../course/index.ts';
import type { StepRef } from '../course/types.ts';
import { editLine, emptyLine, type LineAction } from '../terminal/line-editor.ts';
import type { Context, Handler } from './effects.ts';
import { placesOf, samePlace, shownLessons, stepOf } from './map-places.ts';
import type { Store } from './store.ts';
import { courseOf } from './view.ts';
import type { MapOverlay, ViewState } from './view-state.ts';

const show = (store: Store, map: MapOverlay): void => store.act({ type: 'overlay-shown', overlay: map });

const close = (store: Store): void => store.act({ type: 'overlay-shown', overlay: { kind: 'none' } });

/** What a key does with the map, where that is open. */
const onMap =
  (act: (context: Context, map: MapOverlay, state: ViewState) => void): Handler =>
  (context) => {
    const state = context.store.get();
    if (state.overlay.kind === 'map') act(context, state.overlay, state);
  };

const mapAt = ({ lesson, step }: StepRef, asks = false): MapOverlay => ({
  kind: 'map',
  at: { lesson, step },
  unfolded: lesson,
  asks,
});

/** Opens the map at the step on the screen, or closes it. */
export const toggleMap: Handler = ({ store }) => {
  const { pack, ref, overlay } = store.get();
  const first = pack.lessons[0];
  if (overlay.kind === 'map') close(store);
  else if (ref) show(store, mapAt(ref));
  else if (first) show(store, { kind: 'map', at: { lesson: first.id }, asks: false });
};

/** Puts a step on the screen; whether a locked one is to be opened is asked on the map. */
export function openOrAsk({ store, effects }: Pick<Context, 'store' | 'effects'>, ref: StepRef): void {
  if (stepStanding(courseOf(store.get()), ref) === 'locked') show(store, mapAt(ref, true));
  else effects.session.open(ref);
}

/** Moves the cursor by what can be chosen. */
export const moveMap = (by: number): Handler =>
  onMap(({ store }, map, { pack }) => {
    const places = placesOf(shownLessons(pack, map));
    const now = places.findIndex((place) => samePlace(place, map.at));
    const at = places[Math.min(places.length - 1, Math.max(0, now + by))];
    if (at) show(store, { ...map, at });
  });

/** Shows the steps of the lesson under the cursor; from there on, its first step. */
export const unfold: Handler = onMap((context, map) => {
  if (map.unfolded !== map.at.lesson) show(context.store, { ...map, unfolded: map.at.lesson });
  else if (map.at.step === undefined) moveMap(1)(context);
});

/** Leaves only the name of the lesson under the cursor. */
export const fold: Handler = onMap(({ store }, { unfolded: _, ...map }) =>
  show(store, { ...map, at: { lesson: map.at.lesson } }),
);

/** Opens the step under the cursor, or asks whether a locked one is to be opened. A lesson is unfolded or folded. */
export const openFromMap: Handler = onMap((context, map, state) => {
  const { store, effects } = context;
  const places = placesOf(shownLessons(state.pack, map));
  if (!places.some((place) => samePlace(place, map.at))) return;
  const ref = stepOf(map.at);
  if (!ref) {
    const { search, ...rest } = map;
    if (search) show(store, { ...rest, unfolded: map.at.lesson });
    else if (map.unfolded === map.at.lesson) fold(context);
    else unfold(context);
  } else if (stepStanding(courseOf(state), ref) === 'locked') show(store, { ...map, asks: true });
  else {
    close(store);
    effects.session.open(ref);
  }
});

/** Yes to the question: the locked step is opened. */
export const openAhead: Handler = onMap(({ store, effects }, map) => {
  const ref = stepOf(map.at);
  if (!map.asks || !ref) return;
  close(store);
  effects.session.open(ref, 'ahead');
});

/** `/`: a line to type what is looked for. */
export const beginSearch: Handler = onMap(({ store }, map) => show(store, { ...map, search: emptyLine() }));

/** What is typed there; the cursor goes to the first match. */
export function editSearch(store: Store, action: LineAction): void {
  const { overlay, pack } = store.get();
  if (overlay.kind !== 'map' || !overlay.search) return;
  const search = editLine(overlay.search, action);
  const map = { ...overlay, search };
  const isOther = search.text !== overlay.search.text;
  const at = (isOther && placesOf(shownLessons(pack, map))[0]) || map.at;
  show(store, { ...map, at });
}

/** Esc: the question goes first, then what was typed, then the line for it, then the map. */
export function leaveMap(store: Store, { search, ...map }: MapOverlay): void {
  if (map.asks) show(store, { ...map, asks: false, ...(search && { search }) });
  else if (search?.text) show(store, { ...map, unfolded: map.at.lesson, search: emptyLine() });
  else if (search) show(store, map);
  else close(store);
}
