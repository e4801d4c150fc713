import { EnvironmentError } from '../../errors.ts';
import type { ServiceName } from '../../lesson/types.ts';
import { messages } from '../../messages/index.ts';

/**
 * Refuses a service for which there is no room.
 * @param availableMb what can be had
 * @param parts its processes, in words
 * @throws EnvironmentError that says both amounts
 */
export function requireMemory(
  availableMb: number,
  { service, neededMb, parts }: { readonly service: ServiceName; readonly neededMb: number; readonly parts: string },
): void {
  if (availableMb >= neededMb) return;
  const say = messages().engine;
  throw new EnvironmentError({
    what: say.memoryRefused({ service, needed: neededMb, megabytes: availableMb }),
    why: say.memoryRefusedWhy({ parts }),
    next: say.memoryRefusedNext,
  });
}
