import { Unreachable } from '../check/unreachable.ts';
import type { Task } from '../command/types.ts';
import { messages } from '../messages/index.ts';
import type { Database } from './open-database.ts';
import { answerLines } from './print-answer.ts';

/** One statement as a command: prints what the database answers; exit code 1 for an error, and where nothing answers. */
export const statementTask = (database: Database, sql: string): Task => ({
  run: async ({ print, complain, signal }) => {
    const end = (): void => database.close();
    signal.addEventListener('abort', end, { once: true });
    try {
      const answer = await database.query(sql);
      const tell = answer.kind === 'error' ? complain : print;
      for (const line of answerLines(answer)) tell(line);
      return answer.kind === 'error' ? 1 : 0;
    } catch (error) {
      if (!(error instanceof Unreachable) || signal.aborted) throw error;
      complain(messages().database.noAnswer({ service: error.service }));
      return 1;
    } finally {
      signal.removeEventListener('abort', end);
    }
  },
});
