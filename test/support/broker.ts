import { rm } from 'node:fs/promises';
import { nativePaths } from '../../src/engine/native/context.ts';
import { createNativeEngine } from '../../src/engine/native/native-engine.ts';
import { writeNodeState } from '../../src/engine/native/node-state.ts';
import type { Engine, Progress } from '../../src/engine/types.ts';
import { type Folders, folders } from '../../src/platform/folders.ts';
import { freePort } from '../../src/platform/free-port.ts';
import { testCache } from './kafka-once.ts';
import { tempFolder } from './temp.ts';

export type TestBroker = {
  readonly engine: Engine;
  /** 127.0.0.1:PORT */
  readonly address: string;
  readonly folders: Folders;
  /** the environment a child program needs to use the same broker */
  readonly env: NodeJS.ProcessEnv;
  /** Ends the broker and removes all its files. */
  stop(): Promise<void>;
};

/** A temp KAFKA_LESSONS_HOME that shares the tests' downloads; its broker comes up on free ports, so that nobody gets in the way. */
export async function testHome(extra: NodeJS.ProcessEnv = {}): Promise<{ env: NodeJS.ProcessEnv; folders: Folders }> {
  const home = await tempFolder();
  // Native, whatever the machine has: tests of another engine say so.
  const own = {
    KAFKA_LESSONS_HOME: home,
    KAFKA_LESSONS_CACHE: testCache,
    KAFKA_LESSONS_ENGINE: 'native',
    KAFKA_LESSONS_ASCII: '0',
  };
  // In English, whatever whoever runs the tests speaks; the encoding stays theirs, and borders are what most people see.
  const env = { ...process.env, LC_ALL: undefined, LC_MESSAGES: 'C', ...own, ...extra };
  const ours = folders(env);
  const port = await freePort([]);
  await writeNodeState(nativePaths(ours).broker, { format: 1, port, controllerPort: await freePort([], [port]) });
  return { env, folders: ours };
}

/** A real broker of its own in a temp folder on a free port. */
export const startTestBroker = async (): Promise<TestBroker> => startTestKafka('broker', await testHome());

/** A real cluster of three in a temp folder, each node on a free port; `address` is that of node 1. */
export async function startTestCluster(): Promise<TestBroker> {
  const home = await testHome();
  const ports: number[] = [];
  for (const _ of ['controller', ...nativePaths(home.folders).nodes]) ports.push(await freePort([], ports));
  const [controllerPort = 0, ...ofNodes] = ports;
  const states = nativePaths(home.folders).nodes.map((node, index) =>
    writeNodeState(node, { format: 1, port: ofNodes[index] ?? 0, controllerPort }),
  );
  await Promise.all(states);
  return startTestKafka('cluster', home);
}

async function startTestKafka(
  service: 'broker' | 'cluster',
  { env, folders }: Awaited<ReturnType<typeof testHome>>,
): Promise<TestBroker> {
  const engine = createNativeEngine({ folders, env });
  const stop = async (): Promise<void> => {
    await engine.down({ purge: false });
    await rm(folders.home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await drain(engine.ensure([service]));
    const address = await engine.address(service);
    if (address === undefined) throw new Error(`the ${service} is up and has no address`);
    return { engine, address: `${address.host}:${address.port}`, folders, env, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Runs an `ensure` to its end and returns what it reported. */
export async function drain(progress: AsyncIterable<Progress>): Promise<readonly Progress[]> {
  const seen: Progress[] = [];
  for await (const item of progress) seen.push(item);
  return seen;
}
