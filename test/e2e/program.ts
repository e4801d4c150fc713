import { fileURLToPath } from 'node:url';
import * as pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { readScreen, type Screen } from '../pictures/screen.ts';

/** The built program in a real pty, read through a real terminal emulator. */
export type RunningProgram = {
  readonly type: (text: string) => void;
  readonly resize: (columns: number, rows: number) => void;
  readonly rows: () => string[];
  readonly screen: () => string;
  /** the screen as it looks: colours, and the cursor where it is visible */
  readonly picture: () => Screen;
  /** all it has written to the terminal so far */
  readonly written: () => string;
  readonly isAlternate: () => boolean;
  /** as the program asked for last (DECTCEM) */
  readonly isCursorVisible: () => boolean;
  /** as the program asked for last (bracketed paste) */
  readonly marksPastes: () => boolean;
  /** Resolves when the screen shows it (a text, broken into lines or not, or whatever the condition says); fails with the screen after the deadline. */
  readonly until: (wanted: string | RegExp | ((screen: string) => boolean), deadlineMs?: number) => Promise<void>;
  readonly pid: number;
  readonly kill: (signal: string) => void;
  /** Closes its window, as a terminal does: nobody reads or writes any more, and a hang-up is sent. */
  readonly closeWindow: () => void;
  readonly ended: Promise<number>;
  readonly dispose: () => void;
};

/** What is tested: the build of this checkout, or another one, such as the packed and installed program. */
export const programPath =
  process.env['KAFKA_LESSONS_TEST_PROGRAM'] ?? fileURLToPath(new URL('../../dist/main.mjs', import.meta.url));

export const keys = {
  enter: '\r',
  escape: '\x1b',
  tab: '\t',
  ctrlC: '\x03',
  ctrlD: '\x04',
  down: '\x1b[B',
  up: '\x1b[A',
};

export function startProgram(
  args: readonly string[],
  options: {
    readonly env: NodeJS.ProcessEnv;
    readonly columns?: number;
    readonly rows?: number;
    /** in a shell that tells afterwards how the terminal is set (`stty -a`); `pid` and `kill` are the shell's then */
    readonly inShell?: boolean;
  },
): RunningProgram {
  const { columns = 80, rows = 24 } = options;
  const emulator = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  // The pty would pass on the word "undefined".
  const defined = Object.entries(options.env).filter(([, value]) => value !== undefined);
  const env = { ...Object.fromEntries(defined), TERM: 'xterm-256color' };
  const words = [process.execPath, programPath, ...args];
  const shell = ['/bin/sh', '-c', '"$@"; code=$?; stty -a; exit $code', 'sh'];
  const [file = '', ...rest] = options.inShell ? [...shell, ...words] : words;
  const child = pty.spawn(file, rest, { cols: columns, rows, env });
  const waiting = new Set<() => void>();
  const look = (): void => {
    for (const check of [...waiting]) check();
  };
  let cursorVisible = true;
  for (const [final, visible] of [
    ['h', true],
    ['l', false],
  ] as const) {
    emulator.parser.registerCsiHandler({ prefix: '?', final }, (modes) => {
      if (modes.includes(25)) cursorVisible = visible;
      return false;
    });
  }
  let exitCode: number | undefined;
  let written = '';
  child.onData((text) => {
    written += text;
    emulator.write(text, look);
  });
  const ended = new Promise<number>((resolve) => {
    child.onExit((end) => {
      exitCode = end.signal ? 128 + end.signal : end.exitCode;
      // What was written last is still on its way through the emulator.
      emulator.write('', () => {
        look();
        resolve(exitCode ?? 0);
      });
    });
  });

  const screenRows = (): string[] => {
    const { active } = emulator.buffer;
    return Array.from(
      { length: emulator.rows },
      (_, row) => active.getLine(active.viewportY + row)?.translateToString(true, 0, emulator.cols) ?? '',
    );
  };
  const screen = (): string => screenRows().join('\n');

  return {
    type: (text) => child.write(text),
    resize: (newColumns, newRows) => {
      emulator.resize(newColumns, newRows);
      child.resize(newColumns, newRows);
    },
    rows: screenRows,
    screen,
    picture: () => readScreen(emulator, cursorVisible),
    written: () => written,
    isCursorVisible: () => cursorVisible,
    marksPastes: () => emulator.modes.bracketedPasteMode,
    isAlternate: () => emulator.buffer.active.type === 'alternate',
    until: (wanted, deadlineMs = 30_000) =>
      new Promise((resolve, reject) => {
        const holds = (): boolean => {
          // Between these marks a frame is half drawn: its header new, its footer still the former one.
          if (emulator.modes.synchronizedOutputMode && exitCode === undefined) return false;
          const text = screen();
          if (typeof wanted === 'string') return text.includes(wanted) || text.replaceAll(/\s+/g, ' ').includes(wanted);
          return wanted instanceof RegExp ? wanted.test(text) : wanted(text);
        };
        const finish = (error?: Error): void => {
          clearTimeout(timer);
          waiting.delete(check);
          if (error) reject(error);
          else resolve();
        };
        const check = (): void => {
          if (holds()) finish();
          else if (exitCode !== undefined)
            finish(new Error(`it ended with ${exitCode}, without ${wanted}:\n${screen()}`));
        };
        const timer = setTimeout(() => finish(new Error(`not on the screen: ${wanted}\n${screen()}`)), deadlineMs);
        waiting.add(check);
        check();
      }),
    pid: child.pid,
    kill: (signal) => child.kill(signal),
    closeWindow: () => (child as pty.IPty & { destroy: () => void }).destroy(),
    ended,
    dispose: () => {
      if (exitCode === undefined) child.kill('SIGKILL');
      emulator.dispose();
    },
  };
}
