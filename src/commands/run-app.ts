import { folders } from '../platform/folders.ts';
import { loadHistory, saveHistory } from '../progress/history.ts';
import { createSession } from '../session/create-session.ts';
import { onTermination } from '../terminal/termination.ts';
import type { AppEnd, AppOptions } from '../ui/app.tsx';
import { editFile } from './edit-file.ts';
import { runShell } from './environment.ts';
import type { Workshop } from './workshop.ts';

type Program = Pick<AppOptions, 'onAuthored'> & {
  readonly version: string;
  readonly own: NodeJS.ProcessEnv;
  readonly plain: boolean;
  /** what has to be ended where a signal ends the program; without one the caller does it */
  readonly end: () => Promise<void>;
  /** how long that may take, in milliseconds, if it may take longer than usual */
  readonly graceMs?: number;
};

/** Runs the app on a workshop until it is left. */
export async function runApp(workshop: Workshop, program: Program): Promise<AppEnd> {
  const { version, own, plain, end, graceMs, onAuthored } = program;
  const { home } = folders(own);
  const session = createSession(workshop.sessionDeps);
  const ending = new AbortController();
  let ended: Promise<unknown> = Promise.resolve();
  const cleanUp = async (): Promise<void> => {
    ending.abort();
    await ended.catch(() => {});
    await session.close();
    await end();
  };
  const release = onTermination(cleanUp, graceMs === undefined ? {} : { graceMs });
  try {
    // Only now: Ink looks at the environment when it is imported.
    const { startApp } = await import('../ui/app.tsx');
    const app = startApp({
      session,
      pack: workshop.pack,
      program: { version },
      options: { plain },
      speak: workshop.speak,
      onShell: async (folder) => void (await runShell((await workshop.engine()).engine, { env: own, folder })),
      onEdit: (file) => editFile(file, workshop.sessionDeps.workspace, own),
      loadHistory: () => loadHistory(home),
      saveHistory: (lines) => saveHistory(home, lines),
      signal: ending.signal,
      env: own,
      ...(onAuthored && { onAuthored }),
    });
    ended = app;
    return await app;
  } finally {
    await session.close();
    release();
  }
}
