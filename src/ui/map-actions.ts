import { allSteps, sameStep, stepStanding } from '../course/index.ts';
import type { Handler } from './effects.ts';
import { courseOf } from './view.ts';

const close: Handler = ({ store }) => store.act({ type: 'overlay-shown', overlay: { kind: 'none' } });

/** Opens the map at the step on the screen, or closes it. */
export const toggleMap: Handler = (context) => {
  const { pack, ref, overlay } = context.store.get();
  if (overlay.kind === 'map') {
    close(context);
    return;
  }
  const cursor = allSteps(pack).findIndex((step) => ref !== undefined && sameStep(step, ref));
  context.store.act({ type: 'overlay-shown', overlay: { kind: 'map', cursor: Math.max(0, cursor), refused: false } });
};

/** Moves the cursor by steps. */
export const moveMap =
  (by: number): Handler =>
  ({ store }) => {
    const { overlay, pack } = store.get();
    if (overlay.kind !== 'map') return;
    const cursor = Math.min(allSteps(pack).length - 1, Math.max(0, overlay.cursor + by));
    store.act({ type: 'overlay-shown', overlay: { kind: 'map', cursor, refused: false } });
  };

/** Opens the step under the cursor; a locked one is told what it waits for. */
export const openFromMap: Handler = (context) => {
  const { store, effects } = context;
  const state = store.get();
  if (state.overlay.kind !== 'map') return;
  const ref = allSteps(state.pack)[state.overlay.cursor];
  if (!ref) return;
  if (stepStanding(courseOf(state), ref) === 'locked') {
    store.act({ type: 'overlay-shown', overlay: { ...state.overlay, refused: true } });
    return;
  }
  close(context);
  effects.session.open(ref);
};
