import type { Quiz } from '../../lesson/types.ts';
import { layoutMarkdown, layoutText, padLine } from '../../markdown/index.ts';
import type { Span, StyledLine } from '../../markdown/types.ts';
import { messages } from '../../messages/index.ts';
import { indentLines, span } from '../spans.ts';
import { isSingleChoice, quizOpen } from '../view.ts';
import type { QuizView, ViewState } from '../view-state.ts';

export type QuizPart = {
  readonly quiz: Quiz;
  readonly view: QuizView;
  readonly single: boolean;
  /** it still wants an answer */
  readonly open: boolean;
  /** it was skipped: nothing is left to be found out */
  readonly skipped: boolean;
  readonly focused: boolean;
};

/** The quiz of the step on the screen, as it stands. */
export const quizPart = (state: ViewState, quiz: Quiz): QuizPart => ({
  quiz,
  view: state.quiz,
  single: isSingleChoice(state),
  open: quizOpen(state),
  skipped: state.phase === 'skipped',
  focused: state.focus === 'work',
});

const markCells = 8;

/** An option: cursor, number, whether it is chosen, its text, and what was said to it. */
export function optionRows(part: QuizPart, index: number, width: number): readonly StyledLine[] {
  const option = part.quiz.options[index];
  if (!option) return [];
  const { view } = part;
  const isHere = part.open && part.focused && view.cursor === index;
  const chosen = view.chosen.includes(index);
  const box = part.single ? (chosen ? '(x)' : '( )') : chosen ? '[x]' : '[ ]';
  const mark: Span[] = [
    span(isHere ? '>' : ' ', 'accent'),
    span(` ${index + 1} `),
    span(box, chosen ? 'accent' : 'plain'),
  ];
  const text = layoutMarkdown(option.text, { width: width - markCells });
  return [
    ...text.map((line, row) => [...padLine(row === 0 ? mark : [], markCells), ...line]),
    ...indentLines(feedbackRows(part, index, width - markCells), markCells),
  ];
}

/** Only what was chosen is commented on: a wrong answer must not give the right one away. Once it is skipped, the right ones are. */
function feedbackRows({ quiz, view, skipped }: QuizPart, index: number, width: number): readonly StyledLine[] {
  const option = quiz.options[index];
  const isCommented = view.answer?.chosen.includes(index) || (skipped && option?.correct);
  if (!option || !isCommented) return [];
  const say = messages().ui.quiz;
  const verdict = option.correct ? span(`✓ ${say.right}`, 'good') : span(`✗ ${say.wrong}`, 'bad');
  return [[verdict], ...(option.feedback === undefined ? [] : layoutMarkdown(option.feedback, { width }))];
}

/** How to answer. */
export const quizIntro = (single: boolean, width: number): readonly StyledLine[] =>
  layoutText(single ? messages().ui.quiz.chooseOne : messages().ui.quiz.chooseSome, { width, tone: 'dim' });
