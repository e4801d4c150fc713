import type { LiveNames } from '../command/complete/types.ts';
import type { Snapshot } from './snapshot.ts';

/** The names of what is there. What could not be read now has none: nobody is offered what may be gone. */
export function namesOf({ kafka, connect }: Pick<Snapshot, 'kafka' | 'connect'>): LiveNames {
  const seen = kafka?.asOf === undefined ? kafka?.value : undefined;
  const worker = connect?.asOf === undefined ? connect?.value : undefined;
  return {
    topics: [...(seen?.topics.map(({ name }) => name) ?? []), ...(seen?.internal ?? [])],
    groups: seen?.groups.map(({ group }) => group) ?? [],
    connectors: worker?.connectors.map(({ name }) => name) ?? [],
    brokers: seen?.brokers.map(({ id }) => id) ?? [],
  };
}
