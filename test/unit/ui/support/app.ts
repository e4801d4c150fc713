import { afterEach, expect } from 'vitest';
import { textWidth } from '../../../../src/markdown/index.ts';
import { topicsPack } from './course.ts';
import { type StartedApp, startedApp } from './started-app.ts';
import type { FakeTerminal } from './terminal.ts';

export const esc = '\u001b';
const running: Promise<unknown>[] = [];
const stops: AbortController[] = [];

/** Starts the app; whatever a test leaves running is ended after it. */
export async function start(options: Partial<Parameters<typeof startedApp>[0]> = {}): Promise<StartedApp> {
  const stop = new AbortController();
  const app = await startedApp({ pack: topicsPack(), ...options, app: { signal: stop.signal, ...options.app } });
  const disposed = app.ended.finally(() => app.terminal.dispose());
  // A failure belongs to the test that waits for it.
  disposed.catch(() => {});
  running.push(disposed);
  stops.push(stop);
  return app;
}

afterEach(async () => {
  for (const stop of stops.splice(0)) stop.abort();
  await Promise.allSettled(running.splice(0));
});

export const numbers = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `line ${from + index}`);

/** What must hold of every screen: a header on top, a footer above the empty last row, nothing twice. */
export function expectWhole(terminal: FakeTerminal, columns: number, rows: number): void {
  const screen = terminal.screen();
  expect(screen).toHaveLength(rows);
  expect(screen[0]).toContain('step 1/');
  expect(screen[rows - 2]).toContain('? help');
  expect(screen[rows - 1]).toBe('');
  expect(screen.filter((row) => row.includes('? help'))).toHaveLength(1);
  expect(screen.filter((row) => row.includes('step 1/'))).toHaveLength(1);
  for (const row of screen) expect(textWidth(row)).toBeLessThanOrEqual(columns);
}
