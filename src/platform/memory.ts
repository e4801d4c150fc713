import { totalmem } from 'node:os';
import { setFlagsFromString } from 'node:v8';

const bytesPerMb = 1024 * 1024;

/**
 * Memory that can be had now, in MB. Only Linux tells what is available; elsewhere «free» leaves out what the system would give back,
 * so the total is taken.
 */
export const availableMemoryMb = (platform: NodeJS.Platform = process.platform): number =>
  Math.round((platform === 'linux' ? process.availableMemory() : totalmem()) / bytesPerMb);

/**
 * Keeps the heap as small as it is in use. V8 would let garbage pile up to several times that before it looks, as lines of output
 * that were shown for a moment do; for a program that mostly waits, tidying up earlier costs nothing that can be felt.
 * To be called once the program is loaded: until then the heap grows for good reasons.
 */
export function stayLean(): void {
  setFlagsFromString('--heap-growing-percent=40');
  // The part for new objects, which V8 of Node 24 would let grow to more than 100 MB, stays as it is.
  setFlagsFromString('--semi-space-growth-factor=1');
}
