import type { KafkaName } from '../kafkas.ts';
import type { ServiceKeeper } from '../keepers.ts';
import type { DockerContext } from './context.ts';
import { containerName, dockerKafka } from './kafka-containers.ts';
import { bringUpKafka, endKafka, startNode } from './kafka-service.ts';
import { isKafkaUp, kafkaAddress, kafkaStatus } from './kafka-status.ts';

/** One of the two Kafkas of the lessons as a service of the Docker engine. */
export const kafkaKeeper = (name: KafkaName, context: DockerContext): ServiceKeeper => ({
  bringUp: async (report, signal) => {
    if (!(await isKafkaUp(context, name))) {
      report({ service: name, phase: 'checking' });
      await bringUpKafka(context, name, { report, signal });
    }
    report({ service: name, phase: 'ready' });
  },
  end: (how, node) => endKafka(context, name, how, node),
  startNode: (node, report, signal) => startNode(context, name, node, { report, signal }),
  status: () => kafkaStatus(context, name),
  address: () => kafkaAddress(context, name),
  shown: async (action, id) => {
    const nodes = dockerKafka(name).nodes.filter((node) => id === undefined || node.id === id);
    return ['docker', action, ...nodes.map((node) => containerName(context, node))].join(' ');
  },
});
