import { describe, expect, it } from 'vitest';
import { type Ending, endProcess } from '../../../src/platform/end-process.ts';
import { endTreeCall, runCall } from '../../../src/platform/end-tree.ts';

/** A process that ends at one of these, and what was done to it. */
function processThatHeeds(...heeds: readonly ('SIGTERM' | 'SIGKILL' | 'tree')[]) {
  const done: string[] = [];
  let lives = true;
  const act = (what: 'SIGTERM' | 'SIGKILL' | 'tree', pid: number): void => {
    done.push(`${what} ${pid}`);
    if (heeds.includes(what)) lives = false;
  };
  const system: Ending = {
    isSame: async (_, started) => lives && started === 'now',
    signal: (pid, name) => act(name, pid),
    endTree: async (pid) => act('tree', pid),
  };
  return { done, system };
}

describe.each(['linux', 'darwin'] as const)('on %s', (platform) => {
  it('asks, and kills what does not heed it', async () => {
    const good = processThatHeeds('SIGTERM');
    await endProcess(7, 'now', 1000, platform, good.system);
    expect(good.done).toEqual(['SIGTERM 7']);
    const stubborn = processThatHeeds('SIGKILL');
    await endProcess(7, 'now', 60, platform, stubborn.system);
    expect(stubborn.done).toEqual(['SIGTERM 7', 'SIGKILL 7']);
  });

  it('kills at once where no time is given', async () => {
    const { done, system } = processThatHeeds('SIGKILL');
    await endProcess(7, 'now', 0, platform, system);
    expect(done).toEqual(['SIGKILL 7']);
  });

  it('leaves another process with its number alone', async () => {
    const { done, system } = processThatHeeds();
    await endProcess(7, 'before', 1000, platform, system);
    expect(done).toEqual([]);
  });
});

describe('on Windows', () => {
  it('ends all that it started, which has no gentler way', async () => {
    const { done, system } = processThatHeeds('tree');
    await endProcess(7, 'now', 1000, 'win32', system);
    expect(done).toEqual(['tree 7']);
    expect(endTreeCall(7, { SystemRoot: 'C:\\Windows' })).toEqual({
      file: 'C:\\Windows\\System32\\taskkill.exe',
      args: ['/T', '/F', '/PID', '7'],
    });
  });

  it('does not mind that the process has gone meanwhile', async () => {
    await expect(runCall({ file: process.execPath, args: ['-e', 'process.exit(128)'] })).resolves.toBeUndefined();
    await expect(runCall({ file: 'no-such-program-of-ours', args: [] })).resolves.toBeUndefined();
  });
});
