import { messages } from '../../messages/index.ts';
import { readCurrent } from '../current-kafka.ts';
import { canonicalPort } from '../kafkas.ts';
import { keepServices } from '../keepers.ts';
import { mariadbTool } from '../mariadb-tool.ts';
import { requireTool } from '../require-tool.ts';
import { writeShims } from '../shims.ts';
import { toolNames } from '../tool-table.ts';
import type { Engine } from '../types.ts';
import { connectKeeper } from './connect-keeper.ts';
import { type DockerEngineOptions, dockerContext } from './context.ts';
import { databaseKeeper } from './database-keeper.ts';
import { diagnoseDocker } from './diagnose.ts';
import { takeDown } from './down.ts';
import { readImages } from './images.ts';
import { kafkaKeeper } from './kafka-keeper.ts';
import { readKafkaState } from './kafka-state.ts';
import { composeCommand, composeDown } from './lesson-compose.ts';
import { mariadbCommand } from './mariadb-command.ts';
import { toolCommand } from './tool-command.ts';

const toolsHere = [...toolNames, mariadbTool].sort();

/** Apache Kafka in containers, by the compose files of this package: needs a Docker daemon and compose v2. */
export function createDockerEngine(options: DockerEngineOptions): Engine {
  const context = dockerContext(options);
  const kafka = { broker: kafkaKeeper('broker', context), cluster: kafkaKeeper('cluster', context) };

  const services = keepServices(
    {
      ...kafka,
      shop: databaseKeeper('shop', context),
      warehouse: databaseKeeper('warehouse', context),
      connect: connectKeeper(context, kafka),
    },
    () => messages().docker.serviceUnknownWhy,
  );

  return {
    kind: 'docker',
    async diagnose() {
      const images = await readImages(context);
      return diagnoseDocker({
        env: context.env,
        images: [
          { name: images.kafka, essential: true },
          { name: images.mariadb, essential: false },
        ],
        project: context.project,
        port: canonicalPort,
        status: services.status,
      });
    },
    ...services,
    kafka: () => readCurrent(context.paths),
    async spawnable(command, { folder } = {}) {
      if (command.tool === mariadbTool) return mariadbCommand(command, context);
      const tool = requireTool(command);
      const current = await readCurrent(context.paths);
      const port = (await readKafkaState(context.paths, current))?.ports[0];
      return toolCommand(tool, command.args, { kafka: current, port, folder }, context);
    },
    tools: () => toolsHere,
    compose: (call, folder) => composeCommand(context, call, folder),
    composeDown: (_file, folder) => composeDown(context, folder),
    shellPath: () => writeShims({ folder: context.paths.shims, program: context.program }),
    down: ({ purge }) => takeDown(context, purge),
  };
}
