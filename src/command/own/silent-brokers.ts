import type { ClusterReader } from '../../check/facts.ts';

const askEveryMs = 1000;
/** A broker that was killed is missed by its cluster sooner than that; who is still counted then, nobody keeps the books on. */
const silentForMs = 10_000;

/**
 * Tells which brokers have not answered for a while although the cluster counts them as there: without its controller a
 * cluster says for ever what was so last. Asks by itself now and then; whoever calls it waits for nothing.
 */
export function silentBrokers(cluster: ClusterReader, now: () => Date): () => readonly number[] {
  const since = new Map<number, number>();
  let isAsking = false;
  let askedAt = Number.NEGATIVE_INFINITY;

  const ask = async (): Promise<void> => {
    const silent = await cluster.silentBrokers();
    for (const id of since.keys()) if (!silent.includes(id)) since.delete(id);
    for (const id of silent) since.set(id, since.get(id) ?? askedAt);
  };

  return () => {
    const time = now().getTime();
    if (!isAsking && time - askedAt >= askEveryMs) {
      isAsking = true;
      askedAt = time;
      ask()
        // No broker answers at all: that is told by what is watched.
        .catch(() => since.clear())
        .finally(() => {
          isAsking = false;
        });
    }
    return [...since].filter(([, from]) => time - from >= silentForMs).map(([id]) => id);
  };
}
