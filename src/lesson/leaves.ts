import { realpath } from 'node:fs/promises';
import { isInside } from '../platform/paths.ts';

/** Does a symbolic link lead out of the pack? A pack from elsewhere must not show files of this machine. */
export async function leaves(root: string, path: string): Promise<boolean> {
  try {
    return !isInside(await realpath(root), await realpath(path));
  } catch {
    // Not there or not readable: reading it tells why.
    return false;
  }
}
