import { PassThrough, Writable } from 'node:stream';
import xterm from '@xterm/headless';

/** A real terminal emulator with Ink's streams at its ends. */
export type FakeTerminal = {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly type: (text: string) => void;
  readonly resize: (columns: number, rows: number) => void;
  /** the rows a person sees now, without spaces at their ends */
  readonly screen: () => string[];
  /** what was on the normal screen, while or after the app was there */
  readonly normalScreen: () => string[];
  readonly cursor: () => { readonly x: number; readonly y: number };
  readonly isAlternate: () => boolean;
  readonly isRaw: () => boolean;
  /** what was on its way before the terminal was made raw, while it still echoed what is typed */
  readonly writtenBeforeRaw: () => string;
  /** everything written, as it was */
  readonly written: () => string;
  /** Resolves when the condition holds; fails with the screen after a deadline. */
  readonly until: (condition: (screen: string) => boolean, what: string) => Promise<void>;
  readonly untilText: (text: string) => Promise<void>;
  readonly dispose: () => void;
};

const deadlineMs = 5_000;

export function fakeTerminal(columns: number, rows: number): FakeTerminal {
  const emulator = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, convertEol: true });
  const waiting = new Set<() => void>();
  const look = (): void => {
    for (const each of [...waiting]) each();
  };
  let written = '';
  const stdout = Object.assign(
    new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        const text = chunk.toString('utf8');
        written += text;
        emulator.write(text, () => {
          look();
          done();
        });
      },
    }),
    { isTTY: true, columns, rows },
  );
  let raw = false;
  let writtenBeforeRaw: string | undefined;
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (value: boolean) => {
      raw = value;
      writtenBeforeRaw ??= written;
    },
    ref: () => {},
    unref: () => {},
  });
  const rowsOf = (buffer: typeof emulator.buffer.active): string[] =>
    Array.from(
      { length: emulator.rows },
      (_, row) => buffer.getLine(buffer.viewportY + row)?.translateToString(true) ?? '',
    );
  const screen = (): string[] => rowsOf(emulator.buffer.active);

  const until = (condition: (screen: string) => boolean, what: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const finish = (error?: Error): void => {
        clearTimeout(timer);
        waiting.delete(check);
        if (error) reject(error);
        else resolve();
      };
      const check = (): void => {
        if (condition(screen().join('\n'))) finish();
      };
      const timer = setTimeout(
        () => finish(new Error(`${what} did not come. The screen:\n${screen().join('\n')}`)),
        deadlineMs,
      );
      waiting.add(check);
      check();
    });

  return {
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: stdout as unknown as NodeJS.WriteStream,
    type: (text) => void stdin.write(text),
    resize: (newColumns, newRows) => {
      emulator.resize(newColumns, newRows);
      Object.assign(stdout, { columns: newColumns, rows: newRows });
      stdout.emit('resize');
    },
    screen,
    normalScreen: () => rowsOf(emulator.buffer.normal),
    cursor: () => ({ x: emulator.buffer.active.cursorX, y: emulator.buffer.active.cursorY }),
    isAlternate: () => emulator.buffer.active.type === 'alternate',
    isRaw: () => raw,
    writtenBeforeRaw: () => writtenBeforeRaw ?? written,
    written: () => written,
    until,
    untilText: (text) => until((shown) => shown.includes(text), `"${text}"`),
    dispose: () => {
      stdin.destroy();
      stdout.destroy();
      emulator.dispose();
    },
  };
}
