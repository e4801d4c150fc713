import type { EnvironmentError } from '../../errors.ts';
import { messages } from '../../messages/index.ts';
import { causeLine } from '../broker-log.ts';
import { brokerName } from '../target.ts';
import type { DockerContext } from './context.ts';
import { runDocker, went } from './docker-command.ts';
import { dockerError } from './docker-failed.ts';
import { containerName, type DockerNode } from './kafka-containers.ts';

/** How messages call a node, or a service that is one container. */
export const nodeName = ({ id, service }: DockerNode): string =>
  service.startsWith('kafka-') ? brokerName(id) : service;

/** The error of a node whose container ended while it started, with the cause from its log. */
export async function nodeFailed(context: DockerContext, node: DockerNode): Promise<EnvironmentError> {
  const say = messages();
  const cause = causeLine(await nodeLog(context, node)) ?? say.engine.noCause;
  return dockerError({
    what: say.engine.brokerFailed({ name: nodeName(node) }),
    why: say.engine.brokerFailedWhy({ cause, log: logCommand(context, node) }),
    next: say.engine.doctorNext,
  });
}

/** The error of a node that runs and does not answer. */
export function nodeSilent(context: DockerContext, node: DockerNode, seconds: number): EnvironmentError {
  const say = messages().engine;
  return dockerError({
    what: say.brokerSilent({ name: nodeName(node), seconds }),
    why: say.brokerSilentWhy({ log: logCommand(context, node) }),
    next: say.downNext,
  });
}

const logCommand = (context: DockerContext, node: DockerNode): string => `docker logs ${containerName(context, node)}`;

async function nodeLog(context: DockerContext, node: DockerNode): Promise<string> {
  const answer = await runDocker(context, ['logs', '--tail', '300', containerName(context, node)]);
  return went(answer) ? `${answer.stdout}\n${answer.stderr}` : '';
}
