import { type Connection, createConnection, type FieldInfo, type SqlError } from 'mariadb';
import type { SqlAnswer, SqlCell } from '../check/sql-facts.ts';
import { Unreachable } from '../check/unreachable.ts';
import { databaseUser } from '../engine/database-user.ts';
import type { Address } from '../engine/types.ts';
import type { DatabaseName } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';

/** How long a server may take to take up a connection, and to go on answering, in milliseconds. */
const connectTimeoutMs = 3000;
const silentForMs = 60_000;

export type Database = {
  /** Runs one statement. An error of the server is an answer. Throws Unreachable where the server does not answer. */
  readonly query: (sql: string) => Promise<SqlAnswer>;
  /** Ends the connection at once, also while a statement runs. */
  readonly close: () => void;
};

export type DatabaseAt = { readonly address: Address; readonly database: DatabaseName };

/** A connection to a lesson's database, made with its first statement; single attempts. */
export function openDatabase({ address: { host, port }, database }: DatabaseAt): Database {
  let connection: Promise<Connection> | undefined;
  let closed = false;
  const connect = (): Promise<Connection> => {
    connection ??= createConnection({
      user: databaseUser.name,
      password: databaseUser.password,
      host,
      port,
      database,
      charset: 'utf8mb4',
      connectTimeout: connectTimeoutMs,
      socketTimeout: silentForMs,
      // Rows that an UPDATE leaves as they were are not changed.
      foundRows: false,
      rowsAsArray: true,
      checkDuplicate: false,
      // The text the server sends, and nothing made of it: no numbers that lose digits, no dates of another time zone.
      typeCast: (field) => field.string(),
    });
    return connection;
  };
  return {
    query: async (sql) => {
      try {
        return answerOf(await (await connect()).query(sql));
      } catch (error) {
        const answer = serverError(error);
        if (answer) return answer;
        throw new Unreachable(messages().database.at({ database, address: `${host}:${port}` }), { cause: error });
      }
    },
    close: () => {
      if (closed) return;
      closed = true;
      // Who never connected, or could not, has nothing to close.
      void connection?.then((open) => open.destroy()).catch(() => undefined);
    },
  };
}

/** One statement on a connection of its own. Throws Unreachable. */
export async function query(at: DatabaseAt, sql: string): Promise<SqlAnswer> {
  const database = openDatabase(at);
  try {
    return await database.query(sql);
  } finally {
    database.close();
  }
}

/** What the driver returns for one statement with `rowsAsArray`. */
type Raw = (SqlCell[][] & { readonly meta: readonly FieldInfo[] }) | { readonly affectedRows: number };

function answerOf(raw: Raw): SqlAnswer {
  if (!Array.isArray(raw)) return { kind: 'done', changed: raw.affectedRows };
  const columns = raw.meta.map((field) => ({ name: field.name(), numeric: numericTypes.has(field.type) }));
  return { kind: 'rows', columns, rows: [...raw] };
}

const numericTypes: ReadonlySet<string> = new Set([
  'TINY',
  'SHORT',
  'INT',
  'INT24',
  'BIGINT',
  'DECIMAL',
  'NEWDECIMAL',
  'FLOAT',
  'DOUBLE',
]);

/** Numbers from here on are the driver's own: the connection was lost, a time was up. */
const driverErrors = 45_000;
/** What a server says that is going away: ER_SERVER_SHUTDOWN, ER_NORMAL_SHUTDOWN, ER_CONNECTION_KILLED. */
const goingAway: readonly number[] = [1053, 1077, 1927];

/** undefined: it was not the server that said so */
function serverError(error: unknown): Extract<SqlAnswer, { kind: 'error' }> | undefined {
  const { errno = 0, sqlState, sqlMessage } = error as Partial<SqlError>;
  if (!sqlMessage || errno <= 0 || errno >= driverErrors || goingAway.includes(errno)) return undefined;
  return { kind: 'error', message: sqlMessage, errno, sqlState: sqlState ?? '' };
}
