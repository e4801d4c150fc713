import type { EnvironmentError } from '../../errors.ts';
import { messages } from '../../messages/index.ts';
import { causeLine } from '../broker-log.ts';
import { containerName } from './broker-container.ts';
import type { DockerContext } from './context.ts';
import { runDocker, went } from './docker-command.ts';
import { dockerError } from './docker-failed.ts';

/** The error of a broker whose container ended while it started, with the cause from its log. */
export async function brokerFailed(context: DockerContext): Promise<EnvironmentError> {
  const say = messages();
  const cause = causeLine(await brokerLog(context)) ?? say.engine.noCause;
  return dockerError({
    what: say.engine.brokerFailed({ name: 'broker' }),
    why: say.engine.brokerFailedWhy({ cause, log: logCommand(context) }),
    next: say.engine.doctorNext,
  });
}

/** The error of a broker that runs and does not answer. */
export function brokerSilent(context: DockerContext, seconds: number): EnvironmentError {
  const say = messages().engine;
  return dockerError({
    what: say.brokerSilent({ name: 'broker', seconds }),
    why: say.brokerSilentWhy({ log: logCommand(context) }),
    next: say.downNext,
  });
}

const logCommand = (context: DockerContext): string => `docker logs ${containerName(context)}`;

async function brokerLog(context: DockerContext): Promise<string> {
  const answer = await runDocker(context, ['logs', '--tail', '300', containerName(context)]);
  return went(answer) ? `${answer.stdout}\n${answer.stderr}` : '';
}
