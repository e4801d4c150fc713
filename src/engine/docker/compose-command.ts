import { join } from 'node:path';
import type { DockerContext } from './context.ts';
import type { DockerKafka, DockerNode } from './kafka-containers.ts';

/** What the compose files are told by the app. */
export type ComposeSettings = {
  /** the host's ports, in the order of the nodes */
  readonly ports: readonly number[];
  readonly clusterId: string;
};

/** Arguments of docker that start nodes; names and files are given, so that no COMPOSE_ variable of the learner's changes them. */
export const upArguments = (
  { compose, project }: Pick<DockerContext, 'compose' | 'project'>,
  { name }: DockerKafka,
  nodes: readonly DockerNode[],
): readonly string[] => [
  'compose',
  '--project-name',
  project,
  '--project-directory',
  compose,
  '--env-file',
  join(compose, '.env'),
  '--file',
  join(compose, `${name}.yaml`),
  'up',
  '--detach',
  '--no-deps',
  ...nodes.map(({ service }) => service),
];

/** What is added to the environment of compose, whatever the file. */
export const plainCompose: NodeJS.ProcessEnv = {
  // Other services of ours in the same project are no orphans.
  COMPOSE_IGNORE_ORPHANS: 'true',
  COMPOSE_PROFILES: '',
  COMPOSE_ANSI: 'never',
  COMPOSE_PROGRESS: 'plain',
  COMPOSE_MENU: 'false',
};

/** What is added to the environment of compose for a Kafka of the lessons. */
export const composeVariables = (
  { project, folders }: Pick<DockerContext, 'project' | 'folders'>,
  { name }: DockerKafka,
  { ports, clusterId }: ComposeSettings,
): NodeJS.ProcessEnv => ({
  ...plainCompose,
  KAFKA_LESSONS_PROJECT: project,
  ...Object.fromEntries(ports.map((port, index) => [portVariable(name, index + 1), String(port)])),
  KAFKA_LESSONS_CLUSTER_ID: clusterId,
  KAFKA_LESSONS_WORKSPACE: folders.workspace,
});

const portVariable = (name: DockerKafka['name'], id: number): string =>
  name === 'broker' ? 'KAFKA_LESSONS_PORT' : `KAFKA_LESSONS_PORT_${id}`;
