/** True where a Docker daemon is a program of this system and its files lie on this disk; elsewhere it has a machine of its own. */
export const hasOwnDaemon = (platform: NodeJS.Platform = process.platform): boolean => platform === 'linux';

export type Ids = { readonly uid: number; readonly gid: number };

/** The learner's ids as a container sees them; undefined where Docker shares folders in a way that needs no user. */
export function idsForContainers(
  platform: NodeJS.Platform = process.platform,
  { getuid, getgid }: Pick<NodeJS.Process, 'getuid' | 'getgid'> = process,
): Ids | undefined {
  return platform === 'linux' && getuid && getgid ? { uid: getuid(), gid: getgid() } : undefined;
}
