import * as z from 'zod';
import { messages } from '../../messages/index.ts';
import { type Kafka, type KafkaName, kafkaWith, type NodeShape } from '../kafkas.ts';
import type { DockerContext } from './context.ts';
import { projectLabel } from './context.ts';
import { runDocker } from './docker-command.ts';
import type { DockerAnswer } from './docker-facts.ts';
import { dockerFailed } from './docker-failed.ts';

/** One Kafka container. */
export type DockerNode = NodeShape & {
  /** its name in the compose file, and among containers */
  readonly service: string;
};

export type DockerKafka = Kafka<DockerNode>;

/** A Kafka by its compose file. */
export const dockerKafka = (name: KafkaName): DockerKafka =>
  kafkaWith(name, ({ id }) => ({ service: name === 'broker' ? 'broker' : `kafka-${id}` }));

/** Where clients inside the project's network reach a node, whatever port the host has for it (compose/base.yaml). */
export const innerPort = 19092;

/** Whatever a compose file starts, by its name there. */
type InFile = Pick<DockerNode, 'service'>;
type Project = Pick<DockerContext, 'project'>;

/** As compose names the container and the volume of a service. */
export const containerName = ({ project }: Project, { service }: InFile): string => `${project}-${service}-1`;

export const volumeName = ({ project }: Project, { service }: InFile): string => `${project}_${service}`;

/** A node's container, as docker has it now. */
export type NodeContainer = {
  readonly name: string;
  readonly state: 'running' | 'paused' | 'stopped';
  /** the host's port that it publishes, or will when it is started */
  readonly port: number | undefined;
};

const containersSchema = z.array(
  z.object({
    Name: z.string(),
    State: z.object({ Status: z.string() }),
    Config: z.object({ Labels: z.record(z.string(), z.string()).nullish() }),
    HostConfig: z.object({
      PortBindings: z.record(z.string(), z.array(z.object({ HostPort: z.string() })).nullish()).nullish(),
    }),
  }),
);

/** Containers by the services of their nodes. */
export type NodeContainers = ReadonlyMap<string, NodeContainer>;

/**
 * Looks for the containers of nodes.
 * @returns those that are there, and ours
 * @throws EnvironmentError if docker cannot be asked
 */
export async function findContainers(
  context: DockerContext,
  nodes: readonly InFile[],
  signal?: AbortSignal,
): Promise<NodeContainers> {
  const names = nodes.map((node) => containerName(context, node));
  const stdout = await inspect(context, ['container', 'inspect', ...names], signal);
  const found = parseContainers(stdout, context.project);
  return new Map(
    nodes.flatMap((node) => {
      const container = found.find(({ name }) => name === containerName(context, node));
      return container ? [[node.service, container] as const] : [];
    }),
  );
}

/** From `docker container inspect`, which may print nothing where there are none; containers without our project's label are left out. */
export const parseContainers = (stdout: string, project: string): readonly NodeContainer[] =>
  containersSchema
    .parse(JSON.parse(stdout.trim() || '[]'))
    .filter(({ Config }) => Config.Labels?.[projectLabel] === project)
    .map(({ Name, State, HostConfig }) => {
      // Ours publish one port each.
      const [bindings] = Object.values(HostConfig.PortBindings ?? {});
      const port = Number(bindings?.[0]?.HostPort);
      return { name: Name.replace(/^\//, ''), state: stateOf(State.Status), port: port > 0 ? port : undefined };
    });

function stateOf(status: string): NodeContainer['state'] {
  if (status === 'running' || status === 'restarting') return 'running';
  return status === 'paused' ? 'paused' : 'stopped';
}

/** The nodes whose data are there: they were made, whatever became of their containers. */
export async function nodesWithData<Node extends InFile>(
  context: DockerContext,
  nodes: readonly Node[],
  signal?: AbortSignal,
): Promise<readonly Node[]> {
  const names = nodes.map((node) => volumeName(context, node));
  const found = (await inspect(context, ['volume', 'inspect', '--format', '{{.Name}}', ...names], signal)).split('\n');
  return nodes.filter((node) => found.includes(volumeName(context, node)));
}

/** What docker says of the things that are there among those asked for. */
async function inspect(context: DockerContext, args: readonly string[], signal?: AbortSignal): Promise<string> {
  const answer = await runDocker(context, args, { ...(signal && { signal }) });
  if (answer.kind === 'ended' && (answer.exit === 0 || isOnlyMissing(answer))) return answer.stdout;
  throw await dockerFailed(context, messages().docker.cannotLook, answer);
}

const isOnlyMissing = ({ stderr }: Extract<DockerAnswer, { kind: 'ended' }>): boolean =>
  stderr.trim() !== '' &&
  stderr
    .trim()
    .split('\n')
    .every((line) => /no such (container|volume|object)/i.test(line));
