import { messages } from '../../messages/index.ts';
import { loopback } from '../../platform/free-port.ts';
import { connectAnswers } from '../ask-connect.ts';
import { readCurrent } from '../current-kafka.ts';
import type { KafkaName } from '../kafkas.ts';
import type { ServiceKeeper } from '../keepers.ts';
import { ensureFetched, findFetched } from '../native/fetch-set.ts';
import { connectPlugins } from '../native/jar-set.ts';
import { resourceFolder } from '../native/resources.ts';
import type { DockerContext } from './context.ts';
import { readImages } from './images.ts';
import { containerName, dockerKafka, innerPort } from './kafka-containers.ts';
import { readKafkaState } from './kafka-state.ts';
import { isKafkaUp } from './kafka-status.ts';
import { bringUpSide, endSide, isSideUp, type SideService } from './side-service.ts';
import { sideNode, sideStatus } from './side-status.ts';
import { findWorkspaceUser } from './workspace-user.ts';

const name = 'connect';

/**
 * A Connect worker as a service of the Docker engine: Kafka's own image, with the connectors that Maven has put into the cache. It
 * works for the Kafka that has the lessons' address.
 * @param kafka the two Kafkas
 */
export function connectKeeper(
  context: DockerContext,
  kafka: Readonly<Record<KafkaName, ServiceKeeper>>,
): ServiceKeeper {
  const plugins: (...of: Parameters<ServiceKeeper['bringUp']>) => Promise<string> = async (report, signal) => {
    const fetching = { ...context, resources: resourceFolder() };
    const here = await findFetched(fetching, connectPlugins);
    if (here) return here.libs;
    // How much it is, before anything is fetched.
    report({ service: name, phase: 'downloading', done: 0, total: connectPlugins.expectedBytes });
    const fetched = await ensureFetched(fetching, connectPlugins, {
      signal,
      report: (progress) => report({ service: name, ...progress }),
    });
    return fetched.libs;
  };

  const worker = async (folder: string): Promise<SideService> => {
    const current = await readCurrent(context.paths);
    const { clusterId = '' } = (await readKafkaState(context.paths, current)) ?? {};
    const [first] = dockerKafka(current).nodes;
    return {
      name,
      file: 'connect',
      image: (await readImages(context)).kafka,
      parts: messages().services.connectParts,
      variables: {
        KAFKA_LESSONS_BOOTSTRAP: `${first.service}:${innerPort}`,
        KAFKA_LESSONS_CLUSTER_ID: clusterId,
        KAFKA_LESSONS_PLUGINS: folder,
        KAFKA_LESSONS_USER: await findWorkspaceUser(context),
      },
      answers: (port) => connectAnswers({ host: loopback, port }, clusterId || undefined),
    };
  };

  const status = () => sideStatus(context, name, (port) => connectAnswers({ host: loopback, port }));
  return {
    bringUp: async (report, signal) => {
      const current = await readCurrent(context.paths);
      if (!(await isKafkaUp(context, current))) await kafka[current].bringUp(report, signal);
      const side = await worker(await plugins(report, signal));
      if (!(await isSideUp(context, side))) {
        report({ service: name, phase: 'checking' });
        await bringUpSide(context, side, { report, signal });
      }
      report({ service: name, phase: 'ready' });
    },
    end: (how) => endSide(context, name, how),
    status,
    address: async () => (await status()).address,
    shown: async (action) => `docker ${action} ${containerName(context, sideNode(name))}`,
  };
}
