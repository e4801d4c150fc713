import { recordOf } from '../course/index.ts';
import { isBusy, isDone, solvedBy, stepOnScreen } from './view.ts';
import type { ViewState } from './view-state.ts';

/** What is offered to a learner who does not get on. */
export type Offer = { readonly kind: 'hint'; readonly left: number } | { readonly kind: 'solution' };

/** So many attempts, or commands of the learner's own in a row that brought nothing. */
const enough = {
  hint: { attempts: 2, commands: 3 },
  solution: { attempts: 4, commands: 6 },
} as const;

/** Attempts at the step on the screen, of this session and earlier ones. */
const attemptsOf = ({ course, ref }: ViewState): number => (course && ref && recordOf(course, ref)?.attempts) ?? 0;

/** What helps now, offered and never forced; undefined as long as nothing shows that help is wanted. */
export function offerTo(state: ViewState): Offer | undefined {
  const step = stepOnScreen(state)?.step;
  if (!step || isDone(state) || (state.phase !== 'failed' && state.phase !== 'watching')) return undefined;
  const isPast = ({ attempts, commands }: (typeof enough)[keyof typeof enough]): boolean =>
    attemptsOf(state) >= attempts || state.missed >= commands;
  if (!isPast(enough.hint)) return undefined;
  const left = step.hints.length - state.hints.length;
  if (left > 0 && !isPast(enough.solution)) return { kind: 'hint', left };
  return solvedBy(step) && { kind: 'solution' };
}

/** Nothing was done about it yet: here a solution would take something away, and its text may not have been read. */
export const isUntried = (state: ViewState): boolean =>
  attemptsOf(state) === 0 && state.runs.length === 0 && state.hints.length === 0 && state.missed === 0;

/** A solution that is shown can be performed now. */
export const canSolve = (state: ViewState): boolean => !isBusy(state) && !isDone(state);
