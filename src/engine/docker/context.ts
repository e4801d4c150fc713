import { join } from 'node:path';
import { type Folders, folders as foldersOf } from '../../platform/folders.ts';
import { composeFolder } from '../compose-folder.ts';
import type { Program } from '../shims.ts';
import { projectName } from './project.ts';

export type DockerEngineOptions = {
  readonly folders: Folders;
  /** read for PATH and handed to docker with all it knows (DOCKER_HOST, DOCKER_CONTEXT, proxies) */
  readonly env: NodeJS.ProcessEnv;
  /** how to start this program again, for the tools on the learner's PATH */
  readonly program?: Program;
  /** the folder of the compose files; found beside the code if left out */
  readonly compose?: string;
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
};

/** The files of the Docker engine in the data folder; everything else is in Docker. */
export type DockerPaths = {
  readonly folder: string;
  readonly state: string;
  readonly shims: string;
  /** held while services are started or ended */
  readonly lock: string;
};

/** The label that everything of ours carries in Docker; its value is the project (compose/base.yaml). */
export const projectLabel = 'kafka-lessons.project';

export function dockerContext({ folders, env, program, compose }: DockerEngineOptions): DockerContext {
  const folder = join(folders.environment, 'docker');
  return {
    folders,
    env,
    program: program ?? { node: process.execPath, main: process.argv[1] ?? '' },
    compose: compose ?? composeFolder(),
    project: projectName(folders.home, foldersOf({}).home),
    paths: {
      folder,
      state: join(folder, 'state.json'),
      shims: join(folders.environment, 'bin'),
      // Beside the folder, so that the folder can be removed while the lock is held.
      lock: folders.environment,
    },
  };
}
