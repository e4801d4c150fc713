import { The } from './service-names.ts';

const plural = (count: number | bigint, one: string, many: string): string =>
  `${count} ${count === 1 || count === 1n ? one : many}`;

/** What the live view says of the cluster. States of groups, connectors and tasks are Kafka's own words. */
export const live = {
  /** the pane, the page, and the key in the footer */
  title: 'live',
  label: 'live',
  help: 'watch Kafka itself: brokers, topics, groups, the last records',
  looking: 'Looking at Kafka.',
  nothing: 'No Kafka runs here now. It starts by itself with the next step that needs one.',
  /** time: of the last look that was answered */
  lost: ({ time }: { time: string }) => `Kafka does not answer. What is below is as of ${time}.`,
  /** a cluster is on its way, and nothing is known of it */
  comes: ({ service }: { service: string }) => `${The(service)} is being started.`,
  /** the same, and it was seen before */
  comesBack: ({ service, time }: { service: string; time: string }) =>
    `${The(service)} is being started. What is below is as of ${time}.`,
  brokers: 'brokers',
  down: 'down',
  silent: 'silent',
  partitions: ({ count, copies }: { count: number; copies: number }) =>
    `${plural(count, 'partition', 'partitions')}, ${copies === 1 ? '1 copy' : `${copies} copies each`}`,
  noTopics: 'no topics yet',
  noTopicsLeft: 'no topics left',
  morePartitions: ({ count }: { count: number }) => `and ${plural(count, 'partition more', 'partitions more')}`,
  leader: 'leader',
  noLeader: 'no leader',
  isr: 'isr',
  empty: 'empty',
  unknown: 'not known',
  isNew: 'new',
  gone: 'gone',
  wasLed: ({ by }: { by: number }) => `was ${by}`,
  removed: ({ count }: { count: bigint }) => `first ${count} deleted`,
  group: 'group',
  members: ({ count }: { count: number }) => plural(count, 'member', 'members'),
  wasMembers: ({ count }: { count: number }) => `was ${count}`,
  lag: ({ count }: { count: bigint }) => `lag ${count}`,
  nobody: 'nobody',
  waits: 'nothing assigned',
  otherProtocol: 'members not shown',
  oldGroup: 'as it was; its broker does not answer',
  connect: 'connect',
  noAnswer: 'does not answer',
  /** what is known from before; behind a comma */
  asOf: ({ time }: { time: string }) => `as of ${time}`,
  noConnectors: 'no connectors yet',
  noConnectorsLeft: 'no connectors left',
  task: ({ id }: { id: number }) => `task ${id}`,
  starting: 'starting',
  /** in words, where nothing is drawn */
  aloud: {
    broker: ({ id, state }: { id: number; state: 'up' | 'down' | 'silent' }) => `broker ${id} ${state}`,
    partition: ({ partition }: { partition: number }) => `partition ${partition}`,
    offsets: ({ first, last }: { first: bigint; last: bigint }) =>
      first === last ? `offset ${first}` : `offsets ${first} to ${last}`,
    offsetsUnknown: 'offsets not known',
    leader: ({ leader, isUp }: { leader: number; isUp: boolean }) =>
      `leader broker ${leader}${isUp ? '' : ', which is not up'}`,
    inSync: ({ brokers }: { brokers: string }) => `in sync: ${brokers}`,
    notInSync: ({ brokers }: { brokers: string }) => `not in sync: ${brokers}`,
    held: ({ topic, partitions }: { topic: string; partitions: readonly string[] }) =>
      `${partitions.length === 1 ? 'partition' : 'partitions'} ${partitions.join(', ')} of ${topic}`,
  },
  records: 'last records',
  noKey: 'no key',
  noValue: 'no value',
  compressed: ({ topic }: { topic: string }) => `Records of ${topic} are compressed and not shown here.`,
  otherTopics: 'other topics',
  folded: 'folded away',
  foldedGroups: 'folded groups',
  legend: '+ new, * changed, - gone since the step was opened, or the last look before it',
};
