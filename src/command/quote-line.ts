import { writtenTool } from './known-tools.ts';
import type { ParsedCommand } from './types.ts';

/** A pipeline as one line that a shell, and parseLine, read as these words. */
export const quoteLine = (commands: readonly ParsedCommand[]): string =>
  commands.map(({ tool, args }) => [writtenTool(tool), ...args].map(quoteWord).join(' ')).join(' | ');

/** One word as a shell reads it back. */
export const quoteWord = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
