import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Instance, render } from 'ink';
import { loadToolTable } from '../command/tools/tool-table.ts';
import { findStep, resumeStep, sameStep } from '../course/index.ts';
import type { CourseState, StepRef } from '../course/types.ts';
import { errorForPeople } from '../disk-problem.ts';
import type { Pack } from '../lesson/types.ts';
import type { Language } from '../messages/index.ts';
import type { Session } from '../session/types.ts';
import type { KeyEvent } from '../terminal/key-events.ts';
import { copyToClipboard } from '../terminal/screen.ts';
import { dispatchKey } from './dispatch.ts';
import type { Effects } from './effects.ts';
import type { FileToEdit } from './file-to-edit.ts';
import { followLive } from './follow-live.ts';
import { runPlain } from './plain.ts';
import { Screen, type Terminal } from './screen.tsx';
import { clearScreen, screenOutput } from './screen-output.ts';
import { initialState } from './state.ts';
import { createStore, type Store } from './store.ts';
import { switchLanguage } from './switch-language.ts';
import { courseOf, placeOnScreen, wantsLive } from './view.ts';
import type { ViewState } from './view-state.ts';

export type AppOptions = {
  readonly session: Session;
  readonly pack: Pack;
  readonly program: { readonly version: string };
  readonly options: { readonly plain: boolean };
  /** Speaks this language from now on, and returns the course in it. */
  readonly speak: (language: Language) => Promise<Pack>;
  /** tells whenever the author of the pack has saved something, until its result is called */
  readonly onAuthored?: (listener: (authored: Authored) => void) => () => void;
  /** opens the learner's shell on the normal screen, in the folder of the open lesson; resolves when it is left. step: its title */
  readonly onShell?: (place: {
    readonly folder: string | undefined;
    readonly step: string | undefined;
  }) => Promise<void>;
  /** opens a file in the learner's editor on the normal screen, resolves when that is closed */
  readonly onEdit?: (file: FileToEdit) => Promise<void>;
  /** command lines of earlier sessions, oldest first; a failure means none */
  readonly loadHistory?: () => Promise<readonly string[]>;
  readonly saveHistory?: (history: readonly string[]) => Promise<void>;
  /** plain mode: tells of Ctrl+C, which no terminal turns into a key there, until its result is called */
  readonly onInterrupt?: (listener: () => void) => () => void;
  /** ends the app from outside (a signal): it gives the terminal back and resolves */
  readonly signal?: AbortSignal;
  readonly stdin?: NodeJS.ReadStream;
  readonly stdout?: NodeJS.WriteStream;
  readonly env?: NodeJS.ProcessEnv;
};

/** A pack as its author has just saved it. */
export type Authored = {
  /** the last one that could be read */
  readonly pack: Pack;
  /** what is wrong in its files now */
  readonly problem?: string;
  /** the step to look at */
  readonly goTo?: StepRef;
};

/** How the learner left: enough for the lines on the normal screen. */
export type AppEnd = {
  readonly reason: 'quit' | 'aborted';
  readonly ref?: StepRef;
  readonly course: CourseState;
  readonly services: ViewState['services'];
};

/**
 * Runs the app until the learner quits. The session stays open: whoever made it closes it.
 * Rejects with the error of a crash, after the terminal is given back.
 */
export async function startApp(app: AppOptions): Promise<AppEnd> {
  const stdout = app.stdout ?? process.stdout;
  const history = await loadHistory(app);
  const size = { columns: stdout.columns || 80, rows: stdout.rows || 24 };
  const store = createStore(initialState({ pack: app.pack, size, now: Date.now(), history }));
  const unsubscribe = app.session.subscribe(store.tell);
  if (!store.get().ref) openFirst(store, app.session);
  const stopListening = app.onAuthored?.((authored) => takeAuthored(store, app.session, authored));
  try {
    await (app.options.plain ? runPlain(store, app) : runScreen(store, app, stdout));
  } finally {
    stopListening?.();
    unsubscribe();
    store.close();
  }
  const { ref, services } = store.get();
  const reason = app.signal?.aborted ? 'aborted' : 'quit';
  return { reason, course: courseOf(store.get()), services, ...(ref && { ref }) };
}

async function loadHistory({ loadHistory: load }: AppOptions): Promise<readonly string[]> {
  try {
    return (await load?.()) ?? [];
  } catch {
    // Old command lines are a comfort; without them the app works as well.
    return [];
  }
}

function openFirst(store: Store, session: Session): void {
  const ref = resumeStep(courseOf(store.get()));
  if (ref) session.open(ref);
}

/** Shows a pack as it was saved. The step to look at is opened anew, but where it is on the screen and does what it did. */
function takeAuthored(store: Store, session: Session, { pack, problem, goTo }: Authored): void {
  const { ref, pack: before } = store.get();
  store.act({ type: 'pack-changed', pack, problem });
  const isOther = goTo && !(ref && sameStep(ref, goTo) && hashOf(before, ref) === hashOf(pack, ref));
  if (isOther) session.open(goTo);
  else if (ref && findStep(pack, ref)) session.retell();
  else openFirst(store, session);
}

const hashOf = (pack: Pack, ref: StepRef): string | undefined => findStep(pack, ref)?.step.hash;

async function runScreen(store: Store, app: AppOptions, stdout: NodeJS.WriteStream): Promise<void> {
  const stdin = app.stdin ?? process.stdin;
  let terminal: Terminal | undefined;
  let isLent = false;
  let switched = Promise.resolve();

  const fail = (error: unknown): void => {
    const told = errorForPeople(error);
    if (told) {
      const { what, why, next } = told.explanation;
      const text = [what, why, next].filter((part) => part !== undefined).join('\n');
      store.act({ type: 'said', level: 'error', text });
    } else terminal?.exit(error instanceof Error ? error : new Error(String(error)));
  };
  const guard = (task: Promise<unknown>): void => void task.catch(fail);

  /** Gives the terminal to another program until that is left. */
  const lend = async (open: () => Promise<void>): Promise<void> => {
    if (!terminal || isLent) return;
    isLent = true;
    try {
      await terminal.suspendTerminal(async () => {
        // Ink no longer listens, but a read it began would take the program's first keys.
        await nextTurn();
        stdin.pause();
        await open();
      });
    } finally {
      isLent = false;
    }
  };

  /** Elsewhere the learner may have changed what is on the screen: it is looked at at once. */
  const comeBack = async (): Promise<void> => {
    await session.lookAgain();
    if (wantsLive(store.get())) await session.lookLive();
  };

  const { onShell, onEdit, saveHistory, session } = app;
  const effects: Effects = {
    session,
    guard,
    quit: () => terminal?.exit(),
    copy: (text) => void stdout.write(copyToClipboard(text, app.env ?? process.env)),
    // Losing a history file is no reason to stop a learner.
    saveHistory: (history) => void saveHistory?.(history).catch(() => {}),
    switchLanguage: (how) => {
      // The next one begins where this one has led to.
      switched = switched.catch(() => {}).then(() => switchLanguage(store, app, how));
      return switched;
    },
    ...(onShell && {
      shell: () => guard(lend(() => onShell(placeOnScreen(store.get()))).then(comeBack)),
    }),
    ...(onEdit && { edit: (file: FileToEdit) => guard(lend(() => onEdit(file)).then(comeBack)) }),
  };

  const onKey = (event: KeyEvent): void => {
    // Typed ahead for the program that is about to have the terminal; as keys of ours they would do what nobody meant.
    if (isLent) return;
    try {
      dispatchKey(store, effects, event);
    } catch (error) {
      fail(error);
    }
  };
  const onReady = (ready: Terminal | undefined): void => {
    terminal = ready;
    if (app.signal?.aborted) ready?.exit();
  };
  const draw = () => <Screen store={store} onKey={onKey} onReady={onReady} />;
  let instance: Instance | undefined;
  let unfollow = (): void => {};
  // A screen that is gone must not be drawn again: that would take the terminal back.
  const redraw = (): void => {
    if (terminal) instance?.rerender(draw());
  };
  const onResize = (): void => {
    store.act({ type: 'resized', size: { columns: stdout.columns || 80, rows: stdout.rows || 24 } });
    redraw();
    setImmediate(() => {
      // Ink moves relative to its last frame. Where that reached the terminal in its new size and was broken into other rows,
      // the next ones would stand too low, under what is left of it.
      terminal?.write(clearScreen);
      // Ink draws once more by itself and forgets the cursor at that.
      redraw();
    });
  };
  const onAbort = (): void => terminal?.exit();

  // Before Ink's own listener, so that it never draws a frame for the size the terminal had.
  stdout.prependListener('resize', onResize);
  app.signal?.addEventListener('abort', onAbort);
  try {
    // Ink does it after its first frame. What is typed before that would be echoed, and the echo of Enter scrolls the frame.
    if (stdin.isTTY) stdin.setRawMode(true);
    instance = render(draw(), {
      stdout: screenOutput(stdout),
      stdin,
      alternateScreen: true,
      // Decided by the caller: a `CI` in the environment must not make the app mute.
      interactive: true,
      exitOnCtrlC: false,
      incrementalRendering: true,
    });
    // The first frame does not wait for what is needed to look at Kafka.
    unfollow = followLive(store, session);
    // Nor for what is needed to complete a command line.
    guard(loadToolTable().then((tools) => store.act({ type: 'tools-known', tools })));
    await instance.waitUntilExit();
  } finally {
    instance = undefined;
    unfollow();
    stdout.off('resize', onResize);
    app.signal?.removeEventListener('abort', onAbort);
  }
}
