const brokers = (count: number): string => `${count} ${count === 1 ? 'broker' : 'brokers'}`;

/** What is told of a client's way: by checks, and by `kafka-lessons probe`. */
export const client = {
  /** How an address fails; stands in a column, without a full stop. */
  problem: {
    'unknown-name': 'no such name on this computer',
    refused: 'refuses the connection',
    'no-route': 'cannot be reached from this computer',
    silent: 'does not answer',
    closed: 'takes the connection and closes it again',
    'not-kafka': 'answers, but not as a Kafka broker',
  },
  /** What that means, as the end of a sentence. */
  reason: {
    'unknown-name':
      'this computer cannot look the name up; the name of a container is known inside its own network only',
    refused: 'nothing listens on that port',
    'no-route': 'no way leads there from here; the addresses of a container network are for the containers in it',
    silent: 'nothing came back in time; the address may be behind a firewall, or the program there hangs',
    closed: 'a port that Docker publishes does so while nothing listens on it inside the container',
    'not-kafka': 'another program listens there, or a listener of Kafka that is not for plain clients',
  },
  otherCluster: ({ clusterId }: { clusterId: string }) => `answers as another cluster (${clusterId})`,
  noRead: ({ error }: { error: string }) => `does not let it read (${error})`,

  // Checks.
  answers: 'answers',
  noAnswer: 'no answer',
  sentTo: ({ addresses }: { addresses: readonly string[] }) =>
    addresses.length === 0 ? 'sent on to no broker' : `sent on to ${addresses.join(', ')}`,
  works: 'a client can read',
  worksNot: 'a client cannot read',
  stuckAt: ({ address, problem }: { address: string; problem: string }) => `sent on to ${address}: ${problem}`,
  advertised: 'a client goes where the broker sends it: to its advertised.listeners',
  hangs: ({ address }: { address: string }) =>
    `the broker advertises ${address}; a client goes there, tries again and again, and seems to hang`,
  otherClusterWhy: ({ address }: { address: string }) =>
    `the broker advertises ${address}, where another Kafka listens`,
  noReadWhy: 'the broker there is not ready, or is another one than the one that was meant',
  noBrokersWhy: 'a broker that has just started, or is about to stop, knows of none',

  // kafka-lessons probe
  clusterAnswers: ({ clusterId, count }: { clusterId: string; count: number }) =>
    `answers (cluster ${clusterId}, ${brokers(count)})`,
  sendsTo: 'it sends clients to',
  toldBroker: ({ address, id }: { address: string; id: number }) => `${address} (broker ${id})`,
  nobody: 'no broker',
  read: ({ topic, partition }: { topic: string; partition: number }) =>
    `lets a client read (topic ${topic}, partition ${partition})`,
  nothingToRead: 'answers; there is no topic to read yet',
  soNoAnswer: ({ reason }: { reason: string }) => `So a client does not even begin: ${reason}.`,
  soWorks: ({ address }: { address: string }) =>
    `So a client that starts at ${address} works: it reaches every broker it is sent to.`,
  soHangs: 'So a client connects, is sent to an address it cannot reach, and tries again and again: it seems to hang.',
  soHangsInPart:
    'So a client reads what some brokers lead, and for the rest it tries again and again: it seems to hang.',
  soOtherCluster: 'So a client is sent to another Kafka than the one it asked, and does not find its topics there.',
  soNoRead: 'So a client gets there, but cannot read now. Ask again in a moment.',
  soNoBrokers:
    'So a client has nowhere to go: the broker has just started, or is about to stop. Ask again in a moment.',
  mendAdvertised:
    "The broker's setting advertised.listeners says where it sends clients: that has to be an address they can reach.",
};
