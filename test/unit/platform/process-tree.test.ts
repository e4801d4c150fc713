import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Call } from '../../../src/platform/end-tree.ts';
import { identify } from '../../../src/platform/process-identity.ts';
import { type ProcessTree, processTrees } from '../../../src/platform/process-tree.ts';

const env = { ...process.env, SystemRoot: 'C:\\Windows', ComSpec: 'C:\\Windows\\System32\\cmd.exe' };
const forever = ['-e', `process.stdout.write('up'); setInterval(() => {}, 1000)`];

async function launched(platform: NodeJS.Platform, run?: (call: Call) => Promise<void>): Promise<ProcessTree> {
  const trees = run ? processTrees(platform, run) : processTrees(platform);
  const tree = trees.launch({ file: process.execPath, args: forever, env, cwd: process.cwd(), stdin: 'ignore' });
  onTestFinished(() => void tree.child.kill('SIGKILL'));
  if (tree.child.stdout) await once(tree.child.stdout, 'data');
  return tree;
}

describe.runIf(process.platform !== 'win32').each(['linux', 'darwin'] as const)('on %s', (platform) => {
  it('is a group of its own that TERM ends', async () => {
    const { child, terminate, gone } = await launched(platform);
    terminate();
    const [code, signal] = await once(child, 'exit');
    expect([code, signal]).toEqual([null, 'SIGTERM']);
    await gone();
    expect(await identify(child.pid ?? 0)).toBeUndefined();
  });
});

describe('on Windows', () => {
  it('is ended as a tree, by the program that Windows has for it, once', async () => {
    const calls: Call[] = [];
    const { child, terminate, kill, gone } = await launched('win32', async (call) => {
      calls.push(call);
      process.kill(Number(call.args.at(-1)), 'SIGKILL');
    });
    terminate();
    kill();
    await once(child, 'exit');
    await gone();
    kill();
    const args = ['/T', '/F', '/PID', String(child.pid)];
    expect(calls).toEqual([{ file: 'C:\\Windows\\System32\\taskkill.exe', args }]);
  });

  it('starts a batch file through cmd.exe', async () => {
    const start = { file: 'C:\\x\\docker.cmd', args: ['info'], env, cwd: process.cwd(), stdin: 'ignore' } as const;
    const { child } = processTrees('win32').launch(start);
    const [error] = await once(child, 'error');
    // There is no such program here; that it was asked for is what counts.
    expect(error).toMatchObject({ code: 'ENOENT', path: env.ComSpec });
    expect(child.spawnargs.at(-1)).toBe('"C:\\x\\docker.cmd info"');
  });
});
