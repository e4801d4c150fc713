import { join } from 'node:path';
import type { Folders } from '../../platform/folders.ts';
import type { Program } from '../shims.ts';
import { resourceFolder } from './resources.ts';

export type NativeEngineOptions = {
  readonly folders: Folders;
  /** read for JAVA_HOME, PATH, KAFKA_HOME and handed to Maven */
  readonly env: NodeJS.ProcessEnv;
  /** the folder of the pom and the log settings; found beside the code if left out */
  readonly resources?: string;
  /** how to start this program again, for the tools on the learner's PATH */
  readonly program?: Program;
};

/** What every part of the native engine is given. */
export type NativeContext = {
  readonly folders: Folders;
  readonly env: NodeJS.ProcessEnv;
  readonly resources: string;
  readonly program: Program;
  readonly paths: NativePaths;
};

export const nativeContext = ({ folders, env, resources, program }: NativeEngineOptions): NativeContext => ({
  folders,
  env,
  resources: resources ?? resourceFolder(),
  program: program ?? { node: process.execPath, main: process.argv[1] ?? '' },
  paths: nativePaths(folders),
});

/** The files of the native engine in the data folder. */
export type NativePaths = {
  /** all of the broker's; its working folder */
  readonly broker: string;
  readonly properties: string;
  readonly data: string;
  /** where data is formatted before it becomes `data` */
  readonly newData: string;
  readonly state: string;
  readonly logs: string;
  /** written by Kafka's logger */
  readonly serverLog: string;
  /** serverLog of the start before */
  readonly previousLog: string;
  /** what the JVM itself prints */
  readonly console: string;
  readonly shims: string;
  /** held while services are started or ended */
  readonly lock: string;
};

export function nativePaths(folders: Folders): NativePaths {
  const broker = join(folders.environment, 'broker');
  const logs = join(broker, 'logs');
  return {
    broker,
    properties: join(broker, 'server.properties'),
    data: join(broker, 'data'),
    newData: join(broker, 'data.new'),
    state: join(broker, 'state.json'),
    logs,
    serverLog: join(logs, 'server.log'),
    previousLog: join(logs, 'server.previous.log'),
    console: join(logs, 'console.log'),
    shims: join(folders.environment, 'bin'),
    // Beside the folder, so that the folder can be removed while the lock is held.
    lock: folders.environment,
  };
}
