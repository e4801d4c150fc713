import { createInterface, type Interface } from 'node:readline';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ReadStream } from 'node:tty';

type Listener = {
  readonly line: (text: string) => void;
  /** The input has ended: Ctrl+D on a terminal, which can be read on, or the end of a pipe. Returns whether to read on. */
  readonly ended: () => boolean;
};

/** Lines typed on a terminal that stays as it is, or from a pipe. */
export type LineInput = {
  /** Leaves the terminal to another program until that ends. */
  readonly lend: (open: () => Promise<void>) => Promise<void>;
  readonly close: () => void;
};

/** Reads lines from `stdin` until it is closed. Nothing is written, and the terminal edits the line itself. */
export function readLines(stdin: NodeJS.ReadStream, listener: Listener): LineInput {
  let isOver = false;
  let lines: Interface;
  let heard = stdin;

  const listen = (input: NodeJS.ReadStream): void => {
    heard = input;
    lines = createInterface({ input, terminal: false });
    lines.on('line', listener.line);
    lines.on('close', () => {
      if (isOver) return;
      // On a terminal the end is a key like others: only this stream has ended.
      if (listener.ended() && stdin.isTTY) listen(new ReadStream(process.stdin.fd));
    });
  };
  listen(stdin);

  return {
    lend: async (open) => {
      lines.pause();
      // A read that has begun would take the program's first keys.
      await nextTurn();
      try {
        await open();
      } finally {
        lines.resume();
      }
    },
    close: () => {
      isOver = true;
      lines.close();
      // One that was opened anew would go on waiting for keys, and keep the program from ending.
      if (heard !== stdin) heard.unref();
    },
  };
}
