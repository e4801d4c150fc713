import type { BrokerState, LiveKafka } from './snapshot.ts';

/** How it stands with a cluster of which no broker answers. */
export type NoAnswer = Exclude<BrokerState, 'up'>;

/** Looks at one cluster over connections that stay open. */
export type LiveReader = {
  /**
   * One look, in single attempts of bounded time: what did not answer is missing in it. `owned`: the topics whose last records
   * are wanted. Never throws.
   */
  readonly look: (owned: readonly string[]) => Promise<LiveKafka | NoAnswer>;
  readonly close: () => void;
};

/** brokers: `host:port`, tried in turn. onLost: a connection was closed by the other side. */
export type OpenLive = (options: {
  readonly brokers: readonly string[];
  readonly onLost: () => void;
}) => Promise<LiveReader>;
