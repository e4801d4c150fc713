import { posix, win32 } from 'node:path';

/** Joining, splitting and the like, as paths are written on a system. */
export const pathsOf = (platform: NodeJS.Platform = process.platform): typeof posix =>
  platform === 'win32' ? win32 : posix;

/**
 * True for a folder itself and what lies below it; both absolute. On another drive of Windows nothing does, however it is written,
 * and capitals make no difference there.
 */
export function isInside(folder: string, path: string, platform: NodeJS.Platform = process.platform): boolean {
  const { isAbsolute, relative, sep } = pathsOf(platform);
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** True for a name that means a place of its own on some system: `/etc`, `C:\files`, `C:file`, `\\server\share`. */
export const isPlaceOnAnySystem = (name: string): boolean =>
  posix.isAbsolute(name) || win32.isAbsolute(name) || /^[A-Za-z]:/.test(name);
