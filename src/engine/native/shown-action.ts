import type { TargetAction } from '../target.ts';
import type { NodePaths } from './context.ts';
import { livingNode, readNodeState } from './node-state.ts';

/** What one would type to do the same to these processes; undefined where none of them runs, and for a start, which is no short line. */
export async function endsShown(
  action: TargetAction,
  all: readonly NodePaths[],
  platform: NodeJS.Platform = process.platform,
): Promise<string | undefined> {
  if (action === 'start') return undefined;
  const living = await Promise.all(all.map(async (paths) => livingNode(await readNodeState(paths))));
  const pids = living.flatMap((own) => (own ? [String(own.pid)] : []));
  if (pids.length === 0) return undefined;
  if (platform === 'win32') return `taskkill /F ${pids.map((pid) => `/PID ${pid}`).join(' ')}`;
  return `kill ${action === 'kill' ? '-KILL' : '-TERM'} ${pids.join(' ')}`;
}
