/** What is said of Kafka Connect and its REST interface. */
export const connect = {
  at: ({ address }: { address: string }) => `Kafka Connect at ${address}`,
  noAnswer: ({ origin }: { origin: string }) => `Nothing answers at ${origin}.`,
  rebalance: 'the workers are rebalancing',
  rebalancing: 'Kafka Connect is rebalancing (409); the request is sent again.',
  refused: 'Nothing listens there yet; the request is sent again.',
  notRemoved: ({ name }: { name: string }) => `The connector ${name} could not be removed.`,
  stillThere: 'Kafka Connect did not end it in time.',
};
