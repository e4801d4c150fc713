import type { Mistake } from '../lesson/types.ts';
import { evaluate } from './evaluate.ts';
import type { Facts } from './facts.ts';

/** The first mistake all of whose conditions hold now. What cannot be looked at does not hold. Never throws. */
export async function matchMistake(mistakes: readonly Mistake[], facts: Facts): Promise<Mistake | undefined> {
  for (const mistake of mistakes) {
    if (await holds(mistake, facts)) return mistake;
  }
  return undefined;
}

async function holds({ when }: Mistake, facts: Facts): Promise<boolean> {
  for (const assertion of when) {
    const { status } = await evaluate(assertion, facts);
    if (status !== 'pass') return false;
  }
  return true;
}
