import { Unreachable } from '../check/unreachable.ts';
import { Unreadable } from '../check/unreadable.ts';
import { messages } from '../messages/index.ts';
import {
  type BrokerAddress,
  type BrokerConnection,
  brokerConnection,
  ConnectionFailed,
  type ConnectionOptions,
} from './broker-connection.ts';
import type { Call } from './call.ts';
import { parseAddress } from './parse-address.ts';
import { type Metadata, metadata } from './requests.ts';

/** The brokers of one cluster. Single attempts; lost connections are made anew by the next call. */
export type BrokerPool = {
  /** Asks whichever broker answers first. Throws Unreachable if none does. */
  readonly any: <T>(call: Call<T>) => Promise<T>;
  /** Asks one broker. Throws Unreadable (not-ready) if it does not answer but others may, Unreachable if it is the only one. */
  readonly node: <T>(nodeId: number, call: Call<T>) => Promise<T>;
  /** Metadata of these topics (none: of all), which also tells where the brokers are. */
  readonly metadata: (topics: readonly string[]) => Promise<Metadata>;
  readonly close: () => void;
};

/** brokers: `host:port` of those to try first. label: how an Unreachable names the cluster. */
export function brokerPool({
  brokers,
  label,
  ...options
}: ConnectionOptions & {
  readonly brokers: readonly string[];
  readonly label: string;
}): BrokerPool {
  const seeds = brokers.map(parseAddress);
  const connections = new Map<string, BrokerConnection>();
  let known: ReadonlyMap<number, BrokerAddress> = new Map();

  const connectionTo = (address: BrokerAddress): BrokerConnection => {
    const name = `${address.host}:${address.port}`;
    const connection = connections.get(name) ?? brokerConnection(address, options);
    connections.set(name, connection);
    return connection;
  };

  const any = async <T>(call: Call<T>): Promise<T> => {
    const candidates = [...new Set([...known.values(), ...seeds].map(connectionTo))];
    candidates.sort((a, b) => Number(b.isOpen()) - Number(a.isOpen()));
    let cause: unknown;
    for (const candidate of candidates) {
      try {
        return await candidate.call(call);
      } catch (error) {
        if (!(error instanceof ConnectionFailed)) throw error;
        cause = error;
      }
    }
    throw new Unreachable(label, { cause });
  };

  const node = async <T>(nodeId: number, call: Call<T>): Promise<T> => {
    const address = known.get(nodeId);
    if (!address)
      throw new Unreadable({ kind: 'not-ready', detail: messages().check.detailNoBroker({ broker: nodeId }) });
    try {
      return await connectionTo(address).call(call);
    } catch (error) {
      if (!(error instanceof ConnectionFailed)) throw error;
      if (known.size === 1) throw new Unreachable(label, { cause: error });
      const detail = messages().check.detailSilentBroker({ broker: nodeId });
      throw new Unreadable({ kind: 'not-ready', detail }, { cause: error });
    }
  };

  const forgetGone = (): void => {
    const kept = new Set([...known.values(), ...seeds].map(({ host, port }) => `${host}:${port}`));
    for (const [name, connection] of connections) {
      if (kept.has(name)) continue;
      connection.close();
      connections.delete(name);
    }
  };

  return {
    any,
    node,
    metadata: async (topics) => {
      const answer = await any(metadata(topics));
      known = new Map(answer.brokers.map(({ nodeId, host, port }) => [nodeId, { host, port }]));
      forgetGone();
      return answer;
    },
    close: () => {
      for (const connection of connections.values()) connection.close();
      connections.clear();
    },
  };
}
