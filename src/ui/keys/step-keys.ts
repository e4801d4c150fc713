import { fileToEdit } from '../file-to-edit.ts';
import { againLabel, interruptLabel, mainLabel } from '../labels.ts';
import { modeOf } from '../modes.ts';
import { hasMoreToRead } from '../reading.ts';
import { canSolve, offerTo } from '../stuck.ts';
import { failsAgain, isBusy, isDone, liveInteractive, openNext, quizOpen, solvedBy, stepOnScreen } from '../view.ts';
import type { ViewState } from '../view-state.ts';
import { type Binding, entry, everyMode, helps, keyNames, labels } from './binding.ts';

const onQuiz = (state: ViewState): boolean => quizOpen(state) && state.focus === 'work';

function solveLabel(state: ViewState): string {
  const step = stepOnScreen(state)?.step;
  switch (step && solvedBy(step)) {
    case 'commands':
      return labels().run;
    case 'solution':
      return labels().solve;
    case 'answers':
    case undefined:
      return labels().skip;
  }
}

/** Keys that do something with the step. */
export const stepKeys: readonly Binding[] = [
  {
    action: 'read-on',
    keys: ['enter'],
    modes: ['keys'],
    when: hasMoreToRead,
    name: () => keyNames().enter,
    label: (state) => (hasMoreToRead(state) ? labels().readOn : undefined),
  },
  {
    action: 'main',
    keys: ['enter'],
    modes: ['keys'],
    when: (state) => !hasMoreToRead(state),
    name: () => keyNames().enter,
    label: (state) => (hasMoreToRead(state) ? undefined : mainLabel(state)),
    help: entry('step', () => helps().main),
  },
  { action: 'skip-yes', keys: ['enter'], modes: ['skip'], name: () => keyNames().enter, label: () => labels().skip },
  {
    action: 'solution-yes',
    keys: ['enter'],
    modes: ['solution-ask'],
    name: () => keyNames().enter,
    label: () => labels().show,
  },
  {
    action: 'solve',
    keys: ['enter'],
    modes: ['solution'],
    when: canSolve,
    name: () => keyNames().enter,
    label: (state) => (canSolve(state) ? solveLabel(state) : undefined),
  },
  {
    action: 'interrupt',
    keys: ['ctrl-c'],
    modes: everyMode,
    name: () => keyNames().interrupt,
    label: (state) => {
      const isWorthIt = isBusy(state) || interruptLabel(state) !== labels().quit;
      // Esc says the same there.
      return isWorthIt && modeOf(state) !== 'search' ? interruptLabel(state) : undefined;
    },
    help: entry('step', () => helps().interrupt),
  },
  {
    action: 'type',
    keys: ['i'],
    modes: ['keys'],
    when: (state) => liveInteractive(state) !== undefined,
    name: () => 'i',
    help: entry('type', () => helps().type),
  },
  {
    action: 'quiz-pick',
    keys: ['space'],
    modes: ['keys'],
    when: quizOpen,
    name: () => keyNames().space,
    label: (state) => (quizOpen(state) ? labels().pick : undefined),
  },
  {
    action: 'edit',
    keys: ['e'],
    modes: ['keys'],
    name: () => 'e',
    label: (state) => (fileToEdit(state) ? labels().edit : undefined),
    help: entry('step', () => helps().edit),
  },
  {
    action: 'hint',
    keys: ['h'],
    modes: ['keys'],
    name: () => 'h',
    label: (state) => {
      const hints = stepOnScreen(state)?.step.hints.length ?? 0;
      return hints > state.hints.length && !isDone(state) ? labels().hint : undefined;
    },
    help: entry('step', () => helps().hint),
  },
  {
    action: 'solution',
    keys: ['a'],
    modes: ['keys'],
    name: () => 'a',
    label: (state) => (offerTo(state)?.kind === 'solution' ? labels().solution : undefined),
    help: entry('step', () => helps().solution),
  },
  {
    action: 'next',
    keys: ['n'],
    modes: ['keys'],
    name: () => 'n',
    label: (state) => (openNext(state) && mainLabel(state) !== labels().next ? labels().next : undefined),
    help: entry('step', () => helps().next),
  },
  {
    action: 'command',
    keys: ['/'],
    modes: ['keys'],
    name: () => '/',
    label: () => labels().command,
    help: entry('type', () => helps().command),
  },
  {
    action: 'skip',
    keys: ['s'],
    modes: ['keys'],
    name: () => 's',
    label: (state) => (isBusy(state) || isDone(state) || failsAgain(state) ? undefined : labels().skip),
    help: entry('step', () => helps().skip),
  },
  {
    action: 'again',
    keys: ['r'],
    modes: ['keys'],
    name: () => 'r',
    label: againLabel,
    help: entry('step', () => helps().again),
  },
  {
    action: 'quiz-up',
    keys: ['up'],
    modes: ['keys'],
    when: onQuiz,
    name: () => keyNames().up,
  },
  {
    action: 'quiz-down',
    keys: ['down'],
    modes: ['keys'],
    when: onQuiz,
    name: () => keyNames().upDown,
    help: entry('step', () => helps().pick),
  },
  {
    action: 'quiz-number',
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    modes: ['keys'],
    when: quizOpen,
    name: () => keyNames().numbers,
    help: entry('step', () => helps().number),
  },
];
