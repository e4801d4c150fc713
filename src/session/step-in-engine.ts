import { ownServices, stepHere } from '../course/index.ts';
import type { Step } from '../lesson/types.ts';
import type { SessionDeps } from './deps.ts';

/** A step as the chosen engine can do it: one that needs a service which it does not have is there to be read. */
export async function stepInEngine({ chosen }: Pick<SessionDeps, 'chosen'>, step: Step): Promise<Step> {
  if (ownServices(step).length === 0) return step;
  const here = await chosen().catch(() => undefined);
  return here ? stepHere(step, here.services) : step;
}
