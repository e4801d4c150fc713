import type { NodeStatus, ServiceStatus } from './types.ts';

/** The two Kafkas of the lessons. One at a time has the address `localhost:9092`. */
export const kafkaNames = ['broker', 'cluster'] as const;
export type KafkaName = (typeof kafkaNames)[number];

export const otherKafka = (name: KafkaName): KafkaName => (name === 'broker' ? 'cluster' : 'broker');

/** The port Kafka's own documentation uses, and every lesson. */
export const canonicalPort = 9092;

/** The controller's port that Kafka's own documentation uses. */
export const canonicalControllerPort = 9093;

export type NodeShape = {
  /** node.id; in the cluster its name is `broker-1` … `broker-3` */
  readonly id: number;
  /** the port it looks for first: the one lessons write */
  readonly port: number;
};

/** What a Kafka of the lessons consists of. */
export type Kafka<Node extends NodeShape = NodeShape> = {
  readonly name: KafkaName;
  /** the first one is broker and controller, and is never ended by itself; the others are brokers only */
  readonly nodes: readonly [Node, ...Node[]];
  /** what all of it takes, in MB, measured */
  readonly memoryMb: number;
};

const kafkas: Readonly<Record<KafkaName, Kafka>> = {
  broker: { name: 'broker', nodes: [{ id: 1, port: canonicalPort }], memoryMb: 350 },
  cluster: {
    name: 'cluster',
    nodes: [
      { id: 1, port: canonicalPort },
      { id: 2, port: 9094 },
      { id: 3, port: 9095 },
    ],
    memoryMb: 1100,
  },
};

/** @param own what an engine needs of each node */
export function kafkaWith<Own>(name: KafkaName, own: (node: NodeShape) => Own): Kafka<NodeShape & Own> {
  const { nodes, ...shape } = kafkas[name];
  const [first, ...others] = nodes.map((node) => ({ ...node, ...own(node) }));
  return { ...shape, nodes: [first as NodeShape & Own, ...others] };
}

/** The status of a Kafka, by that of its nodes. */
export function statusOf({ name, nodes }: Kafka, states: readonly NodeStatus[]): ServiceStatus {
  const { node: _, ...first } = states[0] ?? { node: 1, state: 'absent' as const };
  return { service: name, ...first, ...(nodes.length > 1 && { nodes: states }) };
}
