import { allSteps, stepStanding } from '../course/index.ts';
import { plainText } from '../markdown/index.ts';
import { messages } from '../messages/index.ts';
import { lockedRows } from './content/map.ts';
import type { Effects } from './effects.ts';
import type { ActionName } from './keys/binding.ts';
import { keyName } from './modes.ts';
import { performAction } from './perform-action.ts';
import { finishedLines, keyLine, mapLines, stepLines } from './plain-print.ts';
import type { Store } from './store.ts';
import { copyableCommands, courseOf, isSingleChoice, liveInteractive, quizOpen, stepOnScreen } from './view.ts';

type Parts = { readonly store: Store; readonly effects: Effects; readonly width: number };
type Lines = readonly string[];

/** Keys that mean in plain mode what they mean on the screen. */
const actions: Readonly<Record<string, ActionName>> = { h: 'hint', n: 'next', p: 'previous', r: 'again', e: 'edit' };

/** Does what a typed line asks for; returns what is said to it at once. */
export function answerLine(line: string, parts: Parts): Lines {
  const { store, effects, width } = parts;
  const state = store.get();
  const say = messages().ui.plain;
  if (liveInteractive(state)) return typeInto(line, effects);
  const key = keyOf(line);
  if (state.overlay.kind === 'skip') {
    if (line === '' || key === 's') return act('skip-yes', parts);
    return [...act('leave', parts), keyLine(store.get())];
  }
  if (line.startsWith('/')) {
    effects.guard(effects.session.type(line.slice(1).trim()));
    return [];
  }
  if (quizOpen(state) && (line === '' || /^\d/.test(line))) return answerQuiz(line, parts);
  switch (key) {
    case '?':
      return say.help;
    case 's': {
      const lines = act('skip', parts);
      return store.get().overlay.kind === 'skip' ? [messages().ui.skip.ask, say.skipAsk] : lines;
    }
    case 'l':
      return openNumber(Number(/\d+$/.exec(line)?.[0] ?? 0), parts);
    case 't':
      return [...stepLines(state, width), keyLine(state)];
    case 'v':
      effects.guard(effects.session.lookLive());
      return [];
    case 'o':
      effects.guard(effects.switchLanguage());
      return [];
    case 'y':
      return copyableCommands(state);
  }
  const action = line === '' ? 'main' : actions[key ?? ''];
  return action ? act(action, parts) : [say.unknown({ text: line })];
}

/** Performs an action of the keymap; what it remarks is printed. */
function act(action: ActionName, { store, effects, width }: Parts): Lines {
  const before = store.get().notices;
  performAction(action, { store, effects, key: '' });
  const { notices, overlay } = store.get();
  const remark = notices.at(-1);
  const said = notices !== before && remark && !remark.sticky ? [remark.text] : [];
  return overlay.kind === 'finished' ? [...said, ...finishedLines(store.get(), width)] : said;
}

/** Lines for the running command: `.` ends its input, `.x` stops it. */
function typeInto(line: string, { session, guard }: Effects): Lines {
  if (line === '.') session.endInput();
  else if (line === '.x') guard(session.stop());
  else session.send(line);
  return [];
}

function answerQuiz(line: string, { store, effects }: Parts): Lines {
  const count = stepOnScreen(store.get())?.step.quiz?.options.length ?? 0;
  const words = line.split(/[\s,]+/).filter((word) => word !== '');
  const chosen = [...new Set(words.map((word) => Number(word) - 1))].sort((a, b) => a - b);
  const fits = chosen.length > 0 && chosen.every((index) => index >= 0 && index < count);
  if (!fits || (isSingleChoice(store.get()) && chosen.length > 1)) return [messages().ui.plain.quizKeys];
  effects.session.answer(chosen);
  return [];
}

function openNumber(number: number, { store, effects, width }: Parts): Lines {
  const state = store.get();
  const ref = allSteps(state.pack)[number - 1];
  if (!ref) return mapLines(state);
  if (stepStanding(courseOf(state), ref) === 'locked') {
    return plainText(lockedRows(state, number - 1, width)).split('\n');
  }
  effects.session.open(ref);
  return [];
}

/** The key a line means: its only character, or that before a number (`l 5`), whatever the keyboard's language. */
export function keyOf(line: string): string | undefined {
  const [first] = line;
  if (first === undefined || !/^\S(\s*\d+)?$/u.test(line)) return undefined;
  return keyName({ type: 'char', text: first })?.toLowerCase();
}
