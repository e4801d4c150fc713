import { describe, expect, it } from 'vitest';
import { Unreachable } from '../../../src/check/unreachable.ts';
import type { ServiceName } from '../../../src/lesson/types.ts';
import { ownedPlaces } from '../../../src/session/owned-places.ts';
import { keepServices } from '../../../src/session/services.ts';
import { lesson } from '../course/support.ts';
import { bench } from './support.ts';

const ports = { broker: 9092, connect: 8083, shop: 3307 } as const;

async function placesOf(...services: ServiceName[]) {
  const { deps: bare } = await bench([]);
  const port = (service: ServiceName): number | undefined => (ports as Partial<Record<ServiceName, number>>)[service];
  const address = async (service: ServiceName) => {
    const found = port(service);
    return found === undefined ? undefined : { host: '127.0.0.1', port: found };
  };
  const deps = { ...bare, engine: { ...bare.engine, address } };
  const parts = { deps, services: keepServices(deps, () => {}) };
  return ownedPlaces(parts, { ...lesson('a', []), services });
}

describe('where the things of a lesson are', () => {
  it('is in what the lesson asks for, and nowhere else', async () => {
    expect(await placesOf('broker')).toEqual({ kafka: { host: '127.0.0.1', port: 9092 }, databases: {} });
    expect(await placesOf('broker', 'connect', 'shop')).toEqual({
      kafka: { host: '127.0.0.1', port: 9092 },
      connect: { host: '127.0.0.1', port: 8083 },
      databases: { shop: { host: '127.0.0.1', port: 3307 } },
    });
  });

  it('is not known where one of these was never started', async () => {
    await expect(placesOf('broker', 'shop', 'warehouse')).rejects.toEqual(
      new Unreachable('the database warehouse, which was never started,'),
    );
  });
});
