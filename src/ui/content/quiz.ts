import type { Quiz } from '../../lesson/types.ts';
import { layoutMarkdown, layoutText, padLine } from '../../markdown/index.ts';
import type { Span, StyledLine } from '../../markdown/types.ts';
import { messages } from '../../messages/index.ts';
import { glyphs } from '../../terminal/glyphs.ts';
import { indentLines, span } from '../spans.ts';
import { isDone, isSingleChoice, quizOpen } from '../view.ts';
import type { QuizView, ViewState } from '../view-state.ts';

export type QuizPart = {
  readonly quiz: Quiz;
  readonly view: QuizView;
  readonly single: boolean;
  /** it still wants an answer */
  readonly open: boolean;
  /** nothing is left to be found out */
  readonly told: boolean;
  readonly focused: boolean;
  /** nothing is drawn: what was chosen is said */
  readonly aloud?: boolean;
};

/** The quiz of the step on the screen, as it stands. */
export const quizPart = (state: ViewState, quiz: Quiz): QuizPart => ({
  quiz,
  view: state.quiz,
  single: isSingleChoice(state),
  open: quizOpen(state),
  told: state.quiz.answer?.right === true || isDone(state),
  focused: state.focus === 'work',
});

const markCells = 8;
const markCellsAloud = 5;

/** An option: cursor, number, whether it is chosen, its text, and what was said to it. */
export function optionRows(part: QuizPart, index: number, width: number): readonly StyledLine[] {
  const option = part.quiz.options[index];
  if (!option) return [];
  const { view } = part;
  const isHere = part.open && part.focused && view.cursor === index;
  const chosen = view.chosen.includes(index);
  const box = part.single ? (chosen ? '(x)' : '( )') : chosen ? '[x]' : '[ ]';
  const mark: Span[] = part.aloud
    ? [span(`  ${index + 1}.`)]
    : [span(isHere ? '>' : ' ', 'accent'), span(` ${index + 1} `), span(box, chosen ? 'accent' : 'plain')];
  const cells = part.aloud ? markCellsAloud : markCells;
  const text = layoutMarkdown(option.text, { width: width - cells });
  return [
    ...text.map((line, row) => [...padLine(row === 0 ? mark : [], cells), ...line]),
    ...indentLines(feedbackRows(part, index, width - cells), cells),
  ];
}

/** Only what was chosen is commented on: a wrong answer must not give the right one away. Once it is answered or skipped, every option is. */
function feedbackRows({ quiz, view, told, aloud }: QuizPart, index: number, width: number): readonly StyledLine[] {
  const option = quiz.options[index];
  const isAnswer = view.answer?.chosen.includes(index);
  const isCommented = told || isAnswer;
  if (!option || !isCommented) return [];
  const say = messages().ui.quiz;
  const [text, tone] = option.correct
    ? ([`${glyphs().good} ${say.right}`, 'good'] as const)
    : ([`${glyphs().bad} ${say.wrong}`, isAnswer ? 'bad' : 'dim'] as const);
  const verdict = span(aloud && isAnswer ? messages().ui.plain.yourAnswer({ verdict: text }) : text, tone);
  return [[verdict], ...(option.feedback === undefined ? [] : layoutMarkdown(option.feedback, { width }))];
}

/** How to answer. */
export const quizIntro = (single: boolean, width: number): readonly StyledLine[] =>
  layoutText(single ? messages().ui.quiz.chooseOne : messages().ui.quiz.chooseSome, { width, tone: 'dim' });
