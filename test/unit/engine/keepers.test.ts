import { expect, it } from 'vitest';
import { keepServices, type ServiceKeeper } from '../../../src/engine/keepers.ts';
import type { NodeStatus } from '../../../src/engine/types.ts';
import { EnvironmentError } from '../../../src/errors.ts';
import type { ServiceName } from '../../../src/lesson/types.ts';
import { drain } from '../../support/broker.ts';

const keeper = (service: ServiceName, order: ServiceName[]): ServiceKeeper => ({
  bringUp: async () => void order.push(service),
  end: async () => undefined,
  status: async () => ({ service, state: 'absent' }),
  address: async () => undefined,
  shown: async () => undefined,
});

it('refuses a service that the engine does not have, before it brings up another', async () => {
  const order: ServiceName[] = [];
  const services = keepServices({ broker: keeper('broker', order) }, () => 'no such thing');
  await expect(drain(services.ensure(['broker', 'warehouse']))).rejects.toBeInstanceOf(EnvironmentError);
  expect(order).toEqual([]);
});

it('brings Connect up after what its connectors are to reach, whatever order a lesson has', async () => {
  const order: ServiceName[] = [];
  const keepers = { broker: keeper('broker', order), connect: keeper('connect', order), shop: keeper('shop', order) };
  await drain(keepServices(keepers, () => '').ensure(['broker', 'connect', 'shop']));
  expect(order).toEqual(['broker', 'shop', 'connect']);
});

it('starts a broker only where something of its cluster runs', async () => {
  const started: number[] = [];
  const cluster = (others: NodeStatus['state']): ServiceKeeper => ({
    ...keeper('cluster', []),
    startNode: async (node) => void started.push(node),
    status: async () => ({
      service: 'cluster',
      state: 'stopped',
      nodes: [
        { node: 1, state: 'stopped' },
        { node: 2, state: 'absent' },
        { node: 3, state: others },
      ],
    }),
  });
  await expect(keepServices({ cluster: cluster('stopped') }, () => '').start('broker-2')).rejects.toMatchObject({
    explanation: { what: 'The cluster is not running.', next: 'kafka-lessons up cluster' },
  });
  expect(started).toEqual([]);
  await keepServices({ cluster: cluster('running') }, () => '').start('broker-1');
  expect(started).toEqual([1]);
});
