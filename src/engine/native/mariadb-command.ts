import type { ParsedCommand, Spawnable } from '../../command/types.ts';
import { EnvironmentError } from '../../errors.ts';
import { messages } from '../../messages/index.ts';
import { installCommand } from '../../platform/install-command.ts';
import { databaseUser } from '../database-user.ts';
import { databaseIn, mariadbTool } from '../mariadb-tool.ts';
import type { NativeContext } from './context.ts';
import { findServer } from './database-server.ts';
import { databaseStatus } from './database-service.ts';
import { shownCommand } from './tool-command.ts';

/**
 * `mariadb shop …`: MariaDB's own client, at the database of that name. Its address and user are added; the password is not on
 * the command line.
 * @throws UserError where no database of the lessons is named: a server of the learner's own is not meant
 * @throws EnvironmentError where the database was never started, or there is no client
 */
export async function mariadbCommand({ args }: ParsedCommand, context: NativeContext): Promise<Spawnable> {
  const say = messages().services;
  const database = databaseIn(args);
  const [server, { address }] = await Promise.all([findServer(context), databaseStatus(context, database)]);
  if (address === undefined) {
    const next = say.upCommand({ service: database });
    throw new EnvironmentError({ what: say.databaseDown({ service: database }), next });
  }
  if (server?.client === undefined) {
    throw new EnvironmentError({ what: say.noClient, next: await installCommand('mariadb') });
  }
  const where = [`--host=${address.host}`, `--port=${address.port}`, `--user=${databaseUser.name}`];
  return {
    file: server.client,
    args: [
      '--no-defaults',
      '--protocol=tcp',
      ...where,
      // Newer clients insist on it where they are not told.
      '--skip-ssl',
      '--default-character-set=utf8mb4',
      ...args,
    ],
    env: { MYSQL_PWD: databaseUser.password },
    stop: 'signal',
    shown: shownCommand(mariadbTool, [...where, ...args]),
  };
}
