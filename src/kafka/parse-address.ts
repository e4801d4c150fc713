import type { BrokerAddress } from './broker-connection.ts';

/** Takes `host:port` apart; whoever wrote it has been told before if it is something else. */
export function parseAddress(text: string): BrokerAddress {
  const colon = text.lastIndexOf(':');
  return { host: text.slice(0, colon), port: Number(text.slice(colon + 1)) };
}
