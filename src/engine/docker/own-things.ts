import { messages } from '../../messages/index.ts';
import { type DockerContext, projectLabel } from './context.ts';
import { runDocker, went } from './docker-command.ts';
import { dockerFailed } from './docker-failed.ts';

/** Stopping a broker takes a second; one that hangs is killed after its grace time. */
const longestStopMs = 60_000;

/** Containers, volumes or networks that carry our label, and the other labels as well. */
export type OwnThings = {
  readonly kind: 'container' | 'volume' | 'network';
  readonly labels?: readonly string[];
};

/**
 * Their ids.
 * @throws EnvironmentError if docker cannot be asked
 */
export async function findOwn(context: DockerContext, { kind, labels = [] }: OwnThings): Promise<readonly string[]> {
  const filters = [`${projectLabel}=${context.project}`, ...labels].flatMap((label) => ['--filter', `label=${label}`]);
  const all = kind === 'container' ? ['--all'] : [];
  const answer = await runDocker(context, [kind, 'ls', ...all, '--quiet', ...filters]);
  if (went(answer)) return answer.stdout.split('\n').filter((id) => id !== '');
  throw await dockerFailed(context, messages().docker.cannotStop, answer);
}

/**
 * One docker command on all of them; nothing if there are none.
 * @throws EnvironmentError if it fails
 */
export async function onAll(context: DockerContext, command: readonly string[], ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const answer = await runDocker(context, [...command, ...ids], { limitMs: longestStopMs });
  if (!went(answer)) throw await dockerFailed(context, messages().docker.cannotStop, answer);
}
