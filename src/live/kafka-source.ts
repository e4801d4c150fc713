import type { LiveReader, OpenLive } from './look.ts';
import { settleKafka, settleLost } from './settle.ts';
import type { LiveKafka, Seen } from './snapshot.ts';

export type KafkaSource = {
  /** Looks at the cluster there; undefined as long as none has been seen. Never throws. */
  readonly look: (address: string | undefined, owned: readonly string[]) => Promise<Seen<LiveKafka> | undefined>;
  /** Lets go of the connections; what is known stays. */
  readonly close: () => void;
};

export function kafkaSource({
  open,
  onLost,
  now,
}: {
  readonly open: OpenLive;
  readonly onLost: () => void;
  readonly now: () => number;
}): KafkaSource {
  let current: { readonly address: string; readonly reader: LiveReader } | undefined;
  let known: Seen<LiveKafka> | undefined;
  let readAt = 0;

  const close = (): void => {
    current?.reader.close();
    current = undefined;
  };

  return {
    look: async (address, owned) => {
      if (address !== current?.address) close();
      if (address !== undefined) current ??= { address, reader: await open({ brokers: [address], onLost }) };
      const found = (await current?.reader.look(owned)) ?? 'down';
      if (found === 'down' || found === 'silent') known = known && settleLost(known, found, readAt);
      else {
        known = settleKafka(known?.value, found);
        readAt = now();
      }
      return known;
    },
    close,
  };
}
