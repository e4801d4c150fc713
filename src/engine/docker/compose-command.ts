import { join } from 'node:path';
import type { KafkaName } from '../kafkas.ts';
import type { DockerContext } from './context.ts';
import type { DockerKafka } from './kafka-containers.ts';

/** What the compose files are told by the app. */
export type ComposeSettings = {
  /** the host's ports, in the order of the nodes */
  readonly ports: readonly number[];
  readonly clusterId: string;
};

/** The compose files, by their names. */
export type ComposeName = KafkaName | 'connect' | 'databases';

/** Arguments of docker that start services of a file; names and files are given, so that no COMPOSE_ variable of the learner's changes them. */
export const upArguments = (
  { compose, project }: Pick<DockerContext, 'compose' | 'project'>,
  file: ComposeName,
  services: readonly string[],
): readonly string[] => [
  'compose',
  '--project-name',
  project,
  '--project-directory',
  compose,
  '--env-file',
  join(compose, '.env'),
  '--file',
  join(compose, `${file}.yaml`),
  'up',
  '--detach',
  '--no-deps',
  ...services,
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

/** What is added to the environment of compose for our own files. */
export const ownVariables = ({ project, folders }: Pick<DockerContext, 'project' | 'folders'>): NodeJS.ProcessEnv => ({
  ...plainCompose,
  KAFKA_LESSONS_PROJECT: project,
  KAFKA_LESSONS_WORKSPACE: folders.workspace,
});

/** What is added to the environment of compose for a Kafka of the lessons. */
export const composeVariables = (
  context: Pick<DockerContext, 'project' | 'folders'>,
  { name }: DockerKafka,
  { ports, clusterId }: ComposeSettings,
): NodeJS.ProcessEnv => ({
  ...ownVariables(context),
  ...Object.fromEntries(ports.map((port, index) => [portVariable(name, index + 1), String(port)])),
  KAFKA_LESSONS_CLUSTER_ID: clusterId,
});

const portVariable = (name: DockerKafka['name'], id: number): string =>
  name === 'broker' ? 'KAFKA_LESSONS_PORT' : `KAFKA_LESSONS_PORT_${id}`;
