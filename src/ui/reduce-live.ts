import { noNames } from '../command/complete/types.ts';
import { withNames } from '../live/passed-away.ts';
import type { Snapshot } from '../live/snapshot.ts';
import { wideColumns } from './layout.ts';
import { hasLivePane } from './view.ts';
import type { LiveView, ViewState } from './view-state.ts';

/** `v`: beside the lesson where there is room, else over it. */
export function toggleLive(state: ViewState): ViewState {
  if (state.overlay.kind === 'live') return { ...state, overlay: { kind: 'none' } };
  if (state.size.columns < wideColumns) return withoutScroll({ ...state, overlay: { kind: 'live' } }, 'overlay');
  const isOpen = !hasLivePane(state);
  const next = { ...state, live: { ...state.live, isOpen } };
  if (isOpen) return withoutScroll(next, 'live');
  // A pane that is gone cannot keep the keys.
  const pane = state.pane === 'live' ? 'lesson' : state.pane;
  return { ...next, pane, focus: state.focus === 'live' ? pane : state.focus };
}

/** In a window of another size the view stands where it belongs there. */
export function fitLive(state: ViewState): ViewState {
  const isWide = state.size.columns >= wideColumns;
  if (isWide && state.overlay.kind === 'live') {
    return { ...state, overlay: { kind: 'none' }, live: { ...state.live, isOpen: true } };
  }
  const isLost = state.pane === 'live' && !hasLivePane(state);
  return isLost ? { ...state, pane: 'lesson', focus: state.focus === 'live' ? 'lesson' : state.focus } : state;
}

/** How Kafka looks now. The first sight of something in a step is what its changes are told from. */
export function tellLive(state: ViewState, snapshot: Snapshot): ViewState {
  const { baseline, names = noNames } = state.live;
  const isSame = baseline?.kafka?.value.clusterId === snapshot.kafka?.value.clusterId;
  const first: Snapshot = {
    owned: snapshot.owned,
    ...pick('kafka', isSame ? baseline?.kafka : undefined, snapshot.kafka),
    ...pick('connect', baseline?.connect, snapshot.connect),
  };
  // Those of another cluster have not gone from this one.
  const seen = withNames(isSame ? names : { ...noNames, connectors: names.connectors }, snapshot);
  return { ...state, live: { ...state.live, snapshot, baseline: first, names: seen } };
}

/** Another step: what is seen now was there before it. */
export const beginLive = ({ names: _, ...live }: LiveView): LiveView => ({
  ...live,
  ...(live.snapshot && { baseline: live.snapshot }),
});

const pick = <K extends string, T>(key: K, known: T | undefined, seen: T | undefined) => {
  const value = known ?? seen;
  return value === undefined ? {} : ({ [key]: value } as Record<K, T>);
};

function withoutScroll(state: ViewState, pane: 'live' | 'overlay'): ViewState {
  const { [pane]: _, ...scroll } = state.scroll;
  return { ...state, scroll };
}
