import { messages } from '../messages/index.ts';
import { againLabel, interruptLabel, mainLabel } from './labels.ts';
import { type KeyName, type Mode, modeOf } from './modes.ts';
import {
  copyableCommands,
  isBusy,
  isDone,
  liveInteractive,
  openNext,
  quizOpen,
  stepOnScreen,
  visiblePanes,
} from './view.ts';
import type { ViewState } from './view-state.ts';

export type ActionName =
  | ('main' | 'interrupt' | 'hint' | 'again' | 'command' | 'skip' | 'next' | 'previous' | 'lessons' | 'copy' | 'shell')
  | (
      | 'type'
      | 'focus-next'
      | 'focus-previous'
      | 'help'
      | 'quit'
      | 'leave'
      | 'send'
      | 'end-input'
      | 'submit'
      | 'older'
      | 'newer'
    )
  | ('line-up' | 'line-down' | 'page-up' | 'page-down' | 'to-start' | 'to-end')
  | ('quiz-up' | 'quiz-down' | 'quiz-pick' | 'quiz-number')
  | ('map-up' | 'map-down' | 'map-page-up' | 'map-page-down' | 'map-start' | 'map-end' | 'map-open' | 'skip-yes');

export type Category = 'step' | 'look' | 'type' | 'program';

/** One row of the table. It dispatches the key, draws it in the footer and explains it in the help. */
export type Binding = {
  readonly action: ActionName;
  readonly keys: readonly KeyName[];
  readonly modes: readonly Mode[];
  /** the binding is in force; always, if not given */
  readonly when?: (state: ViewState) => boolean;
  /** in the footer: the key, and what it does now; undefined: not in the footer now */
  readonly name: () => string;
  /** in the help overlay, where that names more keys */
  readonly helpName?: () => string;
  readonly label?: (state: ViewState) => string | undefined;
  /** in the help overlay */
  readonly help?: { readonly category: Category; readonly text: () => string };
};

const keys = () => messages().ui.keys;
const labels = () => messages().ui.labels;
const helps = () => messages().ui.help;

const all: readonly Mode[] = ['keys', 'command', 'input', 'help', 'map', 'copy', 'skip', 'finished', 'small'];
const overlays: readonly Mode[] = ['help', 'map', 'copy', 'skip', 'finished'];
const plainKeys: readonly Mode[] = ['keys', 'help', 'map', 'copy', 'skip', 'finished', 'small'];
const onQuiz = (state: ViewState): boolean => quizOpen(state) && state.focus === 'work';

const entry = (category: Category, text: () => string) => ({ category, text });

/** All keys of the program. The order is the order of the footer, where the first are the last to go. */
export const keymap: readonly Binding[] = [
  {
    action: 'main',
    keys: ['enter'],
    modes: ['keys'],
    name: () => keys().enter,
    label: mainLabel,
    help: entry('step', () => helps().main),
  },
  { action: 'send', keys: ['enter'], modes: ['input'], name: () => keys().enter, label: () => labels().send },
  { action: 'submit', keys: ['enter'], modes: ['command'], name: () => keys().enter, label: () => labels().run },
  { action: 'map-open', keys: ['enter'], modes: ['map'], name: () => keys().enter, label: () => labels().open },
  { action: 'skip-yes', keys: ['enter'], modes: ['skip'], name: () => keys().enter, label: () => labels().skip },
  { action: 'lessons', keys: ['enter'], modes: ['finished'], name: () => keys().enter, label: () => labels().lessons },
  {
    action: 'end-input',
    keys: ['ctrl-d'],
    modes: ['input'],
    name: () => keys().endInput,
    label: () => labels().endInput,
    help: entry('type', () => helps().endInput),
  },
  {
    action: 'older',
    keys: ['up', 'ctrl-p'],
    modes: ['command'],
    name: () => keys().up,
    label: (state) => (state.command.history.length > 0 ? labels().older : undefined),
    help: entry('type', () => helps().older),
  },
  { action: 'newer', keys: ['down', 'ctrl-n'], modes: ['command'], name: () => keys().down },
  {
    action: 'interrupt',
    keys: ['ctrl-c'],
    modes: all,
    name: () => keys().interrupt,
    label: (state) => (isBusy(state) || interruptLabel(state) !== labels().quit ? interruptLabel(state) : undefined),
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
    name: () => keys().space,
    label: (state) => (quizOpen(state) ? labels().pick : undefined),
  },
  {
    action: 'hint',
    keys: ['h'],
    modes: ['keys'],
    name: () => 'h',
    label: (state) => {
      const hints = stepOnScreen(state)?.step.hints.length ?? 0;
      return hints > state.hintsShown && !isDone(state) ? labels().hint : undefined;
    },
    help: entry('step', () => helps().hint),
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
    label: (state) => (isBusy(state) || isDone(state) ? undefined : labels().skip),
    help: entry('step', () => helps().skip),
  },
  {
    action: 'lessons',
    keys: ['l'],
    modes: ['keys', 'map'],
    name: () => 'l',
    label: (state) => (modeOf(state) === 'keys' ? labels().lessons : undefined),
    help: entry('look', () => helps().lessons),
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
    name: () => keys().up,
  },
  {
    action: 'quiz-down',
    keys: ['down'],
    modes: ['keys'],
    when: onQuiz,
    name: () => keys().upDown,
    help: entry('step', () => helps().pick),
  },
  {
    action: 'quiz-number',
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    modes: ['keys'],
    when: quizOpen,
    name: () => keys().numbers,
    help: entry('step', () => helps().number),
  },
  {
    action: 'copy',
    keys: ['y'],
    modes: ['keys'],
    name: () => 'y',
    label: (state) => (copyableCommands(state).length > 0 ? labels().copy : undefined),
    help: entry('program', () => helps().copy),
  },
  {
    action: 'focus-next',
    keys: ['tab'],
    modes: ['keys', 'input', 'command'],
    name: () => keys().tab,
    label: (state) => (modeOf(state) === 'keys' && visiblePanes(state).length > 1 ? labels().focus : undefined),
    help: entry('look', () => helps().focus),
  },
  {
    action: 'previous',
    keys: ['p'],
    modes: ['keys'],
    name: () => 'p',
    label: () => labels().previous,
    help: entry('step', () => helps().previous),
  },
  {
    action: 'shell',
    keys: ['!'],
    modes: ['keys'],
    name: () => '!',
    label: () => labels().shell,
    help: entry('program', () => helps().shell),
  },
  { action: 'focus-previous', keys: ['shift-tab'], modes: ['keys', 'input', 'command'], name: () => keys().shiftTab },
  {
    action: 'line-down',
    keys: ['down', 'j'],
    modes: ['keys', 'help'],
    name: () => keys().upDown,
    helpName: () => keys().upDownOrJk,
    label: (state) => (modeOf(state) === 'help' ? labels().scroll : undefined),
    help: entry('look', () => helps().lines),
  },
  { action: 'line-up', keys: ['up', 'k'], modes: ['keys', 'help'], name: () => keys().up },
  {
    action: 'page-down',
    keys: ['pagedown'],
    modes: ['keys', 'help', 'input', 'command'],
    name: () => keys().pages,
    help: entry('look', () => helps().pages),
  },
  { action: 'page-up', keys: ['pageup'], modes: ['keys', 'help', 'input', 'command'], name: () => keys().pages },
  { action: 'to-start', keys: ['g', 'home'], modes: ['keys', 'help'], name: () => 'g' },
  {
    action: 'to-end',
    keys: ['G', 'end'],
    modes: ['keys', 'help'],
    name: () => keys().ends,
    help: entry('look', () => helps().ends),
  },
  {
    action: 'map-down',
    keys: ['down', 'j'],
    modes: ['map'],
    name: () => keys().upDown,
    label: () => labels().choose,
  },
  { action: 'map-up', keys: ['up', 'k'], modes: ['map'], name: () => keys().up },
  { action: 'map-page-down', keys: ['pagedown', 'right'], modes: ['map'], name: () => keys().pages },
  { action: 'map-page-up', keys: ['pageup', 'left'], modes: ['map'], name: () => keys().pages },
  { action: 'map-start', keys: ['g', 'home'], modes: ['map'], name: () => 'g' },
  { action: 'map-end', keys: ['G', 'end'], modes: ['map'], name: () => 'G' },
  {
    action: 'leave',
    keys: ['escape'],
    modes: [...overlays, 'keys', 'command', 'input'],
    name: () => keys().escape,
    label: (state) => leaveLabel(state),
    help: entry('type', () => helps().leave),
  },
  {
    action: 'help',
    keys: ['?'],
    modes: ['keys', ...overlays],
    name: () => '?',
    help: entry('program', () => helps().help),
  },
  { action: 'quit', keys: ['q'], modes: plainKeys, name: () => 'q', help: entry('program', () => helps().quit) },
];

function leaveLabel(state: ViewState): string | undefined {
  switch (modeOf(state)) {
    case 'skip':
      return labels().back;
    case 'help':
    case 'map':
    case 'copy':
    case 'finished':
      return labels().close;
    case 'keys':
    case 'command':
    case 'input':
    case 'small':
      return undefined;
  }
}

/** The binding a key has now. */
export function bindingFor(state: ViewState, key: string): Binding | undefined {
  const mode = modeOf(state);
  return keymap.find(
    (binding) =>
      binding.modes.includes(mode) &&
      (binding.keys as readonly string[]).includes(key) &&
      (binding.when === undefined || binding.when(state)),
  );
}
