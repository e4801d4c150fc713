import Decoder from 'kafkajs/src/protocol/decoder.js';
import { decodeBatches, type RecordBatch } from './record-batches.ts';

export type AbortedTransaction = { readonly producerId: string; readonly firstOffset: bigint };

export type FetchedPartition = {
  readonly partition: number;
  readonly errorCode: number;
  /** only with isolation committed; by first offset */
  readonly aborted: readonly AbortedTransaction[];
  readonly batches: readonly RecordBatch[];
  /** size as sent */
  readonly bytes: number;
};

/**
 * Decodes a Fetch answer of version 11 (https://kafka.apache.org/protocol#The_Messages_Fetch) for one topic. kafkajs'
 * own decoder drops the batch borders, and with them the offsets of holes at a batch's end.
 */
export async function decodeFetch(
  payload: Buffer,
): Promise<{ readonly clientSideThrottleTime: number; readonly partitions: readonly FetchedPartition[] }> {
  const decoder = new Decoder(payload);
  const clientSideThrottleTime = decoder.readInt32();
  decoder.readInt16(); // error_code of the fetch session, which is not used
  decoder.readInt32(); // session_id
  const raw = decoder.readArray((topic) => {
    topic.readString();
    return topic.readArray(readPartition);
  });
  const partitions: FetchedPartition[] = [];
  for (const { records, ...partition } of raw.flat()) {
    partitions.push({ ...partition, bytes: records.length, batches: await decodeBatches(records) });
  }
  return { clientSideThrottleTime, partitions };
}

function readPartition(decoder: Decoder) {
  const partition = decoder.readInt32();
  const errorCode = decoder.readInt16();
  decoder.readInt64(); // high_watermark
  decoder.readInt64(); // last_stable_offset
  decoder.readInt64(); // log_start_offset
  const aborted = decoder.readArray((transaction) => ({
    producerId: String(transaction.readInt64()),
    firstOffset: transaction.readInt64(),
  }));
  decoder.readInt32(); // preferred_read_replica
  const length = decoder.readInt32();
  const records = length > 0 ? decoder.readBytes(length) : Buffer.alloc(0);
  return { partition, errorCode, aborted, records };
}
