import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkLine } from '../command/check-line.ts';
import { kafkaToolNames, museumToolNames } from '../command/known-tools.ts';
import { exitCodes, UserError } from '../errors.ts';
import { formatAuthorErrors } from '../lesson/author-error.ts';
import type { CheckCommand } from '../lesson/lesson-context.ts';
import { loadPack } from '../lesson/load-pack.ts';
import type { Pack } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';

/** The course that comes with the program: `lessons` beside `dist`. */
export const ownPack = (): string => fileURLToPath(new URL('../lessons/', import.meta.url));

/** Judges the command lines of lessons. */
export const checkCommand: CheckCommand = (line, at) =>
  checkLine(line, at === 'museum' ? museumToolNames : kafkaToolNames);

/** Reads the pack a command was asked for. Throws UserError with every author's error in it. */
export async function loadCourse(folder: string | undefined): Promise<Pack> {
  const result = await loadPack(folder === undefined ? ownPack() : resolve(folder), { checkCommand });
  if (result.ok) return result.pack;
  const say = messages().cli;
  const count = result.errors.length;
  const errors = formatAuthorErrors(result.errors, { cwd: process.cwd(), most: count });
  throw new UserError({ what: say.packErrors({ count }), why: errors, next: say.packErrorsNext }, exitCodes.usage);
}
