import { type Kafka, type KafkaName, kafkaWith, type NodeShape } from '../kafkas.ts';
import type { NativePaths, NodePaths } from './context.ts';

/** One Kafka process. */
export type KafkaNode = NodeShape & { readonly paths: NodePaths };

export type KafkaService = Kafka<KafkaNode> & { readonly heapMb: number };

export function kafkaService(name: KafkaName, { broker, nodes: [first, second, third] }: NativePaths): KafkaService {
  switch (name) {
    case 'broker':
      return { ...kafkaWith(name, () => ({ paths: broker })), heapMb: 384 };
    case 'cluster':
      return { ...kafkaWith(name, ({ id }) => ({ paths: id === 1 ? first : id === 2 ? second : third })), heapMb: 320 };
    default:
      return name satisfies never;
  }
}
