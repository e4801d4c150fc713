import { exitCodes, UserError } from '../errors.ts';
import { type DatabaseName, databaseNames } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';

/** The client that speaks to a database of the lessons. */
export const mariadbTool = 'mariadb';

/**
 * The database that `mariadb shop …` is for.
 * @throws UserError where none of the lessons is named: a server of the learner's own is not meant
 */
export function databaseIn(args: readonly string[]): DatabaseName {
  const database = databaseNames.find((name) => args.includes(name));
  if (database !== undefined) return database;
  const say = messages().services;
  throw new UserError({ what: say.whichDatabase, next: say.whichDatabaseNext }, exitCodes.usage);
}
