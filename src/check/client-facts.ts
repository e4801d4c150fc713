/** Why a client gets no further at an address. */
export type DialProblem =
  /** the name cannot be looked up on this machine */
  | 'unknown-name'
  /** nothing listens */
  | 'refused'
  /** the network knows no way there */
  | 'no-route'
  /** nothing came back within the time */
  | 'silent'
  /** taken up, then closed without a word */
  | 'closed'
  /** something answers that is no Kafka broker */
  | 'not-kafka';

/** A broker that a client is sent on to, and how that ends. */
export type ToldBroker = {
  readonly id: number;
  /** `host:port` as the broker advertises it */
  readonly address: string;
  readonly reached: /** read: what was read there; left out where it leads nothing to read */
    | { readonly kind: 'works'; readonly read?: { readonly topic: string; readonly partition: number } }
    | { readonly kind: DialProblem }
    | { readonly kind: 'other-cluster'; readonly clusterId: string }
    /** error: its name in the Kafka protocol */
    | { readonly kind: 'no-read'; readonly error: string };
};

/** What a client meets that starts at one address. */
export type ClientFacts =
  | { readonly kind: 'no-answer'; readonly why: DialProblem }
  | { readonly kind: 'told'; readonly clusterId: string; readonly brokers: readonly ToldBroker[] };
