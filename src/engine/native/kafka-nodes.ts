import type { NativePaths, NodePaths } from './context.ts';

/** The two Kafkas of the lessons. One at a time has the address `localhost:9092`. */
export const kafkaNames = ['broker', 'cluster'] as const;
export type KafkaName = (typeof kafkaNames)[number];

/** One Kafka process. */
export type KafkaNode = {
  /** node.id; in the cluster its name is `broker-1` … `broker-3` */
  readonly id: number;
  readonly paths: NodePaths;
  /** the port it looks for first: the one lessons write */
  readonly port: number;
};

export type KafkaService = {
  readonly name: KafkaName;
  /** the first one is broker and controller, and is never ended by itself; the others are brokers only */
  readonly nodes: readonly [KafkaNode, ...KafkaNode[]];
  readonly heapMb: number;
  /** what all of it takes, in MB, measured */
  readonly memoryMb: number;
};

/** The controller's port that Kafka's own documentation uses. */
export const canonicalControllerPort = 9093;

/** The ports Kafka's own documentation uses, and every lesson. */
export const canonicalPort = 9092;

export function kafkaService(name: KafkaName, paths: NativePaths): KafkaService {
  switch (name) {
    case 'broker':
      return { name, nodes: [{ id: 1, paths: paths.broker, port: canonicalPort }], heapMb: 384, memoryMb: 350 };
    case 'cluster': {
      const [first, second, third] = paths.nodes;
      return {
        name,
        nodes: [
          { id: 1, paths: first, port: canonicalPort },
          { id: 2, paths: second, port: 9094 },
          { id: 3, paths: third, port: 9095 },
        ],
        heapMb: 320,
        memoryMb: 1100,
      };
    }
    default:
      return name satisfies never;
  }
}

export const otherKafka = (name: KafkaName): KafkaName => (name === 'broker' ? 'cluster' : 'broker');
