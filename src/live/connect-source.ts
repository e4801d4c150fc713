import type { ConnectorFacts, ConnectReader } from '../check/connect-facts.ts';
import { addressText } from '../engine/address.ts';
import type { Address } from '../engine/types.ts';
import { inTime } from './in-time.ts';
import type { LiveConnect, Seen } from './snapshot.ts';

/** How long an answer may take, in milliseconds. */
const answerMs = 800;

export type ConnectSource = {
  /** Looks at the worker there; undefined as long as none has been seen. Never throws. */
  readonly look: (address: Address | undefined) => Promise<Seen<LiveConnect> | undefined>;
};

export function connectSource({
  open,
  now,
}: {
  readonly open: (address: Address) => Promise<ConnectReader>;
  readonly now: () => number;
}): ConnectSource {
  let known: Seen<LiveConnect> | undefined;
  let readAt = 0;
  return {
    look: async (address) => {
      const ask = async () => address && inTime(async () => (await open(address)).connectors(), answerMs);
      // One answer that comes too late, as on a busy machine, does not mean that it is gone.
      const connectors = (await ask()) ?? (known && known.asOf === undefined ? await ask() : undefined);
      if (address && connectors) {
        known = { value: { worker: addressText(address), connectors: [...connectors].sort(byName) } };
        readAt = now();
      } else known = known && { value: known.value, asOf: readAt };
      return known;
    },
  };
}

const byName = (a: ConnectorFacts, b: ConnectorFacts): number => (a.name < b.name ? -1 : 1);
