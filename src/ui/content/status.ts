import type { Quiz, Step } from '../../lesson/types.ts';
import { layoutMarkdown, layoutText, wrapSpans } from '../../markdown/index.ts';
import type { StyledLine, Tone } from '../../markdown/types.ts';
import { type Messages, messages } from '../../messages/index.ts';
import { glyphs } from '../../terminal/glyphs.ts';
import { commandsOf } from '../block-commands.ts';
import { brokenService } from '../labels.ts';
import { indentLines, span } from '../spans.ts';
import { offerTo } from '../stuck.ts';
import { duration } from '../time.ts';
import {
  downService,
  failedService,
  failsAgain,
  isDone,
  isLastStep,
  isQuitArmed,
  liveInteractive,
  liveRun,
  startingService,
  stepOnScreen,
} from '../view.ts';
import type { ViewState } from '../view-state.ts';
import { detail, markCells } from './checks.ts';
import { proseCells } from './lesson.ts';

type Sentences = Messages['ui']['status'];

/** One calm line: how the step stands, why, and which key goes on. */
export function statusRows(
  state: ViewState,
  width: number,
  say: Sentences = messages().ui.status,
): readonly StyledLine[] {
  const status = standingRows(state, width, say);
  return [...status, ...offerRows(state, width)];
}

function standingRows(state: ViewState, width: number, say: Sentences): readonly StyledLine[] {
  const text = statusText(state, say);
  if (!text) return [];
  const said = isDone(state) ? [...learned(state), span(` ${goOn(state)}`, 'dim')] : [];
  return wrapSpans([span(text.text, text.tone), ...said], width);
}

const goOn = (state: ViewState): string => {
  const say = messages().ui.status;
  return isLastStep(state) ? say.goOnLast : say.goOn;
};

/** What a learner takes along from a step that is passed. */
function learned(state: ViewState): StyledLine {
  const sentence = state.phase === 'passed' ? stepOnScreen(state)?.step.learned : undefined;
  if (sentence === undefined) return [];
  // Its lines are joined again: it goes on in the line where the verdict stands.
  return layoutMarkdown(sentence, { width: proseCells }).flatMap((line) => [span(' '), ...line]);
}

/** One calm line for somebody who does not get on. */
export function offerRows(state: ViewState, width: number): readonly StyledLine[] {
  const offer = offerTo(state);
  if (!offer) return [];
  const say = messages().ui.status;
  const text = offer.kind === 'hint' ? say.offerHint({ left: offer.left }) : say.offerSolution;
  return layoutText(text, { width, tone: 'accent' });
}

function statusText(state: ViewState, say: Sentences): { text: string; tone: Tone } | undefined {
  const step = stepOnScreen(state)?.step;
  const time = duration(state.now - state.phaseSince);
  const gone = liveRun(state) && downService(state);
  const starting = startingService(state);
  if (gone) return { text: `! ${say.goneUnder({ service: gone })}`, tone: 'wait' };
  if (liveInteractive(state)) return state.focus === 'input' ? undefined : { text: say.typingLeft, tone: 'dim' };
  switch (state.phase) {
    case 'open':
      return undefined;
    case 'preparing':
      if (state.setup) return { text: say.settingUp({ ...state.setup, time }), tone: 'wait' };
      return { text: say.preparing({ service: brokenService(state), time }), tone: 'wait' };
    case 'running':
      // A live command shows its own time, and the footer how to stop it.
      return liveRun(state) ? undefined : { text: say.running({ time }), tone: 'dim' };
    case 'checking':
      // Soon after another Ctrl+C it would quit, as the footer says.
      return { text: isQuitArmed(state) ? say.checkingOn({ time }) : say.checking({ time }), tone: 'wait' };
    case 'watching':
      // A board has a line of its own, and the footer the keys; help that is offered takes its place.
      return step?.board || offerTo(state) ? undefined : { text: say.watching, tone: 'dim' };
    case 'passed':
      return { text: `${glyphs().good} ${say.passed}`, tone: 'good' };
    case 'skipped':
      return { text: step ? skippedText(state, step) : '', tone: 'dim' };
    case 'failed':
      return { text: `${glyphs().bad} ${failedText(state, step, say)}`, tone: 'bad' };
    case 'blocked':
      if (starting) return { text: `! ${say.startingAgain({ service: starting })}`, tone: 'wait' };
      if (state.setup) return { text: `! ${say.setupFailed}`, tone: 'wait' };
      return failedService(state)
        ? undefined
        : { text: `! ${say.blocked({ service: brokenService(state) })}`, tone: 'wait' };
  }
}

/** What was done for the learner, and how to do it after all. */
function skippedText(state: ViewState, { kind, runs, solution }: Step): string {
  const say = messages().ui.status;
  if (kind === 'quiz') return say.skippedQuiz;
  if (state.checks.some(({ state: check }) => check.status === 'fail' || check.status === 'error'))
    return say.skippedInVain;
  const blocks = kind === 'run' ? runs : solution;
  const commands = blocks.flatMap((block) => (block.kind === 'file' ? [] : commandsOf(block))).length;
  const files = blocks.filter((block) => block.kind === 'file').length;
  return kind === 'run' ? say.skippedRun({ commands }) : say.skipped({ commands, files });
}

function failedText(state: ViewState, step: Step | undefined, say: Sentences): string {
  if (step?.quiz) return isPartRight(state, step.quiz) ? say.quizMissing : say.quizFailed;
  if (failsAgain(state)) return step?.kind === 'run' ? say.failedAgain : say.failedAgainExercise;
  return step?.kind === 'exercise' ? say.failedExercise : say.failed;
}

/** All that was chosen is right, and not all that is right was chosen. */
const isPartRight = ({ quiz }: ViewState, { options }: Quiz): boolean =>
  quiz.answer?.chosen.every((index) => options[index]?.correct) === true;

/** What the lesson's author knows of this mistake, in line with the check it explains. */
export function mistakeRows(state: ViewState, width: number): readonly StyledLine[] {
  if (!state.mistake) return [];
  const say = messages().ui.checks;
  const { say: text, tryNext } = state.mistake;
  const inner = width - markCells;
  const rows = [
    ...detail(say.because, text, inner),
    ...(tryNext === undefined ? [] : detail(say.tryNext, tryNext, inner)),
  ];
  return indentLines(rows, markCells);
}

/** A service that could not be started: what, why, what to do, and the key that tries again. */
export function failureRows(state: ViewState, width: number): readonly StyledLine[] {
  const failed = failedService(state);
  if (!failed) return [];
  const say = messages().ui;
  const { what, why, next } = failed.explanation;
  const kind = stepOnScreen(state)?.step.kind;
  const waits = kind === 'reading' || kind === 'quiz' || isDone(state);
  const retry = startingService(state) ? '' : waits ? say.failure.retryLater : say.failure.retry;
  return [
    ...layoutText(`! ${what}`, { width, tone: 'bad' }),
    ...(why === undefined ? [] : detail(say.checks.why, why, width)),
    ...(next === undefined ? [] : detail(say.failure.next, next, width)),
    ...layoutText([...(isForShell(next) ? [say.failure.inShell] : []), retry].join(' ').trim(), { width, tone: 'dim' }),
  ];
}

/** What is to be done next is a command of the system, which the command line does not take. */
const isForShell = (next = ''): boolean => /^(kafka-lessons|sudo) /.test(next);
