import { messages } from '../messages/index.ts';
import { type Handler, say } from './effects.ts';
import { performMain, skip } from './step-actions.ts';
import { isUntried } from './stuck.ts';
import { isDone, solvedBy, stepOnScreen } from './view.ts';

/** The solution is shown at once where it takes nothing away; else the learner is asked. */
export const showSolution: Handler = (context) => {
  const { store } = context;
  const state = store.get();
  const step = stepOnScreen(state)?.step;
  const by = step && solvedBy(step);
  if (by === undefined) say(store, messages().ui.solution.none);
  else if (by !== 'commands' && !isDone(state) && isUntried(state))
    store.act({ type: 'overlay-shown', overlay: { kind: 'solution-ask' } });
  else openSolution(context);
};

/** Shows its page. */
export const openSolution: Handler = ({ store }) => store.act({ type: 'overlay-shown', overlay: { kind: 'solution' } });

/** Has it performed: a step's own commands are the step, whatever else solves it counts as skipped. */
export const solve: Handler = (context) => {
  const { store } = context;
  const step = stepOnScreen(store.get())?.step;
  if (step && solvedBy(step) === 'commands') {
    store.act({ type: 'overlay-shown', overlay: { kind: 'none' } });
    performMain(context);
  } else skip(context);
};
