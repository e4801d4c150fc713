import { kafkaWith } from '../../engine/kafkas.ts';
import type { ToolOption } from '../tools/tool-table.ts';
import { givenValue } from './option-place.ts';
import type { Candidate, LiveNames } from './types.ts';

const named = (names: readonly string[]): readonly Candidate[] => names.map((text) => ({ text }));

/** What the value of an option can be; nothing where that is not known for certain. args: all other words of the command */
export function optionValues(
  name: string,
  option: ToolOption,
  args: readonly string[],
  names: LiveNames,
): readonly Candidate[] {
  switch (name) {
    case '--bootstrap-server':
      return brokerAddresses(names);
    case '--topic':
      return named(names.topics);
    case '--group':
    case '--group-id':
      return named(names.groups);
    case '--entity-type':
      return named(['topics', 'brokers', 'groups', 'clients', 'users', 'ips', 'client-metrics']);
    case '--entity-name':
      return entityNames(givenValue(args, '--entity-type'), names);
    case '--broker':
    case '--broker-id':
      return named(names.brokers.map(String));
    case '--election-type':
      return named(['preferred', 'unclean']);
    case '--isolation-level':
      return named(['read_committed', 'read_uncommitted']);
    case '--compression-codec':
      return named(['none', 'gzip', 'snappy', 'lz4', 'zstd']);
    case '--config':
    case '--add-config':
      return isOfTopics(args) ? (option.names ?? []).map((text) => ({ text: `${text}=`, goesOn: true })) : [];
    case '--delete-config':
      return isOfTopics(args) ? named(option.names ?? []) : [];
    default:
      return [];
  }
}

/** Without a type the names that are known are those of topics. */
const isOfTopics = (args: readonly string[]): boolean => (givenValue(args, '--entity-type') ?? 'topics') === 'topics';

function entityNames(type: string | undefined, names: LiveNames): readonly Candidate[] {
  if (type === 'topics') return named(names.topics);
  if (type === 'groups') return named(names.groups);
  return type === 'brokers' ? named(names.brokers.map(String)) : [];
}

/** As lessons write them. The first broker's is always right: it is the one that every Kafka here has. */
export function brokerAddresses({ brokers }: LiveNames): readonly Candidate[] {
  const { nodes } = kafkaWith('cluster', () => ({}));
  const known = nodes.filter(({ id }) => id === 1 || (brokers.length > 1 && brokers.includes(id)));
  return known.map(({ id, port }) => ({ text: `localhost:${port}`, about: `broker ${id}` }));
}
