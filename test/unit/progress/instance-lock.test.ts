import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exitCodes } from '../../../src/errors.ts';
import { readRecords } from '../../../src/progress/index.ts';
import { lockInstance } from '../../../src/progress/instance-lock.ts';
import { open, temporaryHome, userErrorOf } from './support.ts';

/** What an instance leaves behind that is killed. */
function leaveLock(home: string, owner: { readonly pid: number; readonly host: string } | undefined): void {
  mkdirSync(join(home, 'progress.lock'));
  if (owner) writeFileSync(join(home, 'progress.owner.json'), JSON.stringify(owner));
}

const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid;

describe('lockInstance', () => {
  it('keeps a second instance out, and lets it in afterwards', async () => {
    const home = temporaryHome();
    const first = await open(home);
    const refused = await userErrorOf(open(home));
    expect(refused.explanation.what).toContain(`process ${process.pid}`);
    expect(refused.explanation.next).toContain('quit');
    expect(refused.exitCode).toBe(exitCodes.environment);
    expect(await readRecords(home, 'course')).toEqual({ steps: {} });
    await first.close();
    await (await open(home)).close();
    expect(readdirSync(home)).toEqual([]);
  });

  it('takes over at once from an owner that has died', async () => {
    const home = temporaryHome();
    leaveLock(home, { pid: deadPid(), host: hostname() });
    const started = performance.now();
    const lock = await lockInstance(home);
    expect(performance.now() - started).toBeLessThan(1_000);
    await userErrorOf(lockInstance(home));
    await lock.release();
  });

  it('does not take over from a living owner, one of another machine, or an unknown one', async () => {
    for (const owner of [{ pid: process.ppid, host: hostname() }, { pid: deadPid(), host: 'elsewhere' }, undefined]) {
      const home = temporaryHome();
      leaveLock(home, owner);
      expect((await userErrorOf(lockInstance(home))).explanation.what).toContain('already open');
      expect(existsSync(join(home, 'progress.lock'))).toBe(true);
    }
  });

  it('takes over a lock that nobody has renewed for long', async () => {
    const home = temporaryHome();
    leaveLock(home, { pid: process.ppid, host: hostname() });
    utimesSync(join(home, 'progress.lock'), 0, 0);
    await (await lockInstance(home)).release();
  });

  it('lets only one of many in', async () => {
    const home = temporaryHome();
    leaveLock(home, { pid: deadPid(), host: hostname() });
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => lockInstance(home)));
    const locks = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(locks).toHaveLength(1);
    await locks[0]?.release();
  });
});
