import { messages } from '../messages/index.ts';
import type { GroupFacts } from './facts.ts';
import { isGeneratedGroup } from './own-names.ts';

/** A listed group that is described as Dead speaks a protocol (KIP-848 and later) whose members kafkajs cannot see. */
export const hiddenMembers = ({ state }: GroupFacts): string | undefined =>
  state === 'Dead' ? messages().check.groupOfNewProtocol : undefined;

/** While a group hands its partitions out, no member says what it holds. */
export const rebalancing = ({ state }: GroupFacts): string | undefined =>
  state === 'PreparingRebalance' || state === 'CompletingRebalance' ? messages().check.groupRebalancing : undefined;

/** Somebody consumes, but without the group's name. names: of all groups. */
export function generatedInstead(names: readonly string[]): string | undefined {
  const name = names.find(isGeneratedGroup);
  return name === undefined ? undefined : messages().check.groupIsGenerated({ name });
}
