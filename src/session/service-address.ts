import { Unreachable } from '../check/unreachable.ts';
import type { Address } from '../engine/types.ts';
import type { ServiceName } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';
import type { SessionDeps } from './deps.ts';

/** Where a service is. Throws Unreachable where it was never started. */
export async function serviceAddress({ engine }: Pick<SessionDeps, 'engine'>, service: ServiceName): Promise<Address> {
  const found = await engine.address(service);
  if (found) return found;
  throw new Unreachable(messages().session.serviceNeverStarted({ service }));
}
