import { messages } from '../messages/index.ts';
import { editLine } from '../terminal/line-editor.ts';
import type { Effects } from './effects.ts';
import type { ActionName } from './keys/binding.ts';
import { performAction } from './perform-action.ts';
import { questionKeys } from './plain-keys.ts';
import { readLine } from './plain-line.ts';
import { openStep } from './plain-map.ts';
import { stepLines } from './plain-step.ts';
import { wrapSaid } from './plain-wrap.ts';
import type { Store } from './store.ts';
import { copyableCommands, isSingleChoice, liveInteractive, quizOpen, stepOnScreen } from './view.ts';
import type { ViewState } from './view-state.ts';

export type PlainParts = {
  readonly store: Store;
  readonly effects: Effects;
  /** cells of a line */
  readonly width: number;
  /** looks at Kafka, and tells what is seen */
  readonly lookLive: () => void;
};
type Lines = readonly string[];

/** Keys that do in plain mode what they do on the screen. */
export const sharedKeys: Readonly<Record<string, ActionName>> = {
  h: 'hint',
  a: 'solution',
  n: 'next',
  p: 'previous',
  r: 'again',
  s: 'skip',
  e: 'edit',
  o: 'language',
  '!': 'shell',
};

/** What Enter means where a question is open. */
function yesTo({ overlay }: ViewState): ActionName | undefined {
  switch (overlay.kind) {
    case 'skip':
      return 'skip-yes';
    case 'solution-ask':
      return 'solution-yes';
    case 'solution':
      return 'solve';
    case 'map':
      return 'open-ahead';
    default:
      return undefined;
  }
}

/** Does what a typed line asks for; returns what is said to it at once. */
export function answerLine(line: string, parts: PlainParts): Lines {
  const { store, effects, width } = parts;
  if (liveInteractive(store.get())) return typeInto(line, effects);
  const said = answer(line, parts);
  // A command that is told to be copied stays as it is.
  return readLine(line)?.key === 'y' ? said : wrapSaid(said, width);
}

function answer(line: string, parts: PlainParts): Lines {
  const { store, width } = parts;
  const say = messages().ui.plain;
  const { key, rest } = readLine(line) ?? { key: undefined, rest: '' };
  const before = store.get();
  if (before.overlay.kind !== 'none') {
    const yes = questionKeys(before) === undefined ? undefined : yesTo(before);
    // On the page of the solution y is the key it always is: what stands there, to be copied.
    const isPage = before.overlay.kind === 'solution';
    if (yes && (line === '' || (!isPage && key === 'y' && rest === ''))) return act(yes, parts);
    store.act({ type: 'overlay-shown', overlay: { kind: 'none' } });
    // Any other line is a no, and does what it always does.
    if (yes && key === 'n' && rest === '') return [];
  }
  const state = store.get();
  if (line.startsWith('/')) return command(line.slice(1).trim(), parts);
  if (quizOpen(state) && (line === '' || /^\d/.test(line))) return answerQuiz(line, parts);
  if (line === '') return act('main', parts);
  switch (key) {
    case 'l':
      return openStep(rest, parts);
    case 'x':
      return stopBackground(rest, parts);
  }
  if (rest === '') {
    switch (key) {
      case '?':
        return say.help;
      case 't':
        return stepLines(state, width);
      case 'v':
        parts.lookLive();
        return [];
      case 'y': {
        const commands = copyableCommands(before);
        return commands.length === 0 ? [messages().ui.copy.nothing] : commands;
      }
    }
    const action = sharedKeys[key ?? ''];
    if (action) return act(action, parts);
  }
  return [say.unknown({ text: line })];
}

function act(action: ActionName, { store, effects }: PlainParts): Lines {
  performAction(action, { store, effects, key: '' });
  return [];
}

/** Lines for the running command: `.` ends its input, `.x` stops it. */
function typeInto(line: string, { session, guard }: Effects): Lines {
  if (line === '.') session.endInput();
  else if (line === '.x') guard(session.stop());
  else session.send(line);
  return [];
}

/** So many of the former commands are told. */
const commandsTold = 10;

/** A command of the learner's own; alone the last ones, numbered from the newest, and a number the one that has it. */
function command(text: string, parts: PlainParts): Lines {
  const { store } = parts;
  const { history } = store.get().command;
  const say = messages().ui.plain;
  const recent = history.slice(-commandsTold).reverse();
  if (text === '') {
    if (recent.length === 0) return [say.noCommands];
    return [say.commands, ...recent.map((line, index) => `  /${index + 1}  ${line}`)];
  }
  const line = /^\d+$/.test(text) ? recent[Number(text) - 1] : text;
  if (line === undefined) return [say.noCommand({ number: text })];
  const { aid } = store.get();
  // Sent once more, a line that was doubted is meant.
  if (aid?.kind !== 'doubt' || aid.line !== line)
    store.act({ type: 'command-edited', line: editLine(store.get().command, { type: 'set', text: line }) });
  return act('submit', parts);
}

/** `x` alone is heard at any time, and never comes here. */
function stopBackground(name: string, { store, effects }: PlainParts): Lines {
  const say = messages().ui.plain;
  const names = store.get().backgrounds.flatMap(({ info, end }) => (end || info.id === undefined ? [] : info.id));
  if (!names.includes(name))
    return [names.length === 0 ? say.noBackground : say.backgrounds({ names: names.join(', ') })];
  effects.guard(effects.session.stopBackground(name));
  return [];
}

function answerQuiz(line: string, { store, effects }: PlainParts): Lines {
  const say = messages().ui.plain;
  const last = stepOnScreen(store.get())?.step.quiz?.options.length ?? 0;
  const words = line.split(/[\s,]+/).filter((word) => word !== '');
  const stray = words.find((word) => !/^\d+$/.test(word) || Number(word) < 1 || Number(word) > last);
  if (stray !== undefined) return [say.noAnswer({ text: stray, last })];
  const chosen = [...new Set(words.map((word) => Number(word) - 1))].sort((a, b) => a - b);
  if (chosen.length === 0) return [];
  if (isSingleChoice(store.get()) && chosen.length > 1) return [say.oneAnswer];
  effects.session.answer(chosen);
  return [];
}
