import * as z from 'zod';
import { messages } from '../../messages/index.ts';
import type { DockerContext } from './context.ts';
import { projectLabel } from './context.ts';
import { runDocker, went } from './docker-command.ts';
import type { DockerAnswer } from './docker-facts.ts';
import { dockerFailed } from './docker-failed.ts';

/** The broker's container, as docker has it now. */
export type BrokerContainer = {
  readonly id: string;
  readonly state: 'running' | 'paused' | 'stopped';
  /** the host's port that it publishes, or will when it is started */
  readonly port: number | undefined;
};

/** As compose names it: one of the service `broker`. */
export const containerName = ({ project }: Pick<DockerContext, 'project'>): string => `${project}-broker-1`;

export const volumeName = ({ project }: Pick<DockerContext, 'project'>): string => `${project}_broker`;

/** The broker's port inside its container, for clients on the host. */
const innerPort = '9092/tcp';

const containerSchema = z.array(
  z.object({
    Id: z.string(),
    State: z.object({ Status: z.string() }),
    Config: z.object({ Labels: z.record(z.string(), z.string()).nullish() }),
    HostConfig: z.object({
      PortBindings: z.record(z.string(), z.array(z.object({ HostPort: z.string() })).nullish()).nullish(),
    }),
  }),
);

/**
 * Looks for our container.
 * @returns undefined if there is none, or one of that name is not ours
 * @throws EnvironmentError if docker cannot be asked
 */
export async function findContainer(
  context: DockerContext,
  signal?: AbortSignal,
): Promise<BrokerContainer | undefined> {
  const answer = await runDocker(context, ['container', 'inspect', containerName(context)], {
    ...(signal && { signal }),
  });
  if (went(answer)) return parseContainer(answer.stdout, context.project);
  if (isMissing(answer)) return undefined;
  throw await dockerFailed(context, messages().docker.cannotLook, answer);
}

/** From `docker container inspect`. */
export function parseContainer(stdout: string, project: string): BrokerContainer | undefined {
  const [found] = containerSchema.parse(JSON.parse(stdout));
  if (found?.Config.Labels?.[projectLabel] !== project) return undefined;
  const port = Number(found.HostConfig.PortBindings?.[innerPort]?.[0]?.HostPort);
  return { id: found.Id, state: stateOf(found.State.Status), port: port > 0 ? port : undefined };
}

function stateOf(status: string): BrokerContainer['state'] {
  if (status === 'running' || status === 'restarting') return 'running';
  return status === 'paused' ? 'paused' : 'stopped';
}

/** True if the broker's data are there: then it was made, whatever became of its container. */
export async function hasVolume(context: DockerContext, signal?: AbortSignal): Promise<boolean> {
  const answer = await runDocker(context, ['volume', 'inspect', '--format', '{{.Name}}', volumeName(context)], {
    ...(signal && { signal }),
  });
  if (went(answer)) return true;
  if (isMissing(answer)) return false;
  throw await dockerFailed(context, messages().docker.cannotLook, answer);
}

const isMissing = (answer: DockerAnswer): boolean =>
  answer.kind === 'ended' && /no such (container|volume|object)/i.test(answer.stderr);
