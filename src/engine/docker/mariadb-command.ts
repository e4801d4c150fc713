import { randomUUID } from 'node:crypto';
import { quoteWord } from '../../command/quote-line.ts';
import type { ParsedCommand, Spawnable } from '../../command/types.ts';
import { EnvironmentError } from '../../errors.ts';
import { messages } from '../../messages/index.ts';
import { databaseUser } from '../database-user.ts';
import { databaseIn, mariadbTool } from '../mariadb-tool.ts';
import type { DockerContext } from './context.ts';
import { containerName } from './kafka-containers.ts';
import { readSideState } from './side-status.ts';
import { endMarked } from './stop-wrapper.ts';

/** The client in a server's container, and what it is always told. */
export const clientArguments: readonly string[] = [
  mariadbTool,
  '--no-defaults',
  // Where its socket is, only the defaults know.
  '--host=127.0.0.1',
  // Newer clients insist on it where they are not told.
  '--skip-ssl',
  '--default-character-set=utf8mb4',
  `--user=${databaseUser.name}`,
];

/**
 * `mariadb shop …`: MariaDB's own client, in the container of the database of that name. The user is added; the password is not on
 * the command line.
 * @throws UserError where no database of the lessons is named
 * @throws EnvironmentError where the database was never started
 */
export async function mariadbCommand({ args }: ParsedCommand, context: DockerContext): Promise<Spawnable> {
  const database = databaseIn(args);
  if ((await readSideState(context.paths, database))?.startedWith === undefined) {
    const say = messages().services;
    throw new EnvironmentError({
      what: say.databaseDown({ service: database }),
      next: say.upCommand({ service: database }),
    });
  }
  const container = containerName(context, { service: database });
  const mark = `KAFKA_LESSONS_RUN=${randomUUID()}`;
  const shown = ['docker', 'exec', '-i', container, mariadbTool, `--user=${databaseUser.name}`, ...args];
  return {
    file: 'docker',
    // A variable without a value is taken from docker's own environment.
    args: ['exec', '-i', '-e', 'MYSQL_PWD', '-e', mark, container, ...clientArguments, ...args],
    env: { MYSQL_PWD: databaseUser.password },
    stop: 'end-input',
    afterKill: { file: 'docker', args: ['exec', container, 'sh', '-c', endMarked, mark] },
    shown: shown.map(quoteWord).join(' '),
  };
}
