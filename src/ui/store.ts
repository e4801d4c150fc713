import type { SessionEvent } from '../session/events.ts';
import type { UiAction } from './actions.ts';
import { reduce } from './state.ts';
import type { ViewState } from './view-state.ts';

export type Store = {
  readonly get: () => ViewState;
  /** What the learner does: seen at once. */
  readonly act: (action: UiAction) => void;
  /** What the session tells: however much comes, the screen is drawn at most every `frameMs`. */
  readonly tell: (event: SessionEvent) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Draws nothing more. */
  readonly close: () => void;
};

/** About 30 frames a second. */
export const frameMs = 33;

/** Keeps the view. The reducer runs at once for every event; listeners hear of session events in batches. */
export function createStore(initial: ViewState, now: () => number = Date.now): Store {
  const listeners = new Set<() => void>();
  let state = initial;
  let timer: NodeJS.Timeout | undefined;

  const notify = (): void => {
    clearTimeout(timer);
    timer = undefined;
    for (const listener of listeners) listener();
  };

  return {
    get: () => state,
    act: (action) => {
      const next = reduce(state, action, now());
      if (next === state) return;
      state = next;
      notify();
    },
    tell: (event) => {
      state = reduce(state, event, now());
      timer ??= setTimeout(notify, frameMs);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      clearTimeout(timer);
      listeners.clear();
    },
  };
}
