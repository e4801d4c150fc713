import { messages } from '../../messages/index.ts';
import type { ViewState } from '../view-state.ts';
import { type Binding, entry, helps, keyNames, labels } from './binding.ts';

const typing = () => messages().typing;
const hasText = ({ command }: ViewState): boolean => command.text !== '';

function completeLabel(state: ViewState): string | undefined {
  const { labels: say } = typing();
  switch (state.aid?.kind) {
    case 'offer':
      return say.another;
    case 'doubt':
      return state.aid.doubt.mended === undefined ? undefined : say.mend;
    case 'note':
    case undefined:
      return hasText(state) ? say.complete : undefined;
  }
}

/** Keys while a line is typed. */
export const typingKeys: readonly Binding[] = [
  {
    action: 'send',
    keys: ['enter'],
    modes: ['input'],
    name: () => keyNames().enter,
    label: () => labels().send,
    help: entry('type', () => helps().send),
  },
  {
    action: 'submit',
    keys: ['enter'],
    modes: ['command'],
    name: () => keyNames().enter,
    label: ({ aid }) => {
      if (aid?.kind !== 'doubt') return labels().run;
      return aid.doubt.isHopeless ? undefined : typing().labels.runAnyway;
    },
    help: entry('type', () => helps().submit),
  },
  {
    action: 'complete',
    keys: ['tab'],
    modes: ['command'],
    // In an empty line it moves on, as everywhere else.
    when: hasText,
    name: () => keyNames().tab,
    label: completeLabel,
    help: entry('type', () => typing().help.complete),
  },
  {
    action: 'take',
    keys: ['right'],
    modes: ['command'],
    when: (state) => !hasText(state),
    name: () => keyNames().right,
    label: (state) => (hasText(state) ? undefined : typing().labels.take),
    help: entry('type', () => typing().help.take),
  },
  {
    action: 'complete-back',
    keys: ['shift-tab'],
    modes: ['command'],
    when: ({ aid }) => aid?.kind === 'offer',
    name: () => keyNames().shiftTab,
  },
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
    label: (state) => (state.command.history.length > 0 && !state.aid ? labels().older : undefined),
    help: entry('type', () => typing().help.older),
  },
  { action: 'newer', keys: ['down', 'ctrl-n'], modes: ['command'], name: () => keyNames().down },
  // As in a shell: at an empty line it leaves, else it takes the character at the cursor.
  {
    action: 'leave',
    keys: ['ctrl-d'],
    modes: ['command'],
    when: (state) => !hasText(state),
    name: () => keyNames().escape,
  },
];
