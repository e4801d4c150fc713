import { messages } from '../../messages/index.ts';
import { installCommand } from '../../platform/install-command.ts';
import { systemName } from '../../platform/system.ts';
import type { Finding } from '../types.ts';
import type { NativeContext } from './context.ts';
import { fetchableServer, findServer } from './database-server.ts';

/** Where the databases would come from. Never an error: most lessons have none. */
export async function findMariaDb(context: NativeContext): Promise<Finding> {
  const say = messages().services;
  const server = await findServer(context);
  if (server) {
    const what = server.base === undefined ? say.serverFound({ path: server.server }) : say.serverHere;
    return { id: 'mariadb', level: 'ok', what };
  }
  if (fetchableServer()) return { id: 'mariadb-to-fetch', level: 'ok', what: say.serverToFetch };
  return {
    id: 'mariadb-missing',
    level: 'warning',
    what: say.serverMissing({ system: systemName() }),
    why: say.serverNotNow,
    fix: await installCommand('mariadb'),
  };
}
