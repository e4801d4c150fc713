import { messages } from '../messages/index.ts';
import type { Session } from '../session/types.ts';
import { say } from './effects.ts';
import { scrollTo } from './scroll.ts';
import type { Store } from './store.ts';
import { isSingleChoice, stepOnScreen } from './view.ts';

/** Moves the cursor through the options and keeps it in sight. */
export function moveQuiz(store: Store, by: 1 | -1): void {
  const state = store.get();
  const count = stepOnScreen(state)?.step.quiz?.options.length ?? 0;
  const to = Math.min(count - 1, Math.max(0, state.quiz.cursor + by));
  if (to < 0) return;
  store.act({ type: 'quiz-moved', to });
  const scroll = to === 0 ? ({ at: 'top' } as const) : scrollTo('options', to - 1);
  store.act({ type: 'scrolled', pane: 'work', scroll });
}

/** Chooses an option, or takes the choice back where several may be right. */
export function pickOption(store: Store, index: number): void {
  const state = store.get();
  const options = stepOnScreen(state)?.step.quiz?.options ?? [];
  if (index >= options.length) return;
  const { chosen } = state.quiz;
  store.act({ type: 'quiz-moved', to: index });
  const others = chosen.filter((each) => each !== index);
  const toggled = chosen.includes(index) ? others : [...others, index].sort((a, b) => a - b);
  store.act({ type: 'quiz-chosen', chosen: isSingleChoice(state) ? [index] : toggled });
}

/** Gives the answer. Where one option is right and none is chosen, the one under the cursor is meant. */
export function answerQuiz(store: Store, session: Session): void {
  const { quiz } = store.get();
  const single = isSingleChoice(store.get());
  const chosen = quiz.chosen.length === 0 && single ? [quiz.cursor] : quiz.chosen;
  if (chosen.length === 0) say(store, messages().ui.quiz.nothingChosen);
  else session.answer(chosen);
}
