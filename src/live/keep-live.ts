import { isDeepStrictEqual } from 'node:util';
import type { ConnectReader } from '../check/connect-facts.ts';
import { addressText } from '../engine/address.ts';
import type { Address } from '../engine/types.ts';
import { connectSource } from './connect-source.ts';
import { kafkaSource } from './kafka-source.ts';
import type { OpenLive } from './look.ts';
import type { Snapshot } from './snapshot.ts';

/** Between two looks, in milliseconds. A connection that is lost is looked at once. */
const lookEveryMs = 1000;

/** Where to look for the step on the screen; undefined: it was never started, or the lesson has none. */
export type LivePlace = {
  readonly kafka?: Address;
  readonly connect?: Address;
  /** the lesson has to do with Connect, whether it runs or not */
  readonly usesConnect: boolean;
  /** the lesson's topics */
  readonly owned: readonly string[];
  /** false: the lesson needs something that was never started; it may come */
  readonly isWhole: boolean;
};

export type LiveDeps = {
  readonly find: () => Promise<LivePlace>;
  readonly openKafka: OpenLive;
  readonly openConnect: (address: Address) => Promise<ConnectReader>;
  readonly publish: (snapshot: Snapshot) => void;
  /** milliseconds */
  readonly now: () => number;
};

/** Looks at Kafka while somebody wants to see it. */
export type Live = {
  /** Begins to look and to tell what changed, or ends it; nothing is connected and nothing runs while nobody looks. */
  readonly watch: (wanted: boolean) => void;
  /** Looks once and tells it, changed or not. Never throws. */
  readonly once: () => Promise<void>;
  /** Another step is on the screen: it may be about another Kafka. */
  readonly moved: () => void;
  readonly close: () => Promise<void>;
};

export function keepLive({ find, openKafka, openConnect, publish, now }: LiveDeps): Live {
  const kafka = kafkaSource({ open: openKafka, onLost: () => lookSoon(), now });
  const connect = connectSource({ open: openConnect, now });
  let isWanted = false;
  let place: LivePlace | undefined;
  let told: Snapshot | undefined;
  let timer: NodeJS.Timeout | undefined;
  /** the looks so far, one after another */
  let looking: Promise<void> = Promise.resolve();
  /** a look is asked for that has not begun */
  let isAsked = false;

  const look = async (always: boolean): Promise<void> => {
    // Whatever goes wrong when looking for it: it was not found.
    place ??= await find().catch(() => ({ owned: [], usesConnect: false, isWhole: false }));
    // Another step may come on the screen meanwhile, and then `place` is another one.
    const here = place;
    const { owned } = here;
    const [seenKafka, seenConnect] = await Promise.all([
      kafka.look(here.kafka && addressText(here.kafka), owned),
      connect.look(here.connect),
    ]);
    const snapshot: Snapshot = {
      owned,
      ...(seenKafka && { kafka: seenKafka }),
      ...(here.usesConnect && seenConnect && { connect: seenConnect }),
    };
    const isMissing = (part: typeof seenKafka | typeof seenConnect): boolean => !part || part.asOf !== undefined;
    // It may come up, or come back, somewhere else.
    const isLost = isMissing(seenKafka) || (here.connect !== undefined && isMissing(seenConnect));
    if (place === here && (isLost || !here.isWhole)) place = undefined;
    if (!always && isDeepStrictEqual(snapshot, told)) return;
    told = snapshot;
    publish(snapshot);
  };

  const again = (): void => {
    clearTimeout(timer);
    if (isWanted) timer = setTimeout(lookSoon, lookEveryMs);
  };

  function lookSoon(): void {
    if (isAsked || !isWanted) return;
    isAsked = true;
    clearTimeout(timer);
    looking = looking.then(async () => {
      isAsked = false;
      if (isWanted) await look(false);
      again();
    });
  }

  /** A look that is under way would connect anew. */
  const release = (): Promise<void> => {
    looking = looking.then(() => {
      if (!isWanted) kafka.close();
    });
    return looking;
  };

  return {
    watch: (wanted) => {
      if (wanted === isWanted) return;
      isWanted = wanted;
      if (wanted) {
        // Whoever begins to watch is told how things stand, changed or not.
        told = undefined;
        place = undefined;
        lookSoon();
      } else {
        clearTimeout(timer);
        void release();
      }
    },
    once: () => {
      place = undefined;
      looking = looking.then(() => look(true));
      return isWanted ? looking : release();
    },
    moved: () => {
      place = undefined;
      lookSoon();
    },
    close: () => {
      isWanted = false;
      clearTimeout(timer);
      return release();
    },
  };
}
