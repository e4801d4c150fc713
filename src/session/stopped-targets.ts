import { ownTool, readOwn } from '../command/own/read-own.ts';
import { readLine } from '../command/parse-line.ts';
import type { Target } from '../engine/target.ts';
import type { Step } from '../lesson/types.ts';

/** What these steps, performed in order with their solutions, leave stopped. */
export function stoppedTargets(steps: readonly Step[]): ReadonlySet<Target> {
  const stopped = new Set<Target>();
  for (const call of steps.flatMap(callsOf)) {
    if (call.verb === 'stop' || call.verb === 'kill') stopped.add(call.target);
    if (call.verb === 'start') stopped.delete(call.target);
  }
  return stopped;
}

/**
 * What nobody wonders about when it does not run while one is at this step: whatever the step stops at any time, and what
 * any of these runs of steps before it left stopped.
 */
export function mayBeStopped(step: Step, before: readonly (readonly Step[])[]): ReadonlySet<Target> {
  const own = callsOf(step).flatMap((call) => (call.verb === 'stop' || call.verb === 'kill' ? [call.target] : []));
  return new Set([...own, ...before.flatMap((steps) => [...stoppedTargets(steps)])]);
}

function callsOf({ setup, runs, solution }: Step) {
  return [...(setup?.blocks ?? []), ...runs, ...solution].flatMap((block) =>
    block.kind === 'sh' ? block.commands.flatMap(callsIn) : [],
  );
}

function callsIn(line: string) {
  const read = readLine(line);
  if (!read.ok) return [];
  return read.line.commands.flatMap(({ tool, args }) => {
    const own = tool === ownTool ? readOwn(args) : undefined;
    return own?.ok ? [own.call] : [];
  });
}
