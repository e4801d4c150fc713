import { messages } from '../../messages/index.ts';
import { keepServices } from '../keepers.ts';
import { requireTool } from '../require-tool.ts';
import { writeShims } from '../shims.ts';
import { toolNames } from '../tool-table.ts';
import type { Engine, Progress } from '../types.ts';
import { bringUpBroker, canonicalPort, endBroker, runningBroker } from './broker.ts';
import { containerName } from './broker-container.ts';
import { readBrokerState } from './broker-state.ts';
import { brokerStatus } from './broker-status.ts';
import { type DockerEngineOptions, dockerContext } from './context.ts';
import { diagnoseDocker } from './diagnose.ts';
import { takeDown } from './down.ts';
import { readImages } from './images.ts';
import { toolCommand } from './tool-command.ts';

/** Apache Kafka in containers, by the compose files of this package: needs a Docker daemon and compose v2. */
export function createDockerEngine(options: DockerEngineOptions): Engine {
  const context = dockerContext(options);

  async function bringUp(report: (progress: Progress) => void, signal: AbortSignal): Promise<void> {
    if ((await runningBroker(context)) === undefined) {
      report({ service: 'broker', phase: 'checking' });
      await bringUpBroker(context, { report, signal });
    }
    report({ service: 'broker', phase: 'ready' });
  }

  return {
    kind: 'docker',
    async diagnose() {
      const { kafka, mariadb } = await readImages(context);
      return diagnoseDocker({
        env: context.env,
        images: [
          { name: kafka, essential: true },
          { name: mariadb, essential: false },
        ],
        project: context.project,
        port: canonicalPort,
        status: async () => [await brokerStatus(context)],
      });
    },
    ...keepServices(
      {
        broker: {
          bringUp,
          end: (how) => endBroker(context, how),
          status: () => brokerStatus(context),
          address: async () => (await brokerStatus(context)).address,
          shown: async (action) => `docker ${action} ${containerName(context)}`,
        },
      },
      () => messages().docker.serviceUnknownWhy,
    ),
    kafka: async () => 'broker',
    async spawnable(command, { folder } = {}) {
      const tool = requireTool(command);
      const port = (await readBrokerState(context.paths))?.port;
      return toolCommand(tool, command.args, { port, folder }, context);
    },
    tools: () => toolNames,
    compose: async () => {
      throw new Error('not made yet');
    },
    composeDown: async () => {},
    shellPath: () => writeShims({ folder: context.paths.shims, program: context.program }),
    down: ({ purge }) => takeDown(context, purge),
  };
}
