import { layoutText } from '../../markdown/index.ts';
import type { StyledLine, Tone } from '../../markdown/types.ts';
import { messages } from '../../messages/index.ts';
import { brokenService } from '../labels.ts';
import { indentLines } from '../spans.ts';
import { duration } from '../time.ts';
import { failedService, isDone, isLastStep, liveInteractive, liveRun, stepOnScreen } from '../view.ts';
import type { ViewState } from '../view-state.ts';
import { detail, markCells } from './checks.ts';

/** One calm line: how the step stands, why, and which key goes on. */
export function statusRows(state: ViewState, width: number): readonly StyledLine[] {
  const text = statusText(state);
  return text ? layoutText(text.text, { width, tone: text.tone }) : [];
}

function statusText(state: ViewState): { text: string; tone: Tone } | undefined {
  const say = messages().ui.status;
  const step = stepOnScreen(state)?.step;
  const time = duration(state.now - state.phaseSince);
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
      return { text: say.checking({ time }), tone: 'wait' };
    case 'watching':
      // A board has a line of its own, and the footer the keys.
      return step?.board ? undefined : { text: say.watching, tone: 'dim' };
    case 'passed':
      return { text: `✓ ${isLastStep(state) ? say.passedLast : say.passed}`, tone: 'good' };
    case 'skipped':
      return { text: say.skipped, tone: 'dim' };
    case 'failed': {
      if (step?.kind === 'quiz') return { text: `✗ ${say.quizFailed}`, tone: 'bad' };
      const hasHint = (step?.hints.length ?? 0) > state.hints.length;
      return { text: `✗ ${hasHint ? say.failedHint : say.failed}`, tone: 'bad' };
    }
    case 'blocked':
      if (state.setup) return { text: `! ${say.setupFailed}`, tone: 'wait' };
      return failedService(state)
        ? undefined
        : { text: `! ${say.blocked({ service: brokenService(state) })}`, tone: 'wait' };
  }
}

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
  return [
    ...layoutText(`! ${what}`, { width, tone: 'bad' }),
    ...(why === undefined ? [] : detail(say.checks.why, why, width)),
    ...(next === undefined ? [] : detail(say.failure.next, next, width)),
    ...layoutText(waits ? say.failure.retryLater : say.failure.retry, { width, tone: 'dim' }),
  ];
}
