import { execa } from 'execa';
import { type DockerContext, dockerContext } from '../../src/engine/docker/context.ts';
import { createDockerEngine } from '../../src/engine/docker/docker-engine.ts';
import { dockerKafka } from '../../src/engine/docker/kafka-containers.ts';
import { remember } from '../../src/engine/docker/kafka-state.ts';
import { writeSideState } from '../../src/engine/docker/side-status.ts';
import type { KafkaName } from '../../src/engine/kafkas.ts';
import { nativePaths } from '../../src/engine/native/context.ts';
import { createNativeEngine } from '../../src/engine/native/native-engine.ts';
import { readNodeState, writeNodeState } from '../../src/engine/native/node-state.ts';
import type { SideName } from '../../src/engine/side-services.ts';
import type { Engine, EngineKind } from '../../src/engine/types.ts';
import { freePort } from '../../src/platform/free-port.ts';
import { identify } from '../../src/platform/process-identity.ts';
import { dockerAnswers } from '../support/docker-answers.ts';
import { type Filling, type OwnCache, ownCache } from '../support/own-cache.ts';

/** What the contracts of Connect and the databases need of an engine under test. */
export type SideBench = {
  readonly own: OwnCache;
  /** a new engine object over the same folders, with as much memory as it is to believe in, in MB */
  createEngine(memoryMb?: number): Engine;
  /** the services that run, by what the system says; what was started before this was made included */
  living(): Promise<readonly string[]>;
  /** what is left of it in the system after a purge */
  left(): Promise<readonly string[]>;
  /** removes what is left, whatever happened */
  remove(): Promise<void>;
};

/** The engines that can be tested here. */
export const sideEngines: readonly EngineKind[] = dockerAnswers ? ['native', 'docker'] : ['native'];

/** A home of its own whose services look for free ports, so that nobody gets in the way. */
export async function createSideBench(kind: EngineKind, filled: readonly Filling[]): Promise<SideBench> {
  const own = await ownCache({ filled: kind === 'native' ? filled : filled.filter((each) => each === 'plugins') });
  const ports: number[] = [];
  while (ports.length < 8) ports.push(await freePort([], ports));
  return kind === 'native' ? nativeBench(own, ports) : dockerBench(own, ports);
}

const sides: readonly SideName[] = ['connect', 'shop', 'warehouse'];

async function nativeBench(own: OwnCache, ports: readonly number[]): Promise<SideBench> {
  const { broker, nodes, connect, databases } = nativePaths(own.folders);
  const [controllerPort = 0, ...rest] = ports;
  const all = [broker, connect, databases.shop, databases.warehouse, ...nodes];
  for (const [index, paths] of all.entries()) {
    const needsController = paths === broker || nodes.includes(paths);
    const port = rest[index] ?? 0;
    await writeNodeState(paths, { format: 1, port, ...(needsController && { controllerPort }) });
  }
  const seen = new Set<number>();
  const createEngine = (memoryMb?: number): Engine =>
    createNativeEngine({
      folders: own.folders,
      env: own.env,
      ...(memoryMb !== undefined && { memoryMb: () => memoryMb }),
    });
  const living = async (): Promise<readonly string[]> => {
    for (const paths of all) {
      const pid = (await readNodeState(paths))?.process?.pid;
      if (pid !== undefined) seen.add(pid);
    }
    const found = await Promise.all([...seen].map(async (pid) => ((await identify(pid)) ? [String(pid)] : [])));
    return found.flat();
  };
  return {
    own,
    createEngine,
    living,
    left: living,
    remove: async () => {
      await createEngine().down({ purge: true });
      await own.remove();
    },
  };
}

async function dockerBench(own: OwnCache, ports: readonly number[]): Promise<SideBench> {
  const context: DockerContext = dockerContext({ folders: own.folders, env: own.env });
  const kafka = (name: KafkaName, some: readonly number[]) =>
    remember(context.paths, dockerKafka(name), { ports: some });
  await kafka('broker', ports.slice(0, 1));
  await kafka('cluster', ports.slice(1, 4));
  for (const [index, name] of sides.entries())
    await writeSideState(context.paths, name, { port: ports[4 + index] ?? 0 });
  const createEngine = (memoryMb?: number): Engine =>
    createDockerEngine({
      folders: own.folders,
      env: own.env,
      ...(memoryMb !== undefined && { memoryMb: async () => memoryMb }),
    });
  const names = async (...list: string[]): Promise<readonly string[]> => {
    const { stdout } = await execa('docker', list);
    return stdout.split('\n').filter((name) => name.startsWith(context.project));
  };
  return {
    own,
    createEngine,
    living: () => names('ps', '--format', '{{.Names}}'),
    left: async () => [
      ...(await names('ps', '--all', '--format', '{{.Names}}')),
      ...(await names('volume', 'ls', '--format', '{{.Name}}')),
      ...(await names('network', 'ls', '--format', '{{.Name}}')),
    ],
    remove: async () => {
      await createEngine().down({ purge: true });
      await own.remove();
    },
  };
}
