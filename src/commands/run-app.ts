import { folders } from '../platform/folders.ts';
import { stayLean } from '../platform/memory.ts';
import { loadHistory, saveHistory } from '../progress/history.ts';
import { createSession } from '../session/create-session.ts';
import { onCrash, onTermination } from '../terminal/termination.ts';
import type { AppEnd, AppOptions } from '../ui/app.tsx';
import { editFile } from './edit-file.ts';
import { runShell } from './environment.ts';
import type { Workshop } from './workshop.ts';

type Program = Pick<AppOptions, 'onAuthored'> & {
  readonly version: string;
  readonly own: NodeJS.ProcessEnv;
  readonly plain: boolean;
  /** what has to be told and ended where a signal ends the program; without one the caller does it. left: unless it ended by an error */
  readonly end: (left: AppEnd | undefined) => Promise<void>;
  /** how long that may take, in milliseconds, if it may take longer than usual */
  readonly graceMs?: number;
};

/** Runs the app on a workshop until it is left. */
export async function runApp(workshop: Workshop, program: Program): Promise<AppEnd> {
  const { version, own, plain, end, graceMs, onAuthored } = program;
  const { home } = folders(own);
  const session = createSession(workshop.sessionDeps);
  const ending = new AbortController();
  let ended: Promise<AppEnd | undefined> = Promise.resolve(undefined);
  let hasSignal = false;
  const cleanUp = async (): Promise<void> => {
    hasSignal = true;
    ending.abort();
    const left = await ended.catch(() => undefined);
    await session.close();
    await end(left);
  };
  let interrupt: (() => void) | undefined;
  const takeInterrupt = (): boolean => {
    interrupt?.();
    return interrupt !== undefined;
  };
  const release = onTermination(cleanUp, { takeInterrupt, ...(graceMs !== undefined && { graceMs }) });
  const crashes: unknown[] = [];
  const stopCatching = onCrash((error) => {
    crashes.push(error);
    ending.abort();
  });
  try {
    // Only now: Ink looks at the environment when it is imported.
    const { startApp } = await import('../ui/app.tsx');
    stayLean();
    const app = startApp({
      session,
      pack: workshop.pack,
      program: { version },
      options: { plain },
      speak: workshop.speak,
      onShell: async ({ folder, step }) =>
        void (await runShell((await workshop.engine()).engine, { env: own, folder, step })),
      onEdit: (file) => editFile(file, workshop.sessionDeps.workspace, own),
      loadHistory: () => loadHistory(home),
      saveHistory: (lines) => saveHistory(home, lines),
      onInterrupt: (listener) => {
        interrupt = listener;
        return () => {
          interrupt = undefined;
        };
      },
      signal: ending.signal,
      env: own,
      ...(onAuthored && { onAuthored }),
    });
    ended = app;
    const left = await app;
    if (crashes.length > 0) throw crashes[0];
    return left;
  } finally {
    await session.close();
    stopCatching();
    // A signal ends the program when it has cleaned up; until then nothing else may.
    if (!hasSignal) release();
  }
}
