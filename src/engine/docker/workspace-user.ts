import { type Ids, idsForContainers } from '../../platform/docker-host.ts';
import type { DockerContext } from './context.ts';
import { runDocker, went } from './docker-command.ts';

/**
 * Whom a container has to run as so that the files it writes into the workspace belong to the learner.
 * @param about what docker says of its system and its security
 * @param own the learner's ids on Linux, undefined elsewhere: there Docker shares folders in a way that needs no user
 * @returns `UID:GID`, or '' for the user of the image
 */
export function workspaceUser(about: string, own: Ids | undefined): string {
  if (own === undefined) return '';
  // Here root inside a container is the learner outside.
  if (/rootless|docker desktop/i.test(about)) return '0:0';
  // Ids inside are others than outside; nobody in there could be the learner.
  if (/name=userns/i.test(about)) return '';
  return `${own.uid}:${own.gid}`;
}

/** The one for this machine; the user of the image where docker does not tell. */
export async function findWorkspaceUser(context: Pick<DockerContext, 'env'>): Promise<string> {
  const own = idsForContainers();
  if (own === undefined) return '';
  const answer = await runDocker(context, ['info', '--format', '{{.OperatingSystem}} {{.SecurityOptions}}']);
  return went(answer) ? workspaceUser(answer.stdout, own) : '';
}
