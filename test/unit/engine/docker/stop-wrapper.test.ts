import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { endsWithInput } from '../../../../src/engine/docker/stop-wrapper.ts';
import { isAlive, until } from '../../command/run-support.ts';

/** The script with this system's own sh, as in a container. */
function wrapped(...command: string[]) {
  const child = spawn('sh', ['-c', endsWithInput, 'sh', ...command], { stdio: 'pipe' });
  let text = '';
  let complaints = '';
  child.stdout.on('data', (bytes) => {
    text += bytes;
  });
  child.stderr.on('data', (bytes) => {
    complaints += bytes;
  });
  return {
    child,
    ended: once(child, 'close').then(([code]) => code as number | null),
    text: () => text,
    complaints: () => complaints,
  };
}

describe.runIf(process.platform !== 'win32')('the script that ends a command with its input', () => {
  it('keeps its output and its exit code', async () => {
    const { ended, text } = wrapped('sh', '-c', 'echo "$0 $1"; exit 7', 'a b', "it's");
    expect(await ended).toBe(7);
    expect(text()).toBe("a b it's\n");
  });
  it('gives the command no input', async () => {
    const { ended, text } = wrapped('cat');
    expect(await ended).toBe(0);
    expect(text()).toBe('');
  });
  it('ends the command when the input ends, and leaves nothing', async () => {
    const { child, ended, text, complaints } = wrapped('sh', '-c', 'echo $$; echo careful >&2; exec sleep 60');
    await until(() => text() !== '');
    child.stdin.end();
    expect(await ended).toBe(143);
    expect(complaints()).toBe('careful\n');
    expect(await isAlive(Number(text()))).toBe(false);
  });
  it('kills a command that does not listen', async () => {
    const { child, ended, text } = wrapped('sh', '-c', 'trap "" TERM; echo $$; while :; do sleep 1; done');
    await until(() => text() !== '');
    child.stdin.end();
    expect(await ended).toBe(137);
    expect(await isAlive(Number(text()))).toBe(false);
  });
});
