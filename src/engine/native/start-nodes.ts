import { freePort } from '../../platform/free-port.ts';
import { newClusterId } from '../cluster-id.ts';
import { canonicalControllerPort } from '../kafkas.ts';
import { brokerName } from '../target.ts';
import type { Progress } from '../types.ts';
import type { NativeContext } from './context.ts';
import { formatStorage } from './format-storage.ts';
import type { KafkaNode, KafkaService } from './kafka-nodes.ts';
import { endNode, launchNode, type NamedNode, nodeFailed, type StartEnd, waitUntilReady } from './node-process.ts';
import { formattedClusterId, kafkaClass, type NodeState, readNodeState } from './node-state.ts';
import { type Runtime, serverJvm } from './runtime.ts';
import { type Properties, serverProperties } from './server-properties.ts';

export type Start = {
  readonly runtime: Runtime;
  readonly report: (progress: Progress) => void;
  readonly signal: AbortSignal;
};

/** How messages call a node. */
export const named = ({ name, nodes }: KafkaService, { id, paths }: KafkaNode): NamedNode => ({
  id,
  paths,
  name: nodes.length === 1 ? name : brokerName(id),
});

/**
 * Starts these nodes of a service, none of which runs, and waits until each is a member of the cluster. If one cannot be
 * started, none is left running.
 * @throws EnvironmentError with the cause
 */
export async function startNodes(
  context: NativeContext,
  service: KafkaService,
  nodes: readonly KafkaNode[],
  start: Start,
): Promise<void> {
  // A port that was free a moment ago can be gone: once more with others, then it is told.
  if ((await startOnce(context, service, nodes, start)).every(({ end }) => end === 'ready')) return;
  const failed = (await startOnce(context, service, nodes, start)).find(({ end }) => end === 'port-taken');
  if (failed) throw await nodeFailed(named(service, failed.node));
}

type NodeEnd = { readonly node: KafkaNode; readonly end: StartEnd };

async function startOnce(
  context: NativeContext,
  service: KafkaService,
  nodes: readonly KafkaNode[],
  { runtime, report, signal }: Start,
): Promise<readonly NodeEnd[]> {
  const tell = (phase: Progress['phase']): void =>
    report({ service: service.name, phase, ...(service.nodes.length > 1 && { memoryMb: service.memoryMb }) });
  const ports = await findPorts(service, nodes);
  const plans = nodes.map((node) => plan(context, service, node, runtime, ports));
  await formatMissing(context, service, plans, { runtime, signal, onFormat: () => tell('formatting') });
  tell('starting');
  try {
    const launched: { readonly node: KafkaNode; readonly state: NodeState }[] = [];
    for (const { node, jvm, properties } of plans) {
      const launch = {
        java: runtime.java.file,
        jvm,
        mainClass: kafkaClass,
        properties: properties(node.paths.data),
        ports: portsOf(ports, node),
      };
      launched.push({ node, state: await launchNode(context, node.paths, launch) });
    }
    tell('waiting');
    const ends = await Promise.all(
      launched.map(async ({ node, state }) => ({
        node,
        end: await waitUntilReady(named(service, node), state, signal),
      })),
    );
    if (ends.some(({ end }) => end === 'port-taken')) await endAll(nodes);
    return ends;
  } catch (error) {
    // What was asked for and let go of goes on starting: the next start joins it.
    if (!signal.aborted) await endAll(nodes);
    throw error;
  }
}

const endAll = (nodes: readonly KafkaNode[]): Promise<unknown> =>
  Promise.all(nodes.map(({ paths }) => endNode(paths, 'kill')));

type Ports = { readonly controllerPort: number; readonly ofNodes: ReadonlyMap<number, number> };

const portsOf = ({ controllerPort, ofNodes }: Ports, { id, port }: KafkaNode) => ({
  port: ofNodes.get(id) ?? port,
  controllerPort,
});

/** The ports these nodes had, else those of the lessons, else free ones. */
async function findPorts(service: KafkaService, nodes: readonly KafkaNode[]): Promise<Ports> {
  const states = new Map(
    await Promise.all(service.nodes.map(async ({ id, paths }) => [id, await readNodeState(paths)] as const)),
  );
  const running = service.nodes.filter((node) => !nodes.includes(node)).flatMap(({ id }) => states.get(id)?.port ?? []);
  const ofNodes = new Map<number, number>();
  const taken = (): number[] => [...running, ...ofNodes.values()];
  const before = states.get(1)?.controllerPort;
  // While node 1 runs its controller is where it is.
  const isKept = before !== undefined && !nodes.some(({ id }) => id === 1);
  for (const { id, port } of nodes) {
    ofNodes.set(id, await freePort([states.get(id)?.port ?? port, port], [...taken(), ...(isKept ? [before] : [])]));
  }
  const controllerPort = isKept
    ? before
    : await freePort([before ?? canonicalControllerPort, canonicalControllerPort], taken());
  return { controllerPort, ofNodes };
}

type Plan = {
  readonly node: KafkaNode;
  readonly jvm: readonly string[];
  readonly properties: (dataFolder: string) => Properties;
};

function plan(context: NativeContext, service: KafkaService, node: KafkaNode, runtime: Runtime, ports: Ports): Plan {
  const settings = { nodeId: node.id, brokers: service.nodes.length, ...portsOf(ports, node) };
  return {
    node,
    jvm: serverJvm(context, runtime, { heapMb: service.heapMb, logs: node.paths.logs }),
    properties: (dataFolder) => serverProperties({ ...settings, dataFolder }),
  };
}

/** A node without data gets the cluster's id; a new controller is a new cluster, and what others hold of the old one goes. */
async function formatMissing(
  context: NativeContext,
  { nodes: [first] }: KafkaService,
  plans: readonly Plan[],
  {
    runtime,
    signal,
    onFormat,
  }: { readonly runtime: Runtime; readonly signal: AbortSignal; readonly onFormat: () => void },
): Promise<void> {
  const clusterId = (await formattedClusterId(first.paths)) ?? newClusterId();
  const ids = await Promise.all(plans.map(({ node }) => formattedClusterId(node.paths)));
  const missing = plans.filter((_, index) => ids[index] !== clusterId);
  if (missing.length === 0) return;
  onFormat();
  await Promise.all(
    missing.map(({ node, jvm, properties }) =>
      formatStorage(context, node.paths, {
        java: runtime.java.file,
        jvm,
        properties,
        clusterId,
        controller: node.id === 1,
        signal,
      }),
    ),
  );
}
