import { type Binding, entry, helps, keyNames, labels } from './binding.ts';

/** Keys while a line is typed. */
export const typingKeys: readonly Binding[] = [
  { action: 'send', keys: ['enter'], modes: ['input'], name: () => keyNames().enter, label: () => labels().send },
  { action: 'submit', keys: ['enter'], modes: ['command'], name: () => keyNames().enter, label: () => labels().run },
  {
    action: 'end-input',
    keys: ['ctrl-d'],
    modes: ['input'],
    name: () => keyNames().endInput,
    label: () => labels().endInput,
    help: entry('type', () => helps().endInput),
  },
  {
    action: 'older',
    keys: ['up', 'ctrl-p'],
    modes: ['command'],
    name: () => keyNames().up,
    label: (state) => (state.command.history.length > 0 ? labels().older : undefined),
    help: entry('type', () => helps().older),
  },
  { action: 'newer', keys: ['down', 'ctrl-n'], modes: ['command'], name: () => keyNames().down },
];
