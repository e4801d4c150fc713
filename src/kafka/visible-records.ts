import type { RecordFacts } from '../check/facts.ts';
import type { FetchedPartition } from './fetch-response.ts';

type Part = Pick<FetchedPartition, 'partition' | 'aborted' | 'batches'>;

/**
 * The records of a fetched part of the log that a consumer with read_committed gets to see: aborted transactions and
 * control records are left out. With no aborted transactions listed (read_uncommitted) only control records are.
 * Follows Kafka's own consumer (CompletedFetch.nextFetchedRecord): a batch is dropped whole if its producer is in an
 * aborted transaction, which begins at the listed offset and ends at the abort marker.
 */
export function visibleRecords({ partition, aborted, batches }: Part): readonly RecordFacts[] {
  const waiting = [...aborted].sort((a, b) => (a.firstOffset < b.firstOffset ? -1 : 1));
  const abortedProducers = new Set<string>();
  const visible: RecordFacts[] = [];
  for (const batch of batches) {
    while (waiting[0] && waiting[0].firstOffset <= batch.lastOffset) {
      abortedProducers.add(waiting[0].producerId);
      waiting.shift();
    }
    if (batch.control) {
      if (batch.control === 'abort') abortedProducers.delete(batch.producerId);
      continue;
    }
    if (batch.transactional && abortedProducers.has(batch.producerId)) continue;
    for (const record of batch.records) visible.push({ partition, ...record });
  }
  return visible;
}
