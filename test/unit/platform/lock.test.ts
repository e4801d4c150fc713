import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withLock } from '../../../src/platform/lock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kafka-lessons-unit-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('lets one in at a time and tells the other that it waits', async () => {
  const path = join(folder, 'deep', 'thing');
  const events: string[] = [];
  let leave = (): void => undefined;
  const first = withLock(path, async () => {
    events.push('first in');
    await new Promise<void>((resolve) => {
      leave = resolve;
    });
    events.push('first out');
  });
  while (events.length === 0) await new Promise((resolve) => setImmediate(resolve));
  const second = withLock(
    path,
    async () => {
      events.push('second in');
    },
    {
      onWait: () => {
        events.push('waits');
        leave();
      },
    },
  );
  await Promise.all([first, second]);
  expect(events).toEqual(['first in', 'waits', 'first out', 'second in']);
  expect(existsSync(`${path}.lock`)).toBe(false);
});

it('gives the lock back when the work fails', async () => {
  const path = join(folder, 'thing');
  await expect(withLock(path, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await withLock(path, async () => 'in')).toBe('in');
});

it('stops waiting when aborted', async () => {
  const path = join(folder, 'thing');
  const abort = new AbortController();
  await withLock(path, async () => {
    const waiting = withLock(path, async () => 'never', { signal: abort.signal, onWait: () => abort.abort() });
    await expect(waiting).rejects.toThrow();
  });
});
