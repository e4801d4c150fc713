import { PassThrough, Writable } from 'node:stream';
import { afterEach, expect, vi } from 'vitest';
import type { Pack } from '../../../../src/lesson/types.ts';
import { setLanguage } from '../../../../src/messages/index.ts';
import { type AppOptions, startApp } from '../../../../src/ui/app.tsx';
import { courseOf, topicsPack } from './course.ts';
import { type ScriptedSession, scriptedSession } from './scripted-session.ts';

const stops: AbortController[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop.abort();
});

export type Script = Parameters<typeof scriptedSession>[1];

/** Starts plain mode on pipes. */
export function startPlain({
  pack = topicsPack(),
  script,
  done = {},
  app,
}: {
  pack?: Pack;
  script?: Script;
  done?: Parameters<typeof courseOf>[1];
  app?: Partial<AppOptions>;
} = {}) {
  const stdin = new PassThrough();
  let text = '';
  const stdout = new Writable({
    write: (chunk: Buffer, _encoding, next) => {
      text += chunk.toString('utf8');
      next();
    },
  });
  const stop = new AbortController();
  stops.push(stop);
  const session: ScriptedSession = scriptedSession(courseOf(pack, done), script);
  const end = startApp({
    session,
    pack,
    program: { version: '0.0.0' },
    speak: async (language) => {
      setLanguage(language);
      return pack;
    },
    options: { plain: true },
    signal: stop.signal,
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: stdout as unknown as NodeJS.WriteStream,
    ...app,
  });
  end.catch(() => {});
  const untilText = (wanted: string) =>
    vi.waitFor(() => expect(text).toContain(wanted), { timeout: 5_000, interval: 5 });
  return {
    session,
    end,
    untilText,
    stdin,
    type: (...lines: string[]) => stdin.write(`${lines.join('\n')}\n`),
    text: () => text,
  };
}
