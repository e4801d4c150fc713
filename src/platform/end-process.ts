import { setTimeout as delay } from 'node:timers/promises';
import { endTreeCall, runCall } from './end-tree.ts';
import { isSameProcess } from './process-identity.ts';

const pollMs = 25;

/** The system's part; tests put their own in. */
export type Ending = {
  readonly isSame: (pid: number, started: string) => Promise<boolean>;
  readonly signal: (pid: number, name: 'SIGTERM' | 'SIGKILL') => void;
  /** ends a process of Windows with all that it started */
  readonly endTree: (pid: number) => Promise<void>;
};

/**
 * Ends one process and waits until it is gone: TERM, then KILL after the grace time. A pid that meanwhile belongs to another
 * process is left alone. Windows has no TERM: there it ends at once, with what it has started.
 * @param graceMs how long TERM may take; 0 kills at once
 */
export async function endProcess(
  pid: number,
  started: string,
  graceMs: number,
  platform: NodeJS.Platform = process.platform,
  system: Ending = thisSystem,
): Promise<void> {
  const isGone = async (withinMs: number): Promise<boolean> => {
    const deadline = Date.now() + withinMs;
    while (Date.now() < deadline) {
      if (!(await system.isSame(pid, started))) return true;
      await delay(pollMs);
    }
    return false;
  };
  if (!(await system.isSame(pid, started))) return;
  if (platform === 'win32') await system.endTree(pid);
  else {
    if (graceMs > 0) {
      system.signal(pid, 'SIGTERM');
      if (await isGone(graceMs)) return;
    }
    system.signal(pid, 'SIGKILL');
  }
  await isGone(10_000);
}

const thisSystem: Ending = {
  isSame: isSameProcess,
  signal: (pid, name) => {
    try {
      process.kill(pid, name);
    } catch {
      // It ended in the meantime: that is what was wanted.
    }
  },
  endTree: (pid) => runCall(endTreeCall(pid)),
};
