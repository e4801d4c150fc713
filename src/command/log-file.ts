import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { messages } from '../messages/index.ts';

/** A command that never ends must not fill the disk, and with it the broker's. In bytes. */
const largestLog = 64 * 2 ** 20;

/** The whole output of a line, on the disk. */
export type LogFile = {
  readonly write: (text: string) => void;
  /** The disk is slower than the command: wait for drained() before more. */
  readonly isBehind: () => boolean;
  readonly drained: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export const noLog: LogFile = {
  write: () => undefined,
  isBehind: () => false,
  drained: async () => undefined,
  close: async () => undefined,
};

/**
 * Opens a log for appending, making its folder if need be. A log that cannot be written (disk full, folder read-only) is given
 * up without a word: the command itself is what matters. One that has reached `largest` bytes says so in its last line, and takes
 * no more.
 */
export async function openLog(path: string, largest = largestLog): Promise<LogFile> {
  const made = await mkdir(dirname(path), { recursive: true }).then(
    () => true,
    () => false,
  );
  if (!made) return noLog;
  const stream = createWriteStream(path, { flags: 'a' });
  stream.on('error', () => undefined);
  const broken = new Promise<void>((resolve) => stream.once('close', resolve));
  let size = 0;
  return {
    write: (text) => {
      if (stream.destroyed || size >= largest) return;
      size += Buffer.byteLength(text);
      stream.write(
        size < largest ? text : `${text}\n${messages().command.logFull({ megabytes: largest / 2 ** 20 })}\n`,
      );
    },
    isBehind: () => !stream.destroyed && stream.writableNeedDrain,
    drained: async () => {
      await Promise.race([new Promise<void>((resolve) => stream.once('drain', resolve)), broken]);
    },
    close: async () => {
      stream.end();
      await broken;
    },
  };
}
