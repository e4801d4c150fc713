import { endShown } from '../../platform/signals.ts';
import type { TargetAction } from '../target.ts';
import type { NodePaths } from './context.ts';
import { livingNode, readNodeState } from './node-state.ts';

/** What one would type to do the same to these processes; undefined where none of them runs, and for a start, which is no short line. */
export async function endsShown(action: TargetAction, all: readonly NodePaths[]): Promise<string | undefined> {
  if (action === 'start') return undefined;
  const living = await Promise.all(all.map(async (paths) => livingNode(await readNodeState(paths))));
  const pids = living.flatMap((own) => (own ? [own.pid] : []));
  return pids.length === 0 ? undefined : endShown(action, pids);
}
