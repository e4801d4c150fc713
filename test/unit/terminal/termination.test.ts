import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { onTermination, type TerminationHost } from '../../../src/terminal/termination.ts';

function fakeHost(graceMs = 10_000) {
  const source = new EventEmitter();
  const stream = new EventEmitter();
  const codes: number[] = [];
  let told: (code: number) => void = () => {};
  const exited = new Promise<number>((resolve) => {
    told = resolve;
  });
  const host: TerminationHost = {
    process: source,
    streams: [stream],
    graceMs,
    exit: (code) => {
      codes.push(code);
      told(code);
    },
  };
  return { source, stream, codes, exited, host };
}

describe('onTermination', () => {
  it.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ] as const)('cleans up on %s, then exits with %s', async (signal, code) => {
    const { source, exited, codes, host } = fakeHost();
    const order: string[] = [];
    onTermination(async (got) => {
      await Promise.resolve();
      order.push(got, `exits so far: ${codes.length}`);
    }, host);
    source.emit(signal);
    expect(await exited).toBe(code);
    expect(order).toEqual([signal, 'exits so far: 0']);
  });

  it('exits also when the cleanup fails', async () => {
    const { source, exited, host } = fakeHost();
    onTermination(() => {
      throw new Error('unmount failed');
    }, host);
    source.emit('SIGTERM');
    expect(await exited).toBe(143);
  });

  it('does not wait for ever', async () => {
    const { source, exited, host } = fakeHost(5);
    onTermination(() => new Promise(() => {}), host);
    source.emit('SIGTERM');
    expect(await exited).toBe(143);
  });

  it('exits at once on a second signal', () => {
    const { source, codes, host } = fakeHost(5);
    onTermination(() => new Promise(() => {}), host);
    source.emit('SIGTERM');
    expect(codes).toEqual([]);
    source.emit('SIGINT');
    expect(codes).toEqual([130]);
  });

  it('stands a terminal that is gone', async () => {
    const { source, stream, exited, host } = fakeHost();
    onTermination(() => {
      stream.emit('error', new Error('EIO'));
    }, host);
    source.emit('SIGHUP');
    expect(await exited).toBe(129);
  });

  it('stops listening', () => {
    const { source, host } = fakeHost();
    onTermination(() => {}, host)();
    expect(source.eventNames()).toEqual([]);
  });
});
