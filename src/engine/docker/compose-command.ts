import { join } from 'node:path';
import type { DockerContext } from './context.ts';

/** What the compose files are told by the app. */
export type ComposeSettings = {
  /** the host's port of the broker */
  readonly port: number;
  readonly clusterId: string;
};

/** Arguments of docker; names and files are given, so that no COMPOSE_ variable of the learner's changes them. */
export const composeArguments = (
  { compose, project }: Pick<DockerContext, 'compose' | 'project'>,
  args: readonly string[],
): readonly string[] => [
  'compose',
  '--project-name',
  project,
  '--project-directory',
  compose,
  '--env-file',
  join(compose, '.env'),
  '--file',
  join(compose, 'broker.yaml'),
  ...args,
];

/** What is added to the environment of compose. */
export const composeVariables = (
  { project, folders }: Pick<DockerContext, 'project' | 'folders'>,
  { port, clusterId }: ComposeSettings,
): NodeJS.ProcessEnv => ({
  KAFKA_LESSONS_PROJECT: project,
  KAFKA_LESSONS_PORT: String(port),
  KAFKA_LESSONS_CLUSTER_ID: clusterId,
  KAFKA_LESSONS_WORKSPACE: folders.workspace,
  // Other services of ours in the same project are no orphans.
  COMPOSE_IGNORE_ORPHANS: 'true',
  COMPOSE_PROFILES: '',
  COMPOSE_ANSI: 'never',
  COMPOSE_PROGRESS: 'plain',
  COMPOSE_MENU: 'false',
});
