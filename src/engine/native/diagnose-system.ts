import { messages } from '../../messages/index.ts';
import { canRenameOpenFiles } from '../../platform/open-files.ts';
import type { Finding } from '../types.ts';

/** What Kafka itself makes of this system. */
export function findSystem(suitsKafka: boolean = canRenameOpenFiles()): readonly Finding[] {
  if (suitsKafka) return [];
  const say = messages().platform;
  return [{ id: 'windows-kafka', level: 'warning', what: say.kafkaHere, why: say.kafkaHereWhy, fix: say.kafkaHereFix }];
}
