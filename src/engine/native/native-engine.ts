import { museumToolNames } from '../../command/known-tools.ts';
import { EnvironmentError } from '../../errors.ts';
import { messages } from '../../messages/index.ts';
import { readCurrent } from '../current-kafka.ts';
import { keepServices } from '../keepers.ts';
import { mariadbTool } from '../mariadb-tool.ts';
import { requireTool } from '../require-tool.ts';
import { writeShims } from '../shims.ts';
import { toolNames } from '../tool-table.ts';
import type { Engine } from '../types.ts';
import { findArchive } from './class-data.ts';
import type { ClassPath } from './class-path.ts';
import { composeTask, takeComposedDown } from './composed-kafka.ts';
import { connectKeeper } from './connect-keeper.ts';
import { type NativeEngineOptions, nativeContext } from './context.ts';
import { databaseKeeper } from './database-keeper.ts';
import { diagnose } from './diagnose.ts';
import { takeDown } from './down.ts';
import { type Java, requireJava } from './java.ts';
import { findKafkaJars } from './kafka-jars.ts';
import { kafkaKeeper } from './kafka-keeper.ts';
import { lessonPorts } from './lesson-ports.ts';
import { mariadbCommand } from './mariadb-command.ts';
import { museumCommand, museumPorts } from './museum-command.ts';
import { museumKeeper, museumRuntime } from './museum-keeper.ts';
import { resourcePath } from './resources.ts';
import type { Runtime } from './runtime.ts';
import { toolCommand } from './tool-command.ts';

const toolsHere = [...toolNames, mariadbTool].sort();

/** Apache Kafka as JVMs of this machine: no Docker, no installation beyond Java and Maven (or KAFKA_HOME). */
export function createNativeEngine(options: NativeEngineOptions): Engine {
  const context = nativeContext(options);

  const withArchive = (parts: { readonly java: Java; readonly classPath: ClassPath }): Runtime => ({
    ...parts,
    archive: findArchive(context, parts),
  });

  async function runtime(): Promise<Runtime> {
    const [java, classPath] = await Promise.all([requireJava(context.env), findKafkaJars(context)]);
    if (classPath === undefined) throw notPrepared();
    return withArchive({ java, classPath });
  }

  const parts = { context, runtime, withArchive };
  const kafka = { broker: kafkaKeeper('broker', parts), cluster: kafkaKeeper('cluster', parts) };
  return {
    kind: 'native',
    diagnose: () => diagnose(context),
    ...keepServices(
      {
        ...kafka,
        museum: museumKeeper(context),
        shop: databaseKeeper('shop', context),
        warehouse: databaseKeeper('warehouse', context),
        connect: connectKeeper({ context, runtime, kafka }),
      },
      () => messages().engine.serviceUnknownWhy,
    ),
    kafka: () => readCurrent(context.paths),
    async spawnable(command, { at } = {}) {
      if (at === 'museum') {
        return museumCommand(command, {
          runtime: await museumRuntime(context),
          ports: await museumPorts(context.paths.museum),
          logging: resourcePath(context.resources, 'museum-tools-log4j.properties'),
          env: context.env,
        });
      }
      if (command.tool === mariadbTool) return mariadbCommand(command, context);
      const tool = requireTool(command);
      return toolCommand(tool, command.args, {
        runtime: await runtime(),
        ports: await lessonPorts(context.paths),
        logging: resourcePath(context.resources, 'tools-log4j2.properties'),
        env: context.env,
      });
    },
    tools: (at) => (at === 'museum' ? museumToolNames : toolsHere),
    compose: async (call, folder) => composeTask(context, call, folder, runtime),
    composeDown: (file, folder) => takeComposedDown(context, file, folder),
    shellPath: () => writeShims({ folder: context.paths.shims, program: context.program }),
    down: ({ purge }) => takeDown(context, purge),
  };
}

function notPrepared(): EnvironmentError {
  const say = messages().engine;
  return new EnvironmentError({ what: say.jarsMissing, why: say.jarsMissingWhy, next: say.upCommand });
}
