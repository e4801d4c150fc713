import { messages } from '../messages/index.ts';
import type { Session } from '../session/types.ts';
import { say } from './effects.ts';
import { planOf } from './plan.ts';
import { countRows, scrollTo } from './scroll.ts';
import type { Store } from './store.ts';
import { isSingleChoice, stepOnScreen } from './view.ts';

/** Moves the cursor through the options and keeps it in sight. A choice of one goes with it. */
export function moveQuiz(store: Store, by: 1 | -1): void {
  const state = store.get();
  const count = stepOnScreen(state)?.step.quiz?.options.length ?? 0;
  const to = Math.min(count - 1, Math.max(0, state.quiz.cursor + by));
  if (to < 0) return;
  moveTo(store, to);
  if (isSingleChoice(state) && state.quiz.chosen.length > 0) store.act({ type: 'quiz-chosen', chosen: [to] });
}

/** Chooses an option, or takes the choice back where several may be right. */
export function pickOption(store: Store, index: number): void {
  const state = store.get();
  const options = stepOnScreen(state)?.step.quiz?.options ?? [];
  if (index >= options.length) return;
  const { chosen } = state.quiz;
  moveTo(store, index);
  const others = chosen.filter((each) => each !== index);
  const toggled = chosen.includes(index) ? others : [...others, index].sort((a, b) => a - b);
  store.act({ type: 'quiz-chosen', chosen: isSingleChoice(state) ? [index] : toggled });
}

/** The cursor on an option, which is in sight then: with the one before it where there is room for both. */
function moveTo(store: Store, to: number): void {
  store.act({ type: 'quiz-moved', to });
  const pane = planOf(store.get()).panes.find(({ id }) => id === 'work');
  if (!pane) return;
  const at = pane.content.findIndex(({ id }) => id === 'options');
  const options = pane.content[at];
  const before = to === 0 ? pane.content.slice(0, at) : [];
  const rowsOf = (index: number): number => options?.rows(index, pane.width).length ?? 0;
  const needed = rowsOf(to) + (to === 0 ? countRows(before, pane.width, pane.height) : rowsOf(to - 1));
  const fits = needed <= pane.height;
  const scroll = to === 0 && fits ? ({ at: 'top' } as const) : scrollTo('options', fits ? to - 1 : to);
  store.act({ type: 'scrolled', pane: 'work', scroll });
}

/** Gives the answer. Where one option is right and none is chosen, the one under the cursor is meant. */
export function answerQuiz(store: Store, session: Session): void {
  const { quiz } = store.get();
  const single = isSingleChoice(store.get());
  const chosen = quiz.chosen.length === 0 && single ? [quiz.cursor] : quiz.chosen;
  if (chosen.length === 0) say(store, messages().ui.quiz.nothingChosen);
  else session.answer(chosen);
}
