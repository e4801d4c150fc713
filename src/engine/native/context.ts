import { join } from 'node:path';
import type { DatabaseName } from '../../lesson/types.ts';
import type { Folders } from '../../platform/folders.ts';
import { availableMemoryMb } from '../../platform/memory.ts';
import type { Program } from '../../platform/shim-files.ts';
import { composeFolder } from '../compose-folder.ts';
import { resourceFolder } from './resources.ts';

export type NativeEngineOptions = {
  readonly folders: Folders;
  /** read for JAVA_HOME, PATH, KAFKA_HOME and handed to Maven */
  readonly env: NodeJS.ProcessEnv;
  /** the folder of the pom and the log settings; found beside the code if left out */
  readonly resources?: string;
  /** the folder of the compose files, which has what both engines share; found beside the code if left out */
  readonly compose?: string | undefined;
  /** how to start this program again, for the tools on the learner's PATH */
  readonly program?: Program;
  /** memory that can be had now, in MB; this machine's if left out */
  readonly memoryMb?: () => number;
};

/** What every part of the native engine is given. */
export type NativeContext = {
  readonly folders: Folders;
  readonly env: NodeJS.ProcessEnv;
  readonly resources: string;
  readonly compose: string;
  readonly program: Program;
  readonly paths: NativePaths;
  readonly memoryMb: () => number;
};

export const nativeContext = (options: NativeEngineOptions): NativeContext => ({
  folders: options.folders,
  env: options.env,
  resources: options.resources ?? resourceFolder(),
  compose: options.compose ?? composeFolder(),
  program: options.program ?? { node: process.execPath, main: process.argv[1] ?? '' },
  paths: nativePaths(options.folders),
  memoryMb: options.memoryMb ?? availableMemoryMb,
});

/** The files of one server process. */
export type NodePaths = {
  /** all of it; the process's working folder */
  readonly folder: string;
  readonly properties: string;
  readonly data: string;
  /** where data is prepared before it becomes `data` */
  readonly newData: string;
  readonly state: string;
  readonly logs: string;
  /** written by the server's logger */
  readonly serverLog: string;
  /** serverLog of the start before */
  readonly previousLog: string;
  /** what the process prints besides */
  readonly console: string;
};

/** The two processes of the museum; what they store belongs together. */
export type MuseumPaths = { readonly folder: string; readonly zooKeeper: NodePaths; readonly broker: NodePaths };

/** The files of the native engine in the data folder. */
export type NativePaths = {
  readonly broker: NodePaths;
  /** all of the cluster's nodes */
  readonly cluster: string;
  readonly nodes: readonly [NodePaths, NodePaths, NodePaths];
  readonly museum: MuseumPaths;
  readonly connect: NodePaths;
  readonly databases: Readonly<Record<DatabaseName, NodePaths>>;
  /** one folder for each compose file that was started */
  readonly composed: string;
  /** which Kafka has the lessons' address */
  readonly current: string;
  readonly shims: string;
  /** held while services are started or ended */
  readonly lock: string;
};

export function nativePaths(folders: Folders): NativePaths {
  const cluster = join(folders.environment, 'cluster');
  const node = (id: number): NodePaths => nodePaths(join(cluster, `broker-${id}`));
  const museum = join(folders.environment, 'museum');
  return {
    broker: nodePaths(join(folders.environment, 'broker')),
    cluster,
    nodes: [node(1), node(2), node(3)],
    museum: {
      folder: museum,
      zooKeeper: nodePaths(join(museum, 'zookeeper')),
      broker: nodePaths(join(museum, 'broker')),
    },
    connect: nodePaths(join(folders.environment, 'connect')),
    databases: {
      shop: nodePaths(join(folders.environment, 'shop')),
      warehouse: nodePaths(join(folders.environment, 'warehouse')),
    },
    composed: join(folders.environment, 'composed'),
    current: join(folders.environment, 'kafka.json'),
    shims: join(folders.environment, 'bin'),
    // Beside the folder, so that the folder can be removed while the lock is held.
    lock: folders.environment,
  };
}

export function nodePaths(folder: string): NodePaths {
  const logs = join(folder, 'logs');
  return {
    folder,
    properties: join(folder, 'server.properties'),
    data: join(folder, 'data'),
    newData: join(folder, 'data.new'),
    state: join(folder, 'state.json'),
    logs,
    serverLog: join(logs, 'server.log'),
    previousLog: join(logs, 'server.previous.log'),
    console: join(logs, 'console.log'),
  };
}
