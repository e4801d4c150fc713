import { brokerName, targetNames } from '../../engine/target.ts';
import { ownVerbs } from '../own/read-own.ts';
import type { Candidate, LiveNames } from './types.ts';
import { brokerAddresses } from './values.ts';

const named = (names: readonly string[]): readonly Candidate[] => names.map((text) => ({ text }));

/** What can stand behind these words of `kafka-lessons`. */
export function ownCandidates([verb, subject, ...more]: readonly string[], names: LiveNames): readonly Candidate[] {
  if (verb === undefined) return named(ownVerbs);
  if (more.length > 0) return [];
  switch (verb) {
    case 'start':
      return subject === undefined ? named(targetNames) : [];
    case 'stop':
    case 'kill':
      // The first one is the controller: it stays up.
      return subject === undefined ? named(targetNames.filter((name) => name !== brokerName(1))) : [];
    case 'watch':
      if (subject === undefined) return named(['topic', 'group']);
      return named(subject === 'topic' ? names.topics : subject === 'group' ? names.groups : []);
    case 'probe':
      return subject === undefined ? brokerAddresses(names) : [];
    default:
      return [];
  }
}
