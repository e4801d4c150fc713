import { type ServiceName, serviceNames } from '../lesson/types.ts';

/** The cluster's brokers, by their node ids. */
export const clusterNodes = [1, 2, 3] as const;
export type BrokerName = `broker-${(typeof clusterNodes)[number]}`;

/** What can be started and ended by itself: a service, or one broker of the cluster. */
export type Target = ServiceName | BrokerName;

export type TargetAction = 'start' | 'stop' | 'kill';

/** How a broker of the cluster is called in commands and messages. */
export const brokerName = (node: number): string => `broker-${node}`;

const brokerNames = clusterNodes.map((node) => `broker-${node}` as const);

/** All that can be started and ended. */
export const targetNames: readonly Target[] = [...serviceNames, ...brokerNames];

export const isTarget = (name: string): name is Target => (targetNames as readonly string[]).includes(name);

/** The service a target is, or belongs to, and which broker of it. */
export function partOf(target: Target): { readonly service: ServiceName; readonly node?: number } {
  const node = clusterNodes.find((id) => brokerName(id) === target);
  return node === undefined ? { service: target as ServiceName } : { service: 'cluster', node };
}
