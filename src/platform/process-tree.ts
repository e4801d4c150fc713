import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { type Call, endTreeCall, runCall } from './end-tree.ts';
import { spawnForm } from './spawn-form.ts';

/** What differs between systems in starting a process and ending it with all that it started. */
export type ProcessTrees = {
  readonly launch: (start: ProcessStart) => ProcessTree;
};

export type ProcessStart = {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly stdin: 'pipe' | 'ignore';
};

export type ProcessTree = {
  readonly child: ChildProcess;
  /** Asks all of it to end. Windows has no such question: there it ends at once. */
  readonly terminate: () => void;
  readonly kill: () => void;
  /** Resolves when nothing of it is left. */
  readonly gone: () => Promise<void>;
};

/** @param run runs the program of Windows that ends a tree */
export const processTrees = (
  platform: NodeJS.Platform = process.platform,
  run: (call: Call) => Promise<void> = runCall,
): ProcessTrees => ({
  launch: platform === 'win32' ? (start) => launchOnWindows(start, run) : launchInGroup,
});

/**
 * Makes the command the head of a process group of its own that does not outlive this program, even if that is killed: file
 * descriptor 3 is a pipe whose other end only this program holds. A watcher in the group reads it, and when it closes, ends the
 * group: TERM, then KILL. `exec` leaves the command its process id, input, output and exit status. As long as the watcher lives,
 * the group's number cannot be given to anybody else.
 */
const guarded = `{ trap '' TERM HUP INT; read -r _ <&3; kill -TERM 0; sleep 3; kill -KILL 0; } </dev/null >/dev/null 2>&1 & exec "$@" 3<&-`;

function launchInGroup({ file, args, env, cwd, stdin }: ProcessStart): ProcessTree {
  const child = spawn('/bin/sh', ['-c', guarded, 'sh', file, ...args], {
    cwd,
    env,
    detached: true,
    stdio: [stdin, 'pipe', 'pipe', 'pipe'],
  });
  const group = child.pid;
  let exited = false;
  const guard = child.stdio[3];
  guard?.on('error', () => undefined);
  child.once('exit', () => {
    // The watcher goes, and whatever else the command left behind. Later the number may be somebody else's.
    signalGroup(group, 'SIGKILL');
    exited = true;
    guard?.destroy();
  });
  const signal = (name: NodeJS.Signals): void => {
    if (!exited) signalGroup(group, name);
  };
  return {
    child,
    terminate: () => signal('SIGTERM'),
    kill: () => signal('SIGKILL'),
    gone: async () => {
      // KILL cannot be refused, so this is short. A group of zombies that nobody collects (a container without init) stays.
      const deadline = Date.now() + 200;
      while (signalGroup(group, 0) && Date.now() < deadline) await delay(10);
    },
  };
}

/** False if there is no such group (ESRCH), or only zombies are left of it (EPERM on macOS). */
function signalGroup(group: number | undefined, name: NodeJS.Signals | 0): boolean {
  if (group === undefined) return false;
  try {
    return process.kill(-group, name);
  } catch {
    return false;
  }
}

/** Without `detached` libuv puts the child into a job object that Windows ends together with this program (libuv#3179). */
function launchOnWindows({ cwd, env, stdin, ...start }: ProcessStart, run: (call: Call) => Promise<void>): ProcessTree {
  const { file, args, windowsVerbatimArguments } = spawnForm(start.file, start.args, env, 'win32');
  const stdio = [stdin, 'pipe', 'pipe'] as const;
  const child = spawn(file, args, { cwd, env, windowsHide: true, windowsVerbatimArguments, stdio: [...stdio] });
  let killing: Promise<void> | undefined;
  const kill = (): void => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    killing ??= run(endTreeCall(child.pid, env));
  };
  return { child, terminate: kill, kill, gone: async () => killing };
}
