import { join } from 'node:path';
import { type Folders, folders as foldersOf } from '../../platform/folders.ts';
import type { Program } from '../../platform/shim-files.ts';
import { composeFolder } from '../compose-folder.ts';
import type { KafkaName } from '../kafkas.ts';

import type { SideName } from '../side-services.ts';

import { dockerMemoryMb } from './memory.ts';
import { projectName } from './project.ts';

export type DockerEngineOptions = {
  readonly folders: Folders;
  /** read for PATH and handed to docker with all it knows (DOCKER_HOST, DOCKER_CONTEXT, proxies) */
  readonly env: NodeJS.ProcessEnv;
  /** how to start this program again, for the tools on the learner's PATH */
  readonly program?: Program;
  /** the folder of the compose files; found beside the code if left out */
  readonly compose?: string;
  /** memory of the machine that containers run on, in MB; asked of docker if left out */
  readonly memoryMb?: () => Promise<number | undefined>;
};

/** What every part of the Docker engine is given. */
export type DockerContext = {
  readonly folders: Folders;
  readonly env: NodeJS.ProcessEnv;
  readonly program: Program;
  readonly compose: string;
  /** compose project: the first part of every name, and the value of our label */
  readonly project: string;
  readonly paths: DockerPaths;
  /** undefined where docker does not tell */
  readonly memoryMb: () => Promise<number | undefined>;
};

/** The files of the Docker engine in the data folder; everything else is in Docker. */
export type DockerPaths = {
  readonly folder: string;
  /** what is remembered of each service */
  readonly states: Readonly<Record<KafkaName | SideName, string>>;
  /** which Kafka has the lessons' address */
  readonly current: string;
  readonly shims: string;
  /** held while services are started or ended */
  readonly lock: string;
};

/** The label that everything of ours carries in Docker; its value is the project (compose/base.yaml). */
export const projectLabel = 'kafka-lessons.project';

export function dockerContext({ folders, env, program, compose, memoryMb }: DockerEngineOptions): DockerContext {
  const folder = join(folders.environment, 'docker');
  const state = (name: KafkaName | SideName): string => join(folder, `${name}.json`);
  return {
    folders,
    env,
    program: program ?? { node: process.execPath, main: process.argv[1] ?? '' },
    compose: compose ?? composeFolder(),
    project: projectName(folders.home, foldersOf({}).home),
    paths: {
      folder,
      states: {
        broker: state('broker'),
        cluster: state('cluster'),
        connect: state('connect'),
        shop: state('shop'),
        warehouse: state('warehouse'),
      },
      current: join(folder, 'kafka.json'),
      shims: join(folders.environment, 'bin'),
      // Beside the folder, so that the folder can be removed while the lock is held.
      lock: folders.environment,
    },
    memoryMb: memoryMb ?? (() => dockerMemoryMb(env)),
  };
}
