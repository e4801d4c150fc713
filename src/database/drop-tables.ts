import type { Address } from '../engine/types.ts';
import { UserError } from '../errors.ts';
import type { DatabaseName } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import { openDatabase } from './open-database.ts';

/**
 * Drops tables of one database and returns the names of those that were there, as `database.table`.
 * Throws Unreachable, and a UserError with the server's words where it refuses.
 * @param tables names without the database, of letters, digits and _
 */
export async function dropTables(
  at: { readonly address: Address; readonly database: DatabaseName },
  tables: readonly string[],
): Promise<readonly string[]> {
  const connection = openDatabase(at);
  const ask = async (sql: string) => {
    const answer = await connection.query(sql);
    if (answer.kind === 'error') {
      const what = messages().database.notDropped({ database: at.database });
      throw new UserError({ what, why: messages().database.error(answer) });
    }
    return answer;
  };
  try {
    const answer = await ask('SHOW TABLES');
    const there = answer.kind === 'rows' ? answer.rows.map(([name]) => name) : [];
    const found = tables.filter((table) => there.includes(table));
    // Tables may refer to each other.
    if (found.length > 0) await ask('SET FOREIGN_KEY_CHECKS = 0');
    for (const table of found) await ask(`DROP TABLE IF EXISTS \`${table}\``);
    return found.map((table) => `${at.database}.${table}`);
  } finally {
    connection.close();
  }
}
