import { loadToolTable } from '../command/tools/tool-table.ts';
import { errorForPeople } from '../disk-problem.ts';
import { messages } from '../messages/index.ts';
import type { RunInfo, SessionEvent } from '../session/events.ts';
import type { AppOptions } from './app.tsx';
import type { Effects } from './effects.ts';
import type { FileToEdit } from './file-to-edit.ts';
import { performAction } from './perform-action.ts';
import { linesOf, problemLines } from './plain-actions.ts';
import { answerLine } from './plain-answers.ts';
import { readLines } from './plain-input.ts';
import { keyLine } from './plain-keys.ts';
import { readLine } from './plain-line.ts';
import { createPlainPrinter } from './plain-print.ts';
import { stepLines } from './plain-step.ts';
import { wrapSaid } from './plain-wrap.ts';
import { isActive } from './reduce-session.ts';
import type { Store } from './store.ts';
import { switchLanguage } from './switch-language.ts';
import { isBusy, liveInteractive, liveRun, placeOnScreen, stepOnScreen } from './view.ts';
import type { ViewState } from './view-state.ts';

const widest = 80;
/** A command of the learner's own that runs as long as this may not end by itself, in milliseconds. */
const longMs = 3_000;
/** While an exercise is watched, its next look is this near: what it finds is told before the keys, in milliseconds. */
const nextLookMs = 800;

/**
 * The same course, line by line: for screen readers, dumb terminals, logs. Lines are only ever added; each answer is a line.
 * Resolves when the learner quits or the input ends.
 */
export async function runPlain(view: Store, app: AppOptions): Promise<void> {
  const { session, signal, onEdit, onShell, onInterrupt, saveHistory } = app;
  const stdin = app.stdin ?? process.stdin;
  const stdout = app.stdout ?? process.stdout;
  const width = Math.min(widest, Math.max(20, stdout.columns || widest));
  const queue: string[] = [];
  /** tasks of the session under way; lines wait for them */
  let pending = 0;
  let inputEnded = false;
  /** what follows on the paper is not ours */
  let isOver = false;
  let end: (error?: unknown) => void = () => {};
  const ended = new Promise<void>((resolve, reject) => {
    end = (error) => (error === undefined ? resolve() : reject(error));
  });

  let timer: NodeJS.Timeout | undefined;
  let last = '';
  /** what is to be said once the terminal is ours again */
  let unsaid: string[] | undefined;
  let printed = 0;
  const print = (lines: readonly string[]): void => {
    printed += lines.length;
    if (unsaid) {
      unsaid.push(...lines);
      return;
    }
    if (lines.length > 0) stdout.write(`${lines.join('\n')}\n`);
    last = lines.at(-1) ?? last;
  };
  // What an action shows on the screen is a line here.
  const store: Store = {
    ...view,
    act: (action) => {
      view.act(action);
      print(linesOf(action, view, width));
    },
  };
  const printKeys = (): void => {
    const keys = keyLine(store.get(), width);
    if (pending === 0 && keys !== last && !isOver) print([keys]);
  };
  let keysTimer: NodeJS.Timeout | undefined;
  /** The keys stand below what has just begun to be told. */
  const printKeysSoon = (): void => {
    clearTimeout(keysTimer);
    keysTimer = setTimeout(printKeys, isLookedAt(store.get()) ? nextLookMs : 0);
  };
  const settle = (): void => {
    pending -= 1;
    if (isLookedAt(store.get())) printKeysSoon();
    else printKeys();
    pump();
  };
  const guard = (task: Promise<unknown>): void => {
    pending += 1;
    const fail = (error: unknown): void => {
      const problem = errorForPeople(error);
      if (problem) print(problemLines(problem, width));
      else end(error);
    };
    void task.catch(fail).finally(settle);
  };
  /** Leaves the terminal to another program until that ends. */
  const lend = async (open: () => Promise<void>): Promise<void> => {
    await input.lend(async () => {
      unsaid = [];
      try {
        await open();
      } finally {
        const late = unsaid;
        unsaid = undefined;
        print(late);
      }
    });
  };
  const edit = (file: FileToEdit): void => {
    print([messages().ui.notices.fileIs({ path: file.path })]);
    if (onEdit) guard(lend(() => onEdit(file)).then(session.lookAgain));
  };
  const effects: Effects = {
    session,
    guard,
    quit: () => end(),
    copy: () => {},
    // Losing a history file is no reason to stop a learner.
    saveHistory: (history) => void saveHistory?.(history).catch(() => {}),
    switchLanguage: async () => {
      await switchLanguage(store, app, { quietly: true });
      print(stepLines(store.get(), width));
    },
    ...(onShell && { shell: () => guard(lend(() => onShell(placeOnScreen(store.get()))).then(session.lookAgain)) }),
    edit,
  };

  /** `v`: the names that a command line is compared with are looked at, too, and not told. */
  let isLiveAsked = false;
  const lookLive = (): void => {
    isLiveAsked = true;
    guard(session.lookLive());
  };

  /** Whatever a line brought, what can be typed now stands last. */
  const answer = (line: string): void => {
    const isSent = liveInteractive(store.get());
    const before = printed;
    print(answerLine(line, { store, effects, width, lookLive }));
    if (isSent) return;
    if (printed === before) last = '';
    printKeys();
  };

  /** Takes lines as far as it may: what a running command reads, and quitting and stopping, at any time. */
  function pump(): void {
    for (let line = queue[0]; line !== undefined; line = queue[0]) {
      const typed = liveInteractive(store.get()) ? undefined : readLine(line);
      if (typed?.key === 'q' && typed.rest === '') {
        end();
        return;
      }
      const isStop = typed?.key === 'x' && typed.rest === '';
      if (pending > 0 && !isStop && !liveInteractive(store.get())) return;
      queue.shift();
      if (isStop) stop();
      else answer(line);
    }
    if (!inputEnded) return;
    if (liveInteractive(store.get())) session.endInput();
    else if (pending === 0) end();
  }

  function stop(): void {
    const isRunning = isBusy(store.get());
    if (isRunning) void session.stop().catch(end);
    else {
      print(wrapSaid([messages().ui.plain.nothingRuns], width));
      printKeys();
    }
  }

  /** Ctrl+C. What was typed ahead is given up with what runs. */
  const interrupt = (): void => {
    // It is meant for the program that has the terminal.
    if (unsaid) return;
    queue.length = 0;
    store.act({ type: 'clock' });
    // The terminal has shown `^C` and stands behind it.
    print(isBusy(store.get()) ? ['', messages().ui.plain.stopping] : ['']);
    performAction('interrupt', { store, effects, key: '' });
  };

  const input = readLines(stdin, {
    line: (line) => {
      queue.push(liveInteractive(store.get()) ? line : line.trim());
      pump();
    },
    ended: () => {
      if (stdin.isTTY && liveInteractive(store.get())) {
        session.endInput();
        return true;
      }
      inputEnded = true;
      pump();
      return false;
    },
  });
  print([messages().ui.plain.start, '', ...stepLines(store.get(), width)]);
  if (isLookedAt(store.get())) printKeysSoon();
  else printKeys();
  guard(loadToolTable().then((tools) => store.act({ type: 'tools-known', tools })));
  const printer = createPlainPrinter(width, { phase: store.get().phase, echoed: stdin.isTTY });
  // What was before is told again to a new listener; it is on the paper already.
  let isReplay = true;
  const unsubscribe = session.subscribe((event) => {
    if (isReplay) return;
    if (event.type === 'live') {
      if (!isLiveAsked) return;
      isLiveAsked = false;
    }
    const lines = printer(store.get(), event);
    print(lines);
    // Only once what was begun with this event is known: a step that was only to be read goes on to the next.
    const isPhase = event.type === 'phase' && !isActive(event.phase);
    if (isPhase || (lines.length > 0 && isLook(event) && isLookedAt(store.get()))) printKeysSoon();
    if (event.type === 'run-started') began(event.info);
  });
  isReplay = false;

  function began({ run, kind, typed }: RunInfo): void {
    if (kind === 'interactive') pump();
    else if (kind === 'foreground' && typed) timer = setTimeout(() => sayHowToStop(run), longMs);
  }
  const sayHowToStop = (run: number): void => {
    if (liveRun(store.get())?.info.run === run) print([messages().ui.plain.busyKeys]);
  };

  const onAbort = (): void => end();
  signal?.addEventListener('abort', onAbort);
  const stopHearing = onInterrupt?.(interrupt);
  try {
    await ended;
  } finally {
    isOver = true;
    clearTimeout(timer);
    clearTimeout(keysTimer);
    stopHearing?.();
    signal?.removeEventListener('abort', onAbort);
    unsubscribe();
    input.close();
  }
}

/** What a look at an exercise finds. */
const isLook = ({ type }: SessionEvent): boolean => type === 'check' || type === 'mistake' || type === 'panel';

/** An exercise that is being watched, or soon will be. */
const isLookedAt = (state: ViewState): boolean =>
  stepOnScreen(state)?.step.kind === 'exercise' && (state.phase === 'watching' || state.phase === 'open');
