import type { DatabaseName } from '../../lesson/types.ts';
import { messages } from '../../messages/index.ts';
import { loopback } from '../../platform/free-port.ts';
import { withLock } from '../../platform/lock.ts';
import { mariadbVersion } from '../ask-mariadb.ts';
import { databaseUser } from '../database-user.ts';
import type { ServiceKeeper } from '../keepers.ts';
import type { DockerContext } from './context.ts';
import { complaint, runDocker } from './docker-command.ts';
import { removeNodes } from './end-nodes.ts';
import { readImages } from './images.ts';
import { containerName, nodesWithData } from './kafka-containers.ts';
import { clientArguments } from './mariadb-command.ts';
import { bringUpSide, endSide, isSideUp, type SideService } from './side-service.ts';
import { sideNode, sideStatus } from './side-status.ts';
import type { Start } from './start-nodes.ts';

/** A published port takes connections before anything listens behind it; and while it is prepared, a server lets in nobody. */
const answers = async (port: number): Promise<boolean> =>
  (await mariadbVersion({ host: loopback, port })) !== undefined;

/** One of the databases as a service of the Docker engine: a MariaDB server with a volume of its own. */
export function databaseKeeper(name: DatabaseName, context: DockerContext): ServiceKeeper {
  const node = sideNode(name);
  const server = async (): Promise<SideService> => ({
    name,
    file: 'databases',
    image: (await readImages(context)).mariadb,
    parts: messages().services.databaseParts,
    variables: {},
    answers,
  });

  const start = async (side: SideService, { report, signal }: Start): Promise<void> => {
    if ((await nodesWithData(context, [node], signal)).length === 0) report({ service: name, phase: 'formatting' });
    await bringUpSide(context, side, { report, signal });
  };

  const status = () => sideStatus(context, name, answers);
  const remove = () => withLock(context.paths.lock, () => removeNodes(context, [node]));
  return {
    bringUp: async (report, signal) => {
      const side = await server();
      if (!(await isSideUp(context, side))) {
        report({ service: name, phase: 'checking' });
        await start(side, { report, signal });
        if (await isHalfMade(context, name)) {
          await remove();
          await start(side, { report, signal });
        }
      }
      report({ service: name, phase: 'ready' });
    },
    end: (how) => endSide(context, name, how),
    clear: remove,
    status,
    address: async () => (await status()).address,
    shown: async (action) => `docker ${action} ${containerName(context, node)}`,
  };
}

/**
 * True if the server has no database or no user of the lessons: it was ended while the image prepared its data, and the image does
 * that only once.
 */
async function isHalfMade(context: DockerContext, name: DatabaseName): Promise<boolean> {
  // The right that connectors need is given last.
  const question = name === 'shop' ? 'SHOW MASTER STATUS' : 'SELECT 1';
  const args = ['exec', '-e', 'MYSQL_PWD', containerName(context, sideNode(name)), ...clientArguments];
  const answer = await runDocker(context, [...args, name, '-e', question], {
    env: { MYSQL_PWD: databaseUser.password },
  });
  return /^ERROR (?:1044|1045|1049|1227|1698) /m.test(complaint(answer));
}
