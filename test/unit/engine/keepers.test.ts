import { expect, it } from 'vitest';
import { keepServices, type ServiceKeeper } from '../../../src/engine/keepers.ts';
import type { ServiceName } from '../../../src/lesson/types.ts';

it('brings Connect up after what its connectors are to reach, whatever order a lesson has', async () => {
  const order: ServiceName[] = [];
  const keeper = (service: ServiceName): ServiceKeeper => ({
    bringUp: async () => void order.push(service),
    end: async () => undefined,
    status: async () => ({ service, state: 'absent' }),
    address: async () => undefined,
    shown: async () => undefined,
  });
  const keepers = { broker: keeper('broker'), connect: keeper('connect'), shop: keeper('shop') };
  for await (const _ of keepServices(keepers, () => '').ensure(['broker', 'connect', 'shop']));
  expect(order).toEqual(['broker', 'shop', 'connect']);
});
