import type { DatabaseName } from '../../lesson/types.ts';
import { messages } from '../../messages/index.ts';
import type { ServiceKeeper } from '../keepers.ts';
import { memoryNeeds } from '../side-services.ts';
import type { NativeContext } from './context.ts';
import { ensureServer } from './database-server.ts';
import { bringUpDatabase, clearDatabase, databaseStatus, endDatabase, isDatabaseUp } from './database-service.ts';
import { searchJava } from './java.ts';
import { requireMemory } from './memory.ts';
import { livingNode, readNodeState } from './node-state.ts';
import { endsShown } from './shown-action.ts';

/** One of the databases as a service of the native engine: a MariaDB server with data of its own. */
export function databaseKeeper(name: DatabaseName, context: NativeContext): ServiceKeeper {
  const paths = context.paths.databases[name];
  return {
    bringUp: async (report, signal) => {
      if (!(await isDatabaseUp(context, name))) {
        report({ service: name, phase: 'checking' });
        if (!(await livingNode(await readNodeState(paths)))) {
          const parts = messages().services.databaseParts;
          requireMemory(context.memoryMb(), { service: name, neededMb: memoryNeeds[name], parts });
        }
        const { found: java } = await searchJava(context.env);
        const server = await ensureServer(context, {
          javaHome: java?.home,
          signal,
          report: (progress) => report({ service: name, ...progress }),
        });
        await bringUpDatabase(context, name, { server, report, signal });
      }
      report({ service: name, phase: 'ready' });
    },
    end: (how) => endDatabase(context.paths, name, how),
    clear: () => clearDatabase(context.paths, name),
    status: () => databaseStatus(context, name),
    address: async () => (await databaseStatus(context, name)).address,
    shown: (action) => endsShown(action, [paths]),
  };
}
