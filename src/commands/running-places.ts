import type { Address, Engine } from '../engine/types.ts';
import { defined } from '../lesson/defined.ts';
import type { ServiceName } from '../lesson/types.ts';
import type { OwnedPlaces } from '../session/deps.ts';

/** Where lessons may have left something now: in what runs. undefined: Kafka does not. */
export async function runningPlaces(engine: Engine): Promise<OwnedPlaces | undefined> {
  const status = await engine.status();
  const running = async (name: ServiceName): Promise<Address | undefined> =>
    status.some(({ service, state }) => service === name && state === 'running') ? engine.address(name) : undefined;
  const kafka = await running(await engine.kafka());
  if (!kafka) return undefined;
  const [connect, shop, warehouse] = await Promise.all([running('connect'), running('shop'), running('warehouse')]);
  return { kafka, ...defined({ connect }), databases: defined({ shop, warehouse }) };
}
