import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

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
 * up without a word: the command itself is what matters.
 */
export async function openLog(path: string): Promise<LogFile> {
  const made = await mkdir(dirname(path), { recursive: true }).then(
    () => true,
    () => false,
  );
  if (!made) return noLog;
  const stream = createWriteStream(path, { flags: 'a' });
  stream.on('error', () => undefined);
  const broken = new Promise<void>((resolve) => stream.once('close', resolve));
  return {
    write: (text) => {
      if (!stream.destroyed) stream.write(text);
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
