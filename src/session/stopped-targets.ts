import { ownTool, readOwn } from '../command/own/read-own.ts';
import { readLine } from '../command/parse-line.ts';
import type { Target } from '../engine/target.ts';
import type { Step } from '../lesson/types.ts';

/** What these steps, performed in order with their solutions, leave stopped. */
export function stoppedTargets(steps: readonly Step[]): ReadonlySet<Target> {
  const stopped = new Set<Target>();
  for (const block of steps.flatMap(({ setup, runs, solution }) => [...(setup?.blocks ?? []), ...runs, ...solution])) {
    if (block.kind !== 'sh') continue;
    for (const call of block.commands.flatMap(callsOf)) {
      if (call.verb === 'stop' || call.verb === 'kill') stopped.add(call.target);
      if (call.verb === 'start') stopped.delete(call.target);
    }
  }
  return stopped;
}

function callsOf(line: string) {
  const read = readLine(line);
  if (!read.ok) return [];
  return read.line.commands.flatMap(({ tool, args }) => {
    const own = tool === ownTool ? readOwn(args) : undefined;
    return own?.ok ? [own.call] : [];
  });
}
