import writeFileAtomic from 'write-file-atomic';
import { patiently } from './patiently.ts';

/** Writes a file whole or not at all; its folder is there. */
export const writeWhole = (path: string, text: string): Promise<void> => patiently(() => writeFileAtomic(path, text));
