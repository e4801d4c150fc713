import { expect, it } from 'vitest';
import { patiently } from '../../../src/platform/patiently.ts';

/** Fails so often before it succeeds. */
function work(failures: number, code: string) {
  const state = { tries: 0 };
  const run = async (): Promise<string> => {
    state.tries += 1;
    if (state.tries <= failures) throw Object.assign(new Error(code), { code });
    return 'done';
  };
  return { state, run };
}

it('waits on Windows until a file is let go of', async () => {
  for (const code of ['EPERM', 'EACCES', 'EBUSY']) {
    const { run, state } = work(2, code);
    expect(await patiently(run, 'win32')).toBe('done');
    expect(state.tries).toBe(3);
  }
});

it('gives up there after a while, with what Windows said', async () => {
  const { run, state } = work(Number.POSITIVE_INFINITY, 'EPERM');
  await expect(patiently(run, 'win32', 120)).rejects.toThrow('EPERM');
  expect(state.tries).toBeGreaterThan(1);
});

it('does not wait for what does not pass, nor on other systems', async () => {
  const missing = work(1, 'ENOENT');
  await expect(patiently(missing.run, 'win32')).rejects.toThrow('ENOENT');
  for (const platform of ['linux', 'darwin'] as const) {
    const { run, state } = work(1, 'EPERM');
    await expect(patiently(run, platform)).rejects.toThrow('EPERM');
    expect(state.tries).toBe(1);
  }
});
