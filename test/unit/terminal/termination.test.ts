import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { onCrash, onTermination, type TerminationHost } from '../../../src/terminal/termination.ts';

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
    takeInterrupt: () => false,
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

  it('is not cut short by a terminal that is gone and told of twice', async () => {
    const { source, exited, codes, host } = fakeHost();
    let finish = (): void => {};
    onTermination(
      () =>
        new Promise<void>((resolve) => {
          finish = resolve;
        }),
      host,
    );
    source.emit('SIGHUP');
    source.emit('SIGHUP');
    expect(codes).toEqual([]);
    finish();
    expect(await exited).toBe(129);
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

  it('leaves a Ctrl+C to whoever takes it, and no other signal', async () => {
    const { source, host, codes, exited } = fakeHost();
    let taken = 0;
    const cleaned: string[] = [];
    const takeInterrupt = () => {
      taken += 1;
      return taken < 3;
    };
    onTermination((signal) => void cleaned.push(signal), { ...host, takeInterrupt });
    source.emit('SIGINT');
    source.emit('SIGINT');
    expect(cleaned).toEqual([]);
    source.emit('SIGINT');
    expect(await exited).toBe(130);
    expect({ taken, cleaned, codes }).toEqual({ taken: 3, cleaned: ['SIGINT'], codes: [130] });
  });
});

describe('onCrash', () => {
  it('tells the first error, and ends the process at the second', () => {
    const { source, host, codes } = fakeHost();
    const told: unknown[] = [];
    onCrash((error) => void told.push(error), host);
    source.emit('uncaughtException', 'first');
    expect({ told, codes }).toEqual({ told: ['first'], codes: [] });
    source.emit('uncaughtException', 'second');
    expect({ told, codes }).toEqual({ told: ['first'], codes: [1] });
  });

  it('ends whoever does not end, and nobody who did', () => {
    vi.useFakeTimers();
    try {
      const hanging = fakeHost(100);
      onCrash(() => {}, hanging.host);
      const leaving = fakeHost(100);
      const stop = onCrash(() => stop(), leaving.host);
      for (const { source } of [hanging, leaving]) source.emit('uncaughtException', 'a fault');
      vi.advanceTimersByTime(99);
      expect(hanging.codes).toEqual([]);
      vi.advanceTimersByTime(1_000);
      expect([hanging.codes, leaving.codes]).toEqual([[1], []]);
      expect(leaving.source.listenerCount('uncaughtException')).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});
