import { Console } from 'node:console';
import type { CourseState } from '../../../../src/course/types.ts';
import type { Pack } from '../../../../src/lesson/types.ts';
import { setLanguage } from '../../../../src/messages/index.ts';
import { type AppEnd, type AppOptions, startApp } from '../../../../src/ui/app.tsx';
import { courseOf } from './course.ts';
import { type ScriptedSession, scriptedSession } from './scripted-session.ts';
import { type FakeTerminal, fakeTerminal } from './terminal.ts';

export type StartedApp = {
  readonly terminal: FakeTerminal;
  readonly session: ScriptedSession;
  readonly ended: Promise<AppEnd>;
};

type Options = {
  readonly pack: Pack;
  readonly columns?: number;
  readonly rows?: number;
  readonly course?: CourseState;
  readonly script?: Parameters<typeof scriptedSession>[1];
  readonly app?: Partial<AppOptions>;
};

// Vitest's own console lacks the constructor that Ink needs to catch what is printed past it.
console.Console ??= Console;

/** Starts the app in a terminal emulator and waits for its first frame. */
export async function startedApp({ pack, columns = 80, rows = 24, course, script, app }: Options): Promise<StartedApp> {
  const terminal = fakeTerminal(columns, rows);
  const session = scriptedSession(course ?? courseOf(pack), script);
  const ended = startApp({
    session,
    pack,
    program: { version: '0.0.0' },
    speak: async (language) => {
      setLanguage(language);
      return pack;
    },
    options: { plain: false },
    stdin: terminal.stdin,
    stdout: terminal.stdout,
    env: {},
    ...app,
  });
  // A failure is what a test waits for by name; it must not count as unhandled before that.
  ended.catch(() => {});
  if (!app?.options?.plain) await Promise.race([terminal.untilText('q'), ended]);
  return { terminal, session, ended };
}
