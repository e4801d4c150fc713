import { createInterface } from 'node:readline';
import { allSteps, stepStanding } from '../course/index.ts';
import { isUserError } from '../errors.ts';
import { messages } from '../messages/index.ts';
import type { AppOptions } from './app.tsx';
import { lockedRows } from './content/map.ts';
import { plainText } from '../markdown/index.ts';
import { type Effects, performAction } from './perform-action.ts';
import { createPlainPrinter, finishedLines, keyLine, mapLines, stepLines } from './plain-print.ts';
import type { ActionName } from './keymap.ts';
import { keyName } from './modes.ts';
import type { Store } from './store.ts';
import { copyableCommands, courseOf, isSingleChoice, liveInteractive, quizOpen, stepOnScreen } from './view.ts';

const widest = 80;

/** Keys that mean in plain mode what they mean on the screen. */
const actions: Readonly<Record<string, ActionName>> = { '': 'main', h: 'hint', n: 'next', p: 'previous', r: 'again' };

/**
 * The same course, line by line: for screen readers, dumb terminals, logs. Lines are only ever added; each answer is a line.
 * Resolves when the learner quits or the input ends.
 */
export async function runPlain(store: Store, app: AppOptions): Promise<void> {
  const stdin = app.stdin ?? process.stdin;
  const stdout = app.stdout ?? process.stdout;
  const width = Math.min(widest, Math.max(20, stdout.columns || widest));
  const say = messages().ui.plain;
  const print = (lines: readonly string[]): void => void (lines.length > 0 && stdout.write(`${lines.join('\n')}\n`));

  const queue: string[] = [];
  let pending = 0;
  let inputEnded = false;
  let finish: (error?: unknown) => void = () => {};
  const finished = new Promise<void>((resolve, reject) => {
    finish = (error) => (error === undefined ? resolve() : reject(error));
  });

  const settle = (): void => {
    pending -= 1;
    if (pending === 0) print([keyLine(store.get())]);
    pump();
  };
  const guard = (task: Promise<unknown>): void => {
    pending += 1;
    task.catch((error: unknown) => {
      if (isUserError(error)) print([error.explanation.what]);
      else finish(error);
    }).finally(settle);
  };
  const effects: Effects = { session: app.session, guard, quit: () => finish(), copy: () => {}, saveHistory: () => {} };

  const act = (action: ActionName): void => {
    const before = store.get().notices;
    performAction(action, store, effects);
    const state = store.get();
    if (state.notices !== before) print(state.notices.slice(-1).map((notice) => notice.text));
    if (state.overlay.kind === 'finished') print(finishedLines(state, width));
  };

  const openNumber = (number: number): void => {
    const state = store.get();
    const ref = allSteps(state.pack)[number - 1];
    if (!ref) return print(mapLines(state));
    if (stepStanding(courseOf(state), ref) !== 'locked') return app.session.open(ref);
    print(plainText(lockedRows(state, number - 1, width)).split('\n'));
  };

  const answer = (line: string): void => {
    const count = stepOnScreen(store.get())?.step.quiz?.options.length ?? 0;
    const numbers = [...new Set(line.split(/[\s,]+/).map((part) => Number(part) - 1))];
    const fits = numbers.every((number) => number >= 0 && number < count);
    if (!fits || (isSingleChoice(store.get()) && numbers.length > 1)) return print([say.quizKeys]);
    app.session.answer(numbers.sort((a, b) => a - b));
    print([keyLine(store.get())]);
  };

  const typeInto = (line: string): void => {
    if (line === '.') return app.session.endInput();
    if (line === '.x') return guard(app.session.stop());
    app.session.send(line);
  };

  const handle = (line: string): void => {
    const state = store.get();
    if (line.startsWith('/')) return guard(app.session.type(line.slice(1).trim()));
    if (state.overlay.kind === 'skip') {
      if (line === '' || keyOf(line) === 's') return act('skip-yes');
      act('leave');
      return print([keyLine(store.get())]);
    }
    if (quizOpen(state) && /^\d+([\s,]+\d+)*$/.test(line)) return answer(line);
    if (quizOpen(state) && line === '') return print([say.quizKeys]);
    const number = /^\S\s*(\d+)$/.exec(line)?.[1];
    switch (keyOf(line)) {
      case '?':
        return print(say.help);
      case 's':
        act('skip');
        return store.get().overlay.kind === 'skip' ? print([messages().ui.skip.ask, say.skipAsk]) : undefined;
      case 'l':
        return number === undefined ? print(mapLines(state)) : openNumber(Number(number));
      case 't':
        return print([...stepLines(state, width), keyLine(state)]);
      case 'y':
        return print(copyableCommands(state));
    }
    const action = actions[line === '' ? '' : (keyOf(line) ?? line)];
    if (action) return act(action);
    print([say.unknown({ text: line })]);
  };

  function pump(): void {
    while (queue.length > 0) {
      const line = queue[0] ?? '';
      const typing = liveInteractive(store.get()) !== undefined;
      if (!typing && keyOf(line) === 'q') return finish();
      if (!typing && pending > 0 && keyOf(line) !== 'x') return;
      queue.shift();
      if (typing) typeInto(line);
      else if (keyOf(line) === 'x') void app.session.stop().catch(finish);
      else handle(line);
    }
    if (!inputEnded) return;
    if (liveInteractive(store.get())) app.session.endInput();
    else if (pending === 0) finish();
  }

  const printer = createPlainPrinter(width);
  print([...stepLines(store.get(), width), keyLine(store.get())]);
  let quiet = true;
  const unsubscribe = app.session.subscribe((event) => {
    if (quiet) return;
    print(printer(store.get(), event));
    // Nobody else waits for these: what they leave to do has to be said here.
    if (pending === 0 && (event.type === 'opened' || event.type === 'phase')) print([keyLine(store.get())]);
    if (event.type === 'run-started' && event.info.kind === 'interactive') pump();
  });
  quiet = false;

  const lines = createInterface({ input: stdin, terminal: false });
  const onAbort = (): void => finish();
  app.signal?.addEventListener('abort', onAbort);
  lines.on('line', (line) => {
    queue.push(liveInteractive(store.get()) ? line : line.trim());
    pump();
  });
  lines.on('close', () => {
    inputEnded = true;
    pump();
  });
  try {
    await finished;
  } finally {
    app.signal?.removeEventListener('abort', onAbort);
    unsubscribe();
    lines.close();
  }
}

/** The key a line means: its only character, or that before a number (`l 5`), whatever the keyboard's language. */
function keyOf(line: string): string | undefined {
  const [first] = line;
  if (first === undefined || !/^\S(\s*\d+)?$/u.test(line)) return undefined;
  return keyName({ type: 'char', text: first })?.toLowerCase();
}
