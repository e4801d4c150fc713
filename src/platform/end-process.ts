import { setTimeout as delay } from 'node:timers/promises';
import { isSameProcess } from './process-identity.ts';

const pollMs = 25;

/**
 * Ends one process and waits until it is gone: TERM, then KILL after the grace time. A pid that meanwhile belongs to another
 * process is left alone. On Windows both signals end it at once.
 * @param graceMs how long TERM may take; 0 kills at once
 */
export async function endProcess(pid: number, started: string, graceMs: number): Promise<void> {
  if (!(await isSameProcess(pid, started))) return;
  if (graceMs > 0) {
    signal(pid, 'SIGTERM');
    if (await isGone(pid, started, graceMs)) return;
  }
  signal(pid, 'SIGKILL');
  await isGone(pid, started, 10_000);
}

async function isGone(pid: number, started: string, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    if (!(await isSameProcess(pid, started))) return true;
    await delay(pollMs);
  }
  return false;
}

function signal(pid: number, name: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended in the meantime: that is what was wanted.
  }
}
