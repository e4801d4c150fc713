import { afterEach, describe, expect, it, vi } from 'vitest';
import { textWidth } from '../../../src/markdown/index.ts';
import { createLine, koreanPack, topicsPack } from './support/course.ts';
import { type StartedApp, startedApp } from './support/started-app.ts';
import { ended, phase, runOf } from './support/states.ts';
import type { FakeTerminal } from './support/terminal.ts';

const esc = '\u001b';
const running: StartedApp[] = [];

/** Starts the app; whatever a test leaves running is ended after it. */
async function start(options: Partial<Parameters<typeof startedApp>[0]> = {}): Promise<StartedApp> {
  const stop = new AbortController();
  const app = await startedApp({ pack: topicsPack(), ...options, app: { signal: stop.signal, ...options.app } });
  running.push({ ...app, ended: app.ended.finally(() => app.terminal.dispose()) });
  stops.push(stop);
  return app;
}
const stops: AbortController[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) stop.abort();
  await Promise.allSettled(running.splice(0).map((app) => app.ended));
});

const numbers = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `line ${from + index}`);

/** What must hold of every screen: a header on top, a footer above the empty last row, nothing twice. */
function expectWhole(terminal: FakeTerminal, columns: number, rows: number): void {
  const screen = terminal.screen();
  expect(screen).toHaveLength(rows);
  expect(screen[0]).toContain('step 1/');
  expect(screen[rows - 2]).toContain('? help');
  expect(screen[rows - 1]).toBe('');
  expect(screen.filter((row) => row.includes('? help'))).toHaveLength(1);
  expect(screen.filter((row) => row.includes('step 1/'))).toHaveLength(1);
  for (const row of screen) expect(textWidth(row)).toBeLessThanOrEqual(columns);
}

describe('the app in a terminal', () => {
  it('opens the first step on the alternate screen, and gives the terminal back', async () => {
    const { terminal, session, ended: end } = await start();
    expect(session.asked).toEqual(['open topics/create']);
    expect(terminal.isAlternate()).toBe(true);
    expect(terminal.isRaw()).toBe(true);
    expectWhole(terminal, 80, 24);
    terminal.type('q');
    await expect(end).resolves.toMatchObject({ reason: 'quit', ref: { lesson: 'topics', step: 'create' } });
    expect(terminal.isAlternate()).toBe(false);
    expect(terminal.isRaw()).toBe(false);
    expect(terminal.normalScreen().join('').trim()).toBe('');
    expect(terminal.written().lastIndexOf(`${esc}[?25h`)).toBeGreaterThan(
      terminal.written().lastIndexOf(`${esc}[?25l`),
    );
  });

  it('does not draw only its last frame where CI is set', async () => {
    vi.stubEnv('CI', '1');
    const { terminal } = await start();
    vi.unstubAllEnvs();
    expect(terminal.isAlternate()).toBe(true);
  });

  it('plays a step from Enter to the next one', async () => {
    const { terminal, session } = await start({
      script: {
        perform: (asked) => {
          asked.emit(phase('create', 'running'), ...runOf(1, 'create', ['Created topic quickstart-events.']), ended(1));
          asked.finish('passed');
          return 'passed';
        },
      },
    });
    terminal.type('\r');
    await terminal.untilText('Passed. Enter goes on.');
    expect(terminal.screen().join('\n')).toContain('Created topic quickstart-events.');
    terminal.type('\r');
    await terminal.untilText('Partitions are how Kafka shares work.');
    expect(session.asked).toEqual(['open topics/create', 'perform', 'open topics/why']);
  });

  it('takes keys that arrive in one piece', async () => {
    const { terminal, session } = await start();
    terminal.type('/kafka-topics.sh --list\r');
    await vi.waitFor(() => expect(session.asked).toContain('type kafka-topics.sh --list'));
  });

  it('rejects when drawing crashes, after the terminal is given back', async () => {
    const { terminal, session, ended: end } = await start();
    session.emit({ type: 'notice', level: 'no such level' as 'error', text: 'x' });
    await expect(end).rejects.toThrow(TypeError);
    expect(terminal.isAlternate()).toBe(false);
    expect(terminal.isRaw()).toBe(false);
  });

  it('rejects when the session fails although it should not', async () => {
    const { terminal, ended: end } = await start({
      script: {
        perform: () => {
          throw new Error('a fault of ours');
        },
      },
    });
    terminal.type('\r');
    await expect(end).rejects.toThrow('a fault of ours');
    expect(terminal.isAlternate()).toBe(false);
  });

  it('resolves when it is ended from outside', async () => {
    const stop = new AbortController();
    const { terminal, ended: end } = await start({ app: { signal: stop.signal } });
    stop.abort();
    await expect(end).resolves.toMatchObject({ reason: 'aborted' });
    expect(terminal.isAlternate()).toBe(false);
  });

  it('works without a history that cannot be read', async () => {
    const { terminal } = await start({ app: { loadHistory: () => Promise.reject(new Error('no such file')) } });
    await terminal.untilText('Enter run');
  });
});

describe('the cursor', () => {
  it('is hidden until a line is typed, and stands behind what was typed', async () => {
    const { terminal } = await start();
    terminal.type('/한글');
    await terminal.untilText('$ 한글');
    expect(terminal.cursor()).toEqual({ x: 3 + 4, y: 21 });
    expect(terminal.written().lastIndexOf(`${esc}[?25h`)).toBeGreaterThan(
      terminal.written().lastIndexOf(`${esc}[?25l`),
    );
  });

  it('stays with the line while output comes and the window changes', async () => {
    const { terminal, session } = await start();
    session.emit(phase('create', 'running'), ...runOf(1, 'create', ['first']));
    terminal.type('/abc');
    await terminal.untilText('$ abc');
    session.emit({ type: 'output', run: 1, lines: [{ stream: 'stdout', text: 'second' }], partial: '' });
    await terminal.untilText('second');
    expect(terminal.cursor()).toEqual({ x: 6, y: 21 });
    terminal.resize(70, 20);
    await terminal.until(
      (screen) => screen.split('\n')[17]?.startsWith(' $ abc') === true,
      'the line at its new place',
    );
    await vi.waitFor(() => expect(terminal.cursor()).toEqual({ x: 6, y: 17 }));
  });
});

describe.each([
  ['English', topicsPack()],
  ['Korean', koreanPack()],
])('resizing with %s text', (_, pack) => {
  it('leaves no stale rows and keeps what runs', async () => {
    const { terminal, session } = await start({ pack });
    session.emit(phase('create', 'running'), ...runOf(1, 'create', numbers(200)));
    await terminal.untilText('line 199');
    const sizes = [
      [200, 60],
      [60, 16],
      [120, 40],
      [61, 17],
      [80, 24],
      [100, 24],
      [99, 60],
      [60, 16],
    ] as const;
    for (const [columns, rows] of sizes) {
      terminal.resize(columns, rows);
      await terminal.until(
        (screen) => screen.split('\n')[rows - 2]?.includes('? help') === true && screen.includes('line 199'),
        `the frame at ${columns}x${rows}`,
      );
      await vi.waitFor(() => expectWhole(terminal, columns, rows));
    }
    expect(session.asked).toEqual(['open topics/create']);
  });

  it('asks for more room, and comes back', async () => {
    const { terminal } = await start({ pack });
    terminal.resize(50, 10);
    await terminal.untilText('enlarge the terminal (now 50x10)');
    terminal.resize(80, 24);
    await terminal.untilText('Enter run');
    await vi.waitFor(() => expectWhole(terminal, 80, 24));
  });
});

describe('resizing', () => {
  it('keeps the place in the output', async () => {
    const { terminal, session } = await start({ columns: 80, rows: 24 });
    session.emit(phase('create', 'running'), ...runOf(1, 'create', numbers(200)));
    await terminal.untilText('line 199');
    terminal.type('\t');
    await terminal.untilText('[output]');
    terminal.type(`${esc}[5~${esc}[5~${esc}[5~`);
    await terminal.untilText('more lines: Down');
    const top = () =>
      terminal
        .screen()
        .find((row) => row.includes('line '))
        ?.trim();
    const before = top();
    terminal.resize(60, 20);
    await terminal.until((screen) => screen.split('\n')[18]?.includes('? help') === true, 'the smaller frame');
    expect(top()).toBe(before);
    terminal.resize(80, 24);
    await terminal.until((screen) => screen.split('\n')[22]?.includes('? help') === true, 'the larger frame');
    expect(top()).toBe(before);
  });

  it('never erases the scrollback', async () => {
    const { terminal } = await start({ columns: 120, rows: 40 });
    for (const [columns, rows] of [
      [80, 24],
      [120, 40],
      [60, 16],
    ] as const) {
      terminal.resize(columns, rows);
      await terminal.until((screen) => screen.split('\n')[rows - 2]?.includes('? help') === true, 'the frame');
    }
    expect(terminal.written()).not.toContain(`${esc}[3J`);
  });
});

describe('a flood of output', () => {
  it('leaves the keys alive and shows its end', async () => {
    const { terminal, session } = await start();
    session.emit(phase('create', 'running'), ...runOf(1, 'create', ['begin']));
    await terminal.untilText('begin');
    let slowest = 0;
    for (let at = 0; at < 100_000; at += 1_000) {
      const started = performance.now();
      for (let line = at; line < at + 1_000; line += 10) {
        const lines = numbers(10, line).map((text) => ({
          stream: 'stdout' as const,
          text: `${text} ${'x'.repeat(60)}`,
        }));
        session.emit({ type: 'output', run: 1, lines, partial: '' });
      }
      if (at === 50_000) terminal.type('?');
      await new Promise((resolve) => setImmediate(resolve));
      slowest = Math.max(slowest, performance.now() - started);
      if (at === 55_000) await terminal.untilText('Keys --');
    }
    terminal.type(esc);
    await terminal.untilText('line 99999');
    // No turn of the event loop is long enough for a person to notice a dead key.
    expect(slowest).toBeLessThan(500);
  });

  it('tells what is new once the learner has scrolled away', async () => {
    const { terminal, session } = await start();
    session.emit(phase('create', 'running'), ...runOf(1, 'create', numbers(100)));
    await terminal.untilText('line 99');
    terminal.type('\t');
    await terminal.untilText('[output]');
    terminal.type('k');
    await terminal.untilText('1 more line: Down');
    session.emit({
      type: 'output',
      run: 1,
      lines: numbers(15, 100).map((text) => ({ stream: 'stdout', text })),
      partial: '',
    });
    await terminal.untilText('15 new lines: G');
    expect(terminal.screen().join('\n')).not.toContain('line 114');
    terminal.type('G');
    await terminal.untilText('line 114');
  });
});

describe('the way out and back', () => {
  it('gives the terminal to a shell and comes back to the same screen', async () => {
    let leave: () => void = () => {};
    const during: { alternate: boolean; raw: boolean }[] = [];
    const { terminal, session } = await start({
      app: {
        onShell: () => {
          during.push({ alternate: terminal.isAlternate(), raw: terminal.isRaw() });
          return new Promise((resolve) => {
            leave = resolve;
          });
        },
      },
    });
    terminal.type('!');
    await vi.waitFor(() => expect(during).toHaveLength(1));
    await vi.waitFor(() => expect(terminal.isAlternate()).toBe(false));
    expect(during).toEqual([{ alternate: expect.any(Boolean), raw: false }]);
    session.emit({ type: 'notice', level: 'info', text: 'Something happened meanwhile.' });
    leave();
    await terminal.untilText('Something happened meanwhile.');
    expect(terminal.isAlternate()).toBe(true);
    expect(terminal.isRaw()).toBe(true);
    expectWhole(terminal, 80, 24);
    terminal.type('?');
    await terminal.untilText('Keys --');
  });

  it('shows the command without borders and hands it to the clipboard', async () => {
    const { terminal } = await start();
    terminal.type('y');
    await terminal.until((screen) => screen.startsWith('kafka-topics.sh'), 'the command alone');
    expect(terminal.written()).toContain(`${esc}]52;c;${Buffer.from(createLine).toString('base64')}`);
  });

  it('saves the command line for the next time', async () => {
    const saveHistory = vi.fn(() => Promise.reject(new Error('disk full')));
    const { terminal, session } = await start({ app: { loadHistory: async () => ['one'], saveHistory } });
    terminal.type('/two\r');
    await vi.waitFor(() => expect(session.asked).toContain('type two'));
    expect(saveHistory).toHaveBeenCalledWith(['one', 'two']);
    terminal.type('?');
    await terminal.untilText('Keys --');
  });
});
