import type { Address } from '../engine/types.ts';
import type { DatabaseName } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import type { DatabaseConnection } from '../session/deps.ts';

/** A connection that is made, and its driver loaded, with the first statement. address: undefined where there is no such server. */
export function lazyDatabase(database: DatabaseName, address: () => Promise<Address | undefined>): DatabaseConnection {
  let closed = false;
  const open = async () => {
    const found = await address();
    if (!found) return undefined;
    const { openDatabase } = await import('../database/open-database.ts');
    return openDatabase({ address: found, database });
  };
  let opening: ReturnType<typeof open> | undefined;
  return {
    task: (sql) => ({
      run: async (io) => {
        opening ??= open();
        const connection = await opening;
        if (!connection || closed) {
          const service = messages().session.serviceNeverStarted({ service: database });
          io.complain(messages().database.noAnswer({ service }));
          return 1;
        }
        const { statementTask } = await import('../database/statement-task.ts');
        return statementTask(connection, sql).run(io);
      },
    }),
    close: () => {
      closed = true;
      void opening?.then((connection) => connection?.close()).catch(() => undefined);
    },
  };
}
