import { spawn } from 'node:child_process';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { patiently } from '../../platform/patiently.ts';
import { identify } from '../../platform/process-identity.ts';
import type { NodePaths } from './context.ts';
import { type NodeState, writeNodeState } from './node-state.ts';

/** A server of ours to be started. */
export type ProcessLaunch = {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** what of its command line tells it from other processes: the main class, the folder of its data */
  readonly mark: string;
  readonly ports: Omit<NodeState, 'format' | 'process'>;
};

/**
 * Starts a server so that it outlives this program, and remembers it at once.
 * @returns what is remembered
 * @throws what the system says if the program cannot be run at all
 */
export async function launchProcess(
  paths: NodePaths,
  { file, args, env, mark, ports }: ProcessLaunch,
): Promise<NodeState> {
  await mkdir(paths.logs, { recursive: true });
  // Fresh logs: what they say of a failure is then about this start.
  await patiently(() => rename(paths.serverLog, paths.previousLog)).catch(() => undefined);
  await rm(paths.console, { force: true });
  const output = await open(paths.console, 'a');
  try {
    const child = spawn(file, args, {
      cwd: paths.folder,
      env,
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
      windowsHide: true,
    });
    const pid = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('spawn', () => resolve(child.pid ?? 0));
    });
    child.unref();
    const started = (await identify(pid))?.started;
    const state: NodeState = { format: 1, ...ports };
    if (started === undefined) return state;
    const remembered = { ...state, process: { pid, started, mainClass: mark } };
    await writeNodeState(paths, remembered);
    return remembered;
  } finally {
    await output.close();
  }
}
