import { describe, expect, test } from 'vitest';
import { Unreadable } from '../../../src/check/unreadable.ts';
import { decodeBatches } from '../../../src/kafka/record-batches.ts';

/** The head of a batch without records; see https://kafka.apache.org/documentation/#recordbatch for the layout. */
function emptyBatch(given: { attributes?: number; magic?: number; firstOffset?: bigint; lastOffsetDelta?: number }) {
  const bytes = Buffer.alloc(61);
  bytes.writeBigInt64BE(given.firstOffset ?? 0n, 0);
  bytes.writeInt32BE(bytes.length - 12, 8);
  bytes.writeInt8(given.magic ?? 2, 16);
  bytes.writeInt16BE(given.attributes ?? 0, 21);
  bytes.writeInt32BE(given.lastOffsetDelta ?? 0, 23);
  return bytes;
}

describe('record batches', () => {
  test('one that compaction emptied still tells where it ends', async () => {
    const [batch] = await decodeBatches(emptyBatch({ firstOffset: 40n, lastOffsetDelta: 9 }));
    expect(batch).toMatchObject({ lastOffset: 49n, records: [], control: undefined });
  });

  test('one that is cut off is left out', async () => {
    const whole = emptyBatch({});
    expect(await decodeBatches(Buffer.concat([whole, whole.subarray(0, 40)]))).toHaveLength(1);
    expect(await decodeBatches(Buffer.concat([whole, whole.subarray(0, 5)]))).toHaveLength(1);
    expect(await decodeBatches(Buffer.alloc(0))).toEqual([]);
  });

  test.each([
    [2, 'snappy'],
    [3, 'lz4'],
    [4, 'zstd'],
    [5, 'codec 5'],
  ])('compression %i is told as %s', async (attributes, codec) => {
    const error = await decodeBatches(emptyBatch({ attributes })).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Unreadable);
    expect(error).toMatchObject({ reason: { kind: 'compression', codec } });
  });

  test('a format of before 2017 is not guessed at', async () => {
    await expect(decodeBatches(emptyBatch({ magic: 1 }))).rejects.toThrow('magic 1');
  });
});
