import { languageNames, messages, nextLanguage } from '../../messages/index.ts';
import { modeOf } from '../modes.ts';
import { copyableCommands, hasPrevious, visiblePanes } from '../view.ts';
import type { ViewState } from '../view-state.ts';
import { type Binding, entry, helps, keyNames, labels, overlayModes, pageModes } from './binding.ts';

/** Keys for looking around, and for the program as a whole. */
export const lookKeys: readonly Binding[] = [
  {
    action: 'lessons',
    keys: ['l'],
    modes: ['keys', 'map'],
    name: () => 'l',
    label: (state) => (modeOf(state) === 'keys' ? labels().lessons : undefined),
    help: entry('look', () => helps().lessons),
  },
  {
    action: 'copy',
    keys: ['y'],
    modes: ['keys', 'solution'],
    name: () => 'y',
    label: (state) => (copyableCommands(state).length > 0 ? labels().copy : undefined),
    help: entry('program', () => helps().copy),
  },
  {
    action: 'live',
    keys: ['v'],
    modes: ['keys', 'live'],
    name: () => 'v',
    label: (state) => (modeOf(state) === 'keys' ? messages().live.label : undefined),
    help: entry('look', () => messages().live.help),
  },
  {
    action: 'focus-next',
    keys: ['tab'],
    modes: ['keys', 'input', 'command'],
    name: () => keyNames().tab,
    label: (state) => (modeOf(state) === 'keys' && visiblePanes(state).length > 1 ? labels().focus : undefined),
    help: entry('look', () => helps().focus),
  },
  {
    action: 'previous',
    keys: ['p'],
    modes: ['keys'],
    name: () => 'p',
    label: (state) => (hasPrevious(state) ? labels().previous : undefined),
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
  {
    action: 'language',
    keys: ['o'],
    modes: ['keys', ...overlayModes],
    name: () => 'o',
    label: (state) => (modeOf(state) === 'keys' ? languageNames[nextLanguage()] : undefined),
    help: entry('program', () => helps().language({ name: languageNames[nextLanguage()] })),
  },
  {
    action: 'focus-previous',
    keys: ['shift-tab'],
    modes: ['keys', 'input', 'command'],
    name: () => keyNames().shiftTab,
  },
  {
    action: 'line-down',
    keys: ['down', 'j'],
    modes: ['keys', ...pageModes],
    name: () => keyNames().upDown,
    helpName: () => keyNames().upDownOrJk,
    label: (state) => (pageModes.includes(modeOf(state)) ? labels().scroll : undefined),
    help: entry('look', () => helps().lines),
  },
  { action: 'line-up', keys: ['up', 'k'], modes: ['keys', ...pageModes], name: () => keyNames().up },
  {
    action: 'page-down',
    keys: ['pagedown'],
    modes: ['keys', ...pageModes, 'input', 'command'],
    name: () => keyNames().pages,
    help: entry('look', () => helps().pages),
  },
  {
    action: 'page-up',
    keys: ['pageup'],
    modes: ['keys', ...pageModes, 'input', 'command'],
    name: () => keyNames().pages,
  },
  { action: 'to-start', keys: ['g', 'home'], modes: ['keys', ...pageModes], name: () => 'g' },
  {
    action: 'to-end',
    keys: ['G', 'end'],
    modes: ['keys', ...pageModes],
    name: () => keyNames().ends,
    help: entry('look', () => helps().ends),
  },
  {
    action: 'leave',
    keys: ['escape'],
    modes: [...overlayModes, 'keys', 'command', 'input', 'search'],
    name: () => keyNames().escape,
    label: (state) => leaveLabel(state),
    help: entry('type', () => helps().leave),
  },
  {
    action: 'help',
    keys: ['?'],
    modes: ['keys', ...overlayModes],
    name: () => '?',
    help: entry('program', () => helps().help),
  },
  {
    action: 'quit',
    keys: ['q'],
    modes: ['keys', ...overlayModes, 'small'],
    name: () => 'q',
    help: entry('program', () => helps().quit),
  },
];

function leaveLabel(state: ViewState): string | undefined {
  switch (modeOf(state)) {
    case 'skip':
    case 'solution-ask':
    case 'solution':
    case 'ahead':
      return labels().back;
    case 'search':
      return state.overlay.kind === 'map' && state.overlay.search?.text ? labels().clear : undefined;
    case 'copy':
      return state.overlay.kind === 'copy' && state.overlay.from ? labels().back : labels().close;
    case 'help':
    case 'live':
    case 'map':
    case 'finished':
      return labels().close;
    case 'keys':
    case 'command':
    case 'input':
    case 'small':
      return undefined;
  }
}
