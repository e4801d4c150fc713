import { open } from 'node:fs/promises';

/**
 * True if the file ends as a whole zip does: an end-of-central-directory record whose central directory lies before it
 * (APPNOTE 4.3.16). Finds files that were cut off or overwritten with something else, not a flipped bit in the middle.
 */
export async function looksLikeWholeZip(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const length = Math.min(size, endRecord + longestComment);
    const tail = Buffer.alloc(length);
    await file.read(tail, 0, length, size - length);
    const at = tail.lastIndexOf(endSignature);
    if (at < 0 || at + endRecord > length) return false;
    const directorySize = tail.readUInt32LE(at + 12);
    const directoryStart = tail.readUInt32LE(at + 16);
    if (directoryStart + directorySize > size - length + at) return false;
    const first = Buffer.alloc(4);
    await file.read(first, 0, 4, directoryStart);
    return first.equals(directorySignature);
  } finally {
    await file.close();
  }
}

const endRecord = 22;
const longestComment = 65_535;
const endSignature = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const directorySignature = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
