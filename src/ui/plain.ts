import { createInterface } from 'node:readline';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { isUserError, type UserError } from '../errors.ts';
import { messages } from '../messages/index.ts';
import type { AppOptions } from './app.tsx';
import type { Effects } from './effects.ts';
import type { FileToEdit } from './file-to-edit.ts';
import { answerLine, keyOf } from './plain-answers.ts';
import { createPlainPrinter, keyLine, stepLines } from './plain-print.ts';
import { isActive } from './reduce-session.ts';
import type { Store } from './store.ts';
import { switchLanguage } from './switch-language.ts';
import { liveInteractive } from './view.ts';

const widest = 80;

/**
 * The same course, line by line: for screen readers, dumb terminals, logs. Lines are only ever added; each answer is a line.
 * Resolves when the learner quits or the input ends.
 */
export async function runPlain(store: Store, app: AppOptions): Promise<void> {
  const { session, signal } = app;
  const stdin = app.stdin ?? process.stdin;
  const stdout = app.stdout ?? process.stdout;
  const width = Math.min(widest, Math.max(20, stdout.columns || widest));
  const queue: string[] = [];
  /** tasks of the session under way; lines wait for them */
  let pending = 0;
  let inputEnded = false;
  let end: (error?: unknown) => void = () => {};
  const ended = new Promise<void>((resolve, reject) => {
    end = (error) => (error === undefined ? resolve() : reject(error));
  });

  let last = '';
  /** what is to be said once the terminal is ours again */
  let unsaid: string[] | undefined;
  const print = (lines: readonly string[]): void => {
    if (unsaid) {
      unsaid.push(...lines);
      return;
    }
    if (lines.length > 0) stdout.write(`${lines.join('\n')}\n`);
    last = lines.at(-1) ?? last;
  };
  const printKeys = (): void => {
    const keys = keyLine(store.get());
    if (keys !== last) print([keys]);
  };
  const settle = (): void => {
    pending -= 1;
    if (pending === 0) printKeys();
    pump();
  };
  const guard = (task: Promise<unknown>): void => {
    pending += 1;
    const fail = (error: unknown): void => (isUserError(error) ? print(told(error)) : end(error));
    void task.catch(fail).finally(settle);
  };
  const { onEdit } = app;
  const edit = (file: FileToEdit): void => {
    print([messages().ui.notices.fileIs({ path: file.path })]);
    guard(lend(() => onEdit?.(file)));
  };
  const effects: Effects = {
    session,
    guard,
    quit: () => end(),
    copy: () => {},
    saveHistory: () => {},
    switchLanguage: async () => {
      await switchLanguage(store, app);
      print(stepLines(store.get(), width));
    },
    ...(onEdit && { edit }),
  };

  /** Takes lines as far as it may: what a running command reads, and quitting and stopping, at any time. */
  function pump(): void {
    for (let line = queue[0]; line !== undefined; line = queue[0]) {
      const key = liveInteractive(store.get()) ? undefined : keyOf(line);
      if (key === 'q') end();
      const waits = pending > 0 && key !== 'x' && !liveInteractive(store.get());
      if (waits || key === 'q') return;
      queue.shift();
      if (key === 'x') void session.stop().catch(end);
      else print(answerLine(line, { store, effects, width }));
    }
    if (!inputEnded) return;
    if (liveInteractive(store.get())) session.endInput();
    else if (pending === 0) end();
  }

  const lines = createInterface({ input: stdin, terminal: false });
  /** Leaves the terminal to another program until that ends. */
  async function lend(open: () => Promise<void> | undefined): Promise<void> {
    lines.pause();
    // A read that has begun would take the program's first keys.
    await nextTurn();
    unsaid = [];
    try {
      await open();
    } finally {
      const told = unsaid;
      unsaid = undefined;
      print(told);
      lines.resume();
    }
  }

  print([...stepLines(store.get(), width), keyLine(store.get())]);
  const printer = createPlainPrinter(width);
  // What was before is told again to a new listener; it is on the paper already.
  let isReplay = true;
  const unsubscribe = session.subscribe((event) => {
    if (isReplay) return;
    print(printer(store.get(), event));
    if (pending === 0 && event.type === 'phase' && !isActive(event.phase)) printKeys();
    if (event.type === 'run-started' && event.info.kind === 'interactive') pump();
  });
  isReplay = false;

  const onAbort = (): void => end();
  signal?.addEventListener('abort', onAbort);
  lines.on('line', (line) => {
    queue.push(liveInteractive(store.get()) ? line : line.trim());
    pump();
  });
  lines.on('close', () => {
    inputEnded = true;
    pump();
  });
  try {
    await ended;
  } finally {
    signal?.removeEventListener('abort', onAbort);
    unsubscribe();
    lines.close();
  }
}

const told = ({ explanation: { what, next } }: UserError): readonly string[] =>
  next === undefined ? [what] : [what, next];
