/** Exit code of a process ended by a signal: 128 and its number. */
export const terminationCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
export type TerminationSignal = keyof typeof terminationCodes;

type Listener = (given: unknown) => void;
type Emitter = { on(event: string, listener: Listener): unknown; off(event: string, listener: Listener): unknown };

/** The outside world; tests put their own in. */
export type TerminationHost = {
  readonly process: Emitter;
  readonly streams: readonly Emitter[];
  readonly exit: (code: number) => void;
  /** how long a cleanup may take, in milliseconds */
  readonly graceMs: number;
  /** a SIGINT as Ctrl+C sends it; true: it was only that, and the process goes on */
  readonly takeInterrupt: () => boolean;
};

const realHost = (): TerminationHost => ({
  process,
  streams: [process.stdout, process.stderr],
  exit: endProcess,
  graceMs: 3_000,
  takeInterrupt: () => false,
});

function endProcess(code: number): void {
  if (code !== terminationCodes.SIGHUP) process.exit(code);
  // On its way out Node would set up a terminal that is gone, and crash; the signal itself ends it with the same code.
  process.removeAllListeners('SIGHUP');
  process.kill(process.pid, 'SIGHUP');
}

const ignore = (): void => {};

async function within(milliseconds: number, work: () => void | Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  try {
    await Promise.race([work(), deadline]);
  } catch {
    // A cleanup that fails must not keep the process from ending.
  } finally {
    clearTimeout(timer);
  }
}

/**
 * An error that nobody has caught is told once, so that the screen can be left before it is shown: Node's own message would
 * stand on a screen that goes with the process. Whoever does not end in the grace time, or fails again, is ended with 1.
 * Returns a function that stops listening.
 */
export function onCrash(leave: (error: unknown) => void, host: Partial<TerminationHost> = {}): () => void {
  const { process: source, exit, graceMs } = { ...realHost(), ...host };
  let timer: NodeJS.Timeout | undefined;
  const listener = (error: unknown): void => {
    if (timer) {
      exit(1);
      return;
    }
    timer = setTimeout(() => exit(1), graceMs);
    leave(error);
  };
  source.on('uncaughtException', listener);
  return () => {
    clearTimeout(timer);
    source.off('uncaughtException', listener);
  };
}

/**
 * On SIGTERM, SIGHUP or SIGINT runs `cleanup` (unmount the screen, stop commands), at most for its grace time, then exits with
 * 143, 129 or 130. A second signal exits at once, unless it is another hang-up. Returns a function that stops listening.
 */
export function onTermination(
  cleanup: (signal: TerminationSignal) => void | Promise<void>,
  host: Partial<TerminationHost> = {},
): () => void {
  const { process: source, streams, exit, graceMs, takeInterrupt } = { ...realHost(), ...host };
  let ending = false;
  const signals = Object.keys(terminationCodes) as TerminationSignal[];
  const listeners = signals.map((signal) => {
    const listener = (): void => {
      const code = terminationCodes[signal];
      if (ending) {
        // A terminal that is gone may be told of more than once; that is nobody's impatience.
        if (signal !== 'SIGHUP') exit(code);
        return;
      }
      if (signal === 'SIGINT' && takeInterrupt()) return;
      ending = true;
      // After a hang-up the terminal is gone; writing to it must not crash the cleanup.
      for (const stream of streams) stream.on('error', ignore);
      void within(graceMs, () => cleanup(signal)).then(() => exit(code));
    };
    // `on`, never `once`: with no listener of ours left, Ink's own (signal-exit) kills the process in mid-cleanup.
    source.on(signal, listener);
    return { signal, listener };
  });
  return () => {
    for (const { signal, listener } of listeners) source.off(signal, listener);
  };
}
