import { totalmem } from 'node:os';

const bytesPerMb = 1024 * 1024;

/**
 * Memory that can be had now, in MB. Only Linux tells what is available; elsewhere «free» leaves out what the system would give back,
 * so the total is taken.
 */
export const availableMemoryMb = (platform: NodeJS.Platform = process.platform): number =>
  Math.round((platform === 'linux' ? process.availableMemory() : totalmem()) / bytesPerMb);
