import { type DatabaseName, databaseNames } from '../lesson/types.ts';

export type MariadbCall = { readonly database: DatabaseName; readonly sql: string };

const execute = /^(?:-e|--execute(?:=|$))/;

/**
 * `mariadb DATABASE -e 'STATEMENT'` with one of the lessons' databases, in either order, also with `-t`. undefined for everything
 * else, which is the client of this machine's business.
 */
export function readMariadb(args: readonly string[]): MariadbCall | undefined {
  const rest = args.filter((arg) => arg !== '-t' && arg !== '--table');
  const at = rest.findIndex((arg) => execute.test(arg));
  const option = rest[at];
  if (option === undefined) return undefined;
  const attached = option.replace(execute, '');
  const sql = attached === '' ? rest[at + 1] : attached;
  const [name, ...more] = rest.toSpliced(at, attached === '' ? 2 : 1);
  const database = databaseNames.find((each) => each === name);
  return database && sql !== undefined && more.length === 0 ? { database, sql } : undefined;
}
