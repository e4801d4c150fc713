import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Task } from '../../command/types.ts';
import { messages } from '../../messages/index.ts';
import { freePort, isPortFree, loopback } from '../../platform/free-port.ts';
import { withLock } from '../../platform/lock.ts';
import { askBroker } from '../ask-broker.ts';
import { newClusterId } from '../cluster-id.ts';
import { type ComposeFile, loadComposeFile } from '../compose-file.ts';
import type { ComposeCall } from '../types.ts';
import { composedSettings, hiddenPorts } from './composed-settings.ts';
import { type NativeContext, type NodePaths, nodePaths } from './context.ts';
import { formatStorage } from './format-storage.ts';
import { endNode, launchNode, nodeFailed } from './node-process.ts';
import { kafkaClass, livingNode, type NodeState, readNodeState } from './node-state.ts';
import { type Runtime, serverJvm } from './runtime.ts';

/** Docker calls a container started when it runs; here we wait a little longer, to tell of one that ends at once. */
const longestLookMs = 15_000;
const pollMs = 50;
const heapMb = 256;

/** Where the Kafka of a compose file of this folder is kept. */
const pathsOf = ({ paths }: NativeContext, file: string, folder: string): NodePaths =>
  nodePaths(join(paths.composed, `${basename(folder)}-${file}`));

/** `docker compose -f FILE up -d` and `… down` without Docker: the file's Kafka as a process with the same settings. */
export function composeTask(
  context: NativeContext,
  { file, verb }: ComposeCall,
  folder: string,
  runtime: () => Promise<Runtime>,
): Task {
  if (verb === 'down') {
    return {
      run: async ({ print }) => {
        await takeComposedDown(context, file, folder);
        print(messages().compose.removed({ file }));
        return 0;
      },
    };
  }
  return {
    shown: messages().compose.shown({ file }),
    run: async ({ print, signal }) => {
      const composed = await loadComposeFile(file, folder);
      const given = { composed, paths: pathsOf(context, file, folder), runtime: await runtime(), signal };
      const done = await withLock(context.paths.lock, () => bringUp(context, given), { signal });
      print(messages().compose[done]({ service: composed.service, file }));
      return 0;
    },
  };
}

type Given = {
  readonly composed: ComposeFile;
  readonly paths: NodePaths;
  readonly runtime: Runtime;
  readonly signal: AbortSignal;
};

/** As compose does it: what has not changed goes on running, what has is made anew. */
async function bringUp(context: NativeContext, given: Given): Promise<'started' | 'startedAnew' | 'unchanged'> {
  const { composed, paths } = given;
  const state = await readNodeState(paths);
  const runs = state !== undefined && (await livingNode(state)) !== undefined;
  if (runs) {
    const before = await readFile(join(paths.folder, 'compose.json'), 'utf8').catch(() => '');
    if (before === settingsText(composed)) return 'unchanged';
  }
  await endNode(paths, 'stop');
  await rm(paths.folder, { recursive: true, force: true, maxRetries: 3 });
  await start(context, given);
  return runs ? 'startedAnew' : 'started';
}

const settingsText = ({ environment, ports }: ComposeFile): string => JSON.stringify({ environment, ports });

async function start(context: NativeContext, { composed, paths, runtime, signal }: Given): Promise<void> {
  const [published] = composed.ports;
  if (published && !(await isPortFree(published.host))) {
    const say = messages().compose;
    throw composed.wrong('ports', { what: say.portTaken({ port: published.host }), next: say.portTakenNext });
  }
  const own = new Map<number, number>();
  for (const port of hiddenPorts(composed)) own.set(port, await freePort([], [...own.values()]));
  const settings = (dataFolder: string) => composedSettings(composed, { dataFolder, own });
  const jvm = serverJvm(context, runtime, { heapMb, logs: paths.logs });
  const java = runtime.java.file;
  const properties = settings(paths.data);
  await formatStorage(context, paths, {
    java,
    jvm,
    properties: settings,
    clusterId: composed.environment['CLUSTER_ID'] ?? newClusterId(),
    controller: properties['controller.quorum.voters'] === undefined,
    signal,
  });
  const ports = { port: published?.host ?? 0 };
  const state = await launchNode(context, paths, { java, jvm, mainClass: kafkaClass, properties, ports });
  await writeFile(join(paths.folder, 'compose.json'), settingsText(composed));
  await untilItListens(composed, paths, state, signal);
}

async function untilItListens(
  { service, ports: [published] }: ComposeFile,
  paths: NodePaths,
  state: NodeState,
  signal: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + longestLookMs;
  while (Date.now() < deadline) {
    signal.throwIfAborted();
    if (published && (await askBroker(loopback, published.host, 500)) !== undefined) return;
    if ((await livingNode(state)) === undefined) throw await nodeFailed({ id: 0, name: `service ${service}`, paths });
    await delay(pollMs, undefined, { signal });
  }
}

/** Ends and removes what was started from a file; nothing to remove is no error. */
export async function takeComposedDown(context: NativeContext, file: string, folder: string): Promise<void> {
  await withLock(context.paths.lock, () => removeComposed(pathsOf(context, file, folder)));
}

/** The same for all that were ever started. */
export async function takeAllComposedDown(context: NativeContext): Promise<void> {
  const names = await readdir(context.paths.composed).catch(() => []);
  await withLock(context.paths.lock, async () => {
    for (const name of names) await removeComposed(nodePaths(join(context.paths.composed, name)));
  });
}

async function removeComposed(paths: NodePaths): Promise<void> {
  await endNode(paths, 'stop');
  await rm(paths.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
