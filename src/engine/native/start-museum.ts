import { messages } from '../../messages/index.ts';
import { freePort } from '../../platform/free-port.ts';
import type { Progress } from '../types.ts';
import { hasNoBroker, zooKeeperAnswers } from './ask-zookeeper.ts';
import type { MuseumPaths, NativeContext, NodePaths } from './context.ts';
import { jvmArguments } from './jvm.ts';
import { museumBrokerId, museumBrokerProperties, zooKeeperProperties } from './museum-properties.ts';
import { endNode, type Launch, launchNode, type NamedNode, nodeFailed, waitUntilReady } from './node-process.ts';
import { kafkaClass, livingNode, type NodeState, readNodeState } from './node-state.ts';
import { resourcePath } from './resources.ts';
import type { Runtime } from './runtime.ts';
import type { Start } from './start-nodes.ts';

/** What both processes take, in MB, measured. */
export const museumMemoryMb = 300;

/** ZooKeeper's own, and every lesson's. */
export const canonicalZooKeeperPort = 2181;
/** Beside the lessons' Kafka. */
export const museumBrokerPort = 9292;

const zooKeeperClass = 'org.apache.zookeeper.server.quorum.QuorumPeerMain';

/** The processes as messages call them. */
export const museumBroker = ({ broker }: MuseumPaths): NamedNode => ({
  id: museumBrokerId,
  name: messages().engine.museumBroker,
  paths: broker,
});
const museumZooKeeper = ({ zooKeeper }: MuseumPaths): NamedNode => ({
  id: museumBrokerId,
  name: messages().engine.museumZooKeeper,
  paths: zooKeeper,
});

/**
 * Starts the ZooKeeper, unless it runs, and the broker, which does not, and waits until both can be used. If one cannot be started,
 * none is left running.
 * @throws EnvironmentError with the cause
 */
export async function startMuseum(context: NativeContext, start: Start): Promise<void> {
  // A port that was free a moment ago can be gone: once more with others, then it is told.
  if ((await startOnce(context, start)) === undefined) return;
  const failed = await startOnce(context, start);
  if (failed) throw await nodeFailed(failed);
}

/** Returns the process that ended because its port was taken; undefined: both can be used. */
async function startOnce(context: NativeContext, start: Start): Promise<NamedNode | undefined> {
  const { museum } = context.paths;
  const { report, signal } = start;
  const tell = (phase: Progress['phase']): void => report({ service: 'museum', phase, memoryMb: museumMemoryMb });
  const [zooKeeper, broker] = [museumZooKeeper(museum), museumBroker(museum)];
  let failed: NamedNode | undefined;
  try {
    tell('starting');
    const keeper = await startZooKeeper(context, start);
    tell('waiting');
    const isReady = async (): Promise<boolean> =>
      (await zooKeeperAnswers(museum.zooKeeper, keeper.port)) && (await hasNoBroker(keeper.port));
    if ((await waitUntilReady(zooKeeper, keeper, signal, isReady)) === 'port-taken') failed = zooKeeper;
    else {
      const state = await launchBroker(context, keeper.port, start);
      if ((await waitUntilReady(broker, state, signal)) === 'port-taken') failed = broker;
    }
    if (failed) await endBoth(museum);
    return failed;
  } catch (error) {
    // What was asked for and let go of goes on starting: the next start joins it.
    if (!signal.aborted) await endBoth(museum);
    throw error;
  }
}

async function endBoth({ zooKeeper, broker }: MuseumPaths): Promise<void> {
  for (const paths of [broker, zooKeeper]) await endNode(paths, 'kill');
}

async function startZooKeeper(context: NativeContext, { runtime }: Start): Promise<NodeState> {
  const paths = context.paths.museum.zooKeeper;
  const before = await readNodeState(paths);
  if (before && (await livingNode(before))) return before;
  const port = await freePort([before?.port ?? canonicalZooKeeperPort, canonicalZooKeeperPort]);
  const properties = zooKeeperProperties({ port, dataFolder: paths.data });
  return launch(context, paths, runtime, { port, mainClass: zooKeeperClass, properties, heapMb: 96 });
}

async function launchBroker(context: NativeContext, zooKeeperPort: number, { runtime }: Start): Promise<NodeState> {
  const paths = context.paths.museum.broker;
  const before = await readNodeState(paths);
  const port = await freePort([before?.port ?? museumBrokerPort, museumBrokerPort], [zooKeeperPort]);
  const properties = museumBrokerProperties({ port, zooKeeperPort, dataFolder: paths.data });
  return launch(context, paths, runtime, { port, mainClass: kafkaClass, properties, heapMb: 256 });
}

type Server = Pick<Launch, 'mainClass' | 'properties'> & { readonly port: number; readonly heapMb: number };

function launch(
  context: NativeContext,
  paths: NodePaths,
  { java, classPath }: Runtime,
  { port, mainClass, properties, heapMb }: Server,
): Promise<NodeState> {
  const jvm = jvmArguments({
    heapMb,
    logging: resourcePath(context.resources, 'museum-server-log4j.properties'),
    logger: 'log4j',
    classPath: classPath.arguments,
    properties: { 'kafka.logs.dir': paths.logs },
  });
  return launchNode(context, paths, { java: java.file, jvm, mainClass, properties, ports: { port } });
}
