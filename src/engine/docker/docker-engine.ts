import { messages } from '../../messages/index.ts';
import { readCurrent } from '../current-kafka.ts';
import { canonicalPort, kafkaNames } from '../kafkas.ts';
import { keepServices } from '../keepers.ts';
import { requireTool } from '../require-tool.ts';
import { writeShims } from '../shims.ts';
import { toolNames } from '../tool-table.ts';
import type { Engine } from '../types.ts';
import { type DockerEngineOptions, dockerContext } from './context.ts';
import { diagnoseDocker } from './diagnose.ts';
import { takeDown } from './down.ts';
import { readImages } from './images.ts';
import { kafkaKeeper } from './kafka-keeper.ts';
import { readKafkaState } from './kafka-state.ts';
import { kafkaStatus } from './kafka-status.ts';
import { composeCommand, composeDown } from './lesson-compose.ts';
import { toolCommand } from './tool-command.ts';

/** Apache Kafka in containers, by the compose files of this package: needs a Docker daemon and compose v2. */
export function createDockerEngine(options: DockerEngineOptions): Engine {
  const context = dockerContext(options);

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
        status: () => Promise.all(kafkaNames.map((name) => kafkaStatus(context, name))),
      });
    },
    ...keepServices(
      { broker: kafkaKeeper('broker', context), cluster: kafkaKeeper('cluster', context) },
      () => messages().docker.serviceUnknownWhy,
    ),
    kafka: () => readCurrent(context.paths),
    async spawnable(command, { folder } = {}) {
      const tool = requireTool(command);
      const kafka = await readCurrent(context.paths);
      const port = (await readKafkaState(context.paths, kafka))?.ports[0];
      return toolCommand(tool, command.args, { kafka, port, folder }, context);
    },
    tools: () => toolNames,
    compose: (call, folder) => composeCommand(context, call, folder),
    composeDown: (_file, folder) => composeDown(context, folder),
    shellPath: () => writeShims({ folder: context.paths.shims, program: context.program }),
    down: ({ purge }) => takeDown(context, purge),
  };
}
