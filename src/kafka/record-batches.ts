import Decoder from 'kafkajs/src/protocol/decoder.js';
import decodeBatch from 'kafkajs/src/protocol/recordBatch/v0/decoder.js';
import type { RecordFacts } from '../check/facts.ts';
import { Unreadable } from '../check/unreadable.ts';

/** A batch as it lies in the log (https://kafka.apache.org/documentation/#recordbatch). */
export type RecordBatch = {
  readonly lastOffset: bigint;
  readonly producerId: string;
  readonly transactional: boolean;
  /** what a control batch says about its producer's transaction; undefined for a batch of records */
  readonly control: 'abort' | 'other' | undefined;
  readonly records: readonly Omit<RecordFacts, 'partition'>[];
};

// Positions in a batch's head: baseOffset int64, batchLength int32, leaderEpoch int32, magic int8, crc int32, attributes int16.
const lengthAt = 8;
const magicAt = 16;
const attributesAt = 21;
const headBytes = 12;

const readableMagic = 2;
const codecMask = 0x07;
const codecs = ['none', 'gzip', 'snappy', 'lz4', 'zstd'];
const readableCodecs = new Set(['none', 'gzip']);

/** Throws Unreadable for a codec that kafkajs does not bring along. A batch cut off at the end is left out. */
export async function decodeBatches(bytes: Buffer): Promise<readonly RecordBatch[]> {
  const batches: RecordBatch[] = [];
  let at = 0;
  while (at + headBytes <= bytes.length) {
    const end = at + headBytes + bytes.readInt32BE(at + lengthAt);
    if (end > bytes.length) break;
    batches.push(await decodeOne(bytes.subarray(at, end)));
    at = end;
  }
  return batches;
}

async function decodeOne(bytes: Buffer): Promise<RecordBatch> {
  const magic = bytes.readInt8(magicAt);
  if (magic !== readableMagic) throw new Error(`record batch of an unknown format (magic ${magic})`);
  const codecId = bytes.readInt16BE(attributesAt) & codecMask;
  const codec = codecs[codecId] ?? `codec ${codecId}`;
  if (!readableCodecs.has(codec)) throw new Unreadable({ kind: 'compression', codec });

  const raw = await decodeBatch(new Decoder(bytes));
  return {
    lastOffset: BigInt(raw.firstOffset) + BigInt(raw.lastOffsetDelta),
    producerId: raw.producerId,
    transactional: raw.inTransaction,
    control: raw.isControlBatch ? controlType(raw.records[0]?.key) : undefined,
    records: raw.isControlBatch ? [] : raw.records.map(toFacts),
  };
}

/** Key of a control record: version int16, type int16; type 0 is an abort marker. */
const controlType = (key: Buffer | null | undefined): 'abort' | 'other' =>
  key && key.length >= 4 && key.readInt16BE(2) === 0 ? 'abort' : 'other';

type RawRecord = Awaited<ReturnType<typeof decodeBatch>>['records'][number];

const toFacts = ({ offset, timestamp, key, value, headers }: RawRecord): RecordBatch['records'][number] => ({
  offset: BigInt(offset),
  key: key?.toString('utf8') ?? null,
  value: value?.toString('utf8') ?? null,
  headers: Object.entries(headers).flatMap(([name, values]) =>
    (Array.isArray(values) ? values : [values]).map((each) => [name, each?.toString('utf8') ?? ''] as const),
  ),
  timestamp: Number(timestamp),
});
