import type { Quiz } from '../lesson/types.ts';
import type { StyledLine } from '../markdown/types.ts';
import { messages } from '../messages/index.ts';
import { finishedRows } from './content/finished.ts';
import { lessonContent } from './content/lesson.ts';
import { optionRows, quizPart } from './content/quiz.ts';
import { solutionContent } from './content/solution.ts';
import { failureRows, offerRows, statusRows } from './content/status.ts';
import { percentDone } from './header.ts';
import { plainLines, wrapSaid } from './plain-wrap.ts';
import { failsAgain, isDone, stepOnScreen } from './view.ts';
import type { QuizView, ViewState } from './view-state.ts';

/** Where the learner is, the text of the step, and how it stands. */
export const stepLines = (state: ViewState, width: number): string[] => [
  ...textLines(state, width),
  ...answerLines(state, width),
  ...(isDone(state) ? standingLines(state, width) : []),
];

/** Where the learner is, and the text of the step. */
export function textLines(state: ViewState, width: number): string[] {
  const body = lessonContent(state, true).flatMap((section) => section.rows(0, width));
  return [...wrapSaid([placeLine(state)], width), '', ...plainLines(body)];
}

/** The answers of a quiz, to choose from; none where the step has none. */
export function answerLines(state: ViewState, width: number): string[] {
  const quiz = quizRows(state, width);
  return quiz.length === 0 ? [] : ['', messages().ui.plain.answers, ...plainLines(quiz)];
}

/** How a step stands that is opened. */
export const standingLines = (state: ViewState, width: number): string[] =>
  plainLines([...failureRows(state, width), ...statusRows(state, width)]);

function placeLine(state: ViewState): string {
  const found = stepOnScreen(state);
  if (!found) return messages().ui.header.loading;
  return messages().ui.plain.place({
    title: found.lesson.title,
    lesson: found.lessonIndex + 1,
    lessons: state.pack.lessons.length,
    step: found.stepIndex + 1,
    steps: found.lesson.steps.length,
    percent: percentDone(state),
  });
}

/** How the step stands; while something runs, without the seconds that the screen counts. */
export function phaseLines(state: ViewState, width: number): string[] {
  const { phases, status } = messages().ui.plain;
  const step = stepOnScreen(state)?.step;
  switch (state.phase) {
    case 'running':
      // A command that reads lines tells itself how it is stopped: its `x` is a line.
      return step?.runs.some((block) => block.kind === 'sh' && block.interactive) ? [] : said(phases.running);
    case 'preparing':
    case 'checking':
    case 'watching':
      return said(phases[state.phase]);
    case 'skipped':
      return plainLines([...quizRows(state, width), ...failureRows(state, width), ...statusRows(state, width)]);
    case 'passed':
      // What was only to be read leads on by itself.
      return stepOnScreen(state)?.step.kind === 'reading' ? [] : plainLines(statusRows(state, width));
    case 'failed':
      // The checks have said what is missing, and the line in brackets says what Enter does.
      if (step?.kind === 'exercise' && !failsAgain(state)) return plainLines(offerRows(state, width));
      return plainLines([
        ...failureRows(state, width),
        ...statusRows(state, width, { ...messages().ui.status, ...status }),
      ]);
    case 'open':
    case 'blocked':
      return standingLines(state, width);
  }
  function said(line: string): string[] {
    return [...wrapSaid([line], width)];
  }
}

/** The answers of a quiz with what was chosen and what is told of it. */
export function quizRows(state: ViewState, width: number): readonly StyledLine[] {
  const quiz = stepOnScreen(state)?.step.quiz;
  if (!quiz) return [];
  const part = { ...quizPart(state, quiz), view: quizView(state, quiz), focused: false, aloud: true };
  return quiz.options.flatMap((_, index) => optionRows(part, index, width));
}

/** An answer given before is no longer known, but that of a quiz that was passed was right. */
function quizView({ quiz: view, phase }: ViewState, { options }: Quiz): QuizView {
  if (view.answer || phase !== 'passed') return view;
  const chosen = options.flatMap(({ correct }, index) => (correct ? [index] : []));
  return { ...view, chosen, answer: { chosen, right: true } };
}

/** The hint that was asked for last. */
export function hintRows(state: ViewState, width: number): readonly StyledLine[] {
  return lessonContent(state, true).at(-1)?.rows(0, width) ?? [];
}

/** The page of the solution. */
export function solutionLines(state: ViewState, width: number): string[] {
  const page = plainLines(solutionContent(state, true).flatMap((section) => section.rows(0, width)));
  return isDone(state) ? [...page, messages().ui.plain.solutionDone] : page;
}

export const finishedLines = (state: ViewState, width: number): string[] => plainLines(finishedRows(state, width));
