import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../platform/write-whole.ts';

/** Lines of the command line that are kept. */
export const historyLimit = 500;

/** The file of the history in the home folder. */
export const historyPath = (home: string): string => join(home, 'history');

/** The lines typed before, the newest last; none where the file is missing or damaged. Never throws. */
export async function loadHistory(home: string): Promise<string[]> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(historyPath(home)));
    // A file of lines has no control characters; whatever else it is, it is not ours.
    if (/[^\P{Cc}\n\r]/u.test(text)) return [];
    return tidy(text.split(/\r?\n/));
  } catch {
    return [];
  }
}

/** Keeps the last lines, each at most once in a row. History is a comfort: that it cannot be written is no error. */
export async function saveHistory(home: string, lines: readonly string[]): Promise<void> {
  const text = tidy(lines)
    .map((line) => `${line}\n`)
    .join('');
  try {
    await mkdir(home, { recursive: true });
    await writeWhole(historyPath(home), text);
  } catch {
    // Nothing is lost but the comfort.
  }
}

const tidy = (lines: readonly string[]): string[] =>
  lines
    .map((line) => line.replaceAll(/\p{Cc}+/gu, ' ').trim())
    .filter((line, index, all) => line !== '' && line !== all[index - 1])
    .slice(-historyLimit);
