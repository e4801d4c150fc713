/** Exit code of a process ended by a signal: 128 and its number. */
export const terminationCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
export type TerminationSignal = keyof typeof terminationCodes;

type Emitter = { on(event: string, listener: () => void): unknown; off(event: string, listener: () => void): unknown };

/** The outside world of onTermination; tests put their own in. */
export type TerminationHost = {
  readonly process: Emitter;
  readonly streams: readonly Emitter[];
  readonly exit: (code: number) => void;
  /** how long a cleanup may take, in milliseconds */
  readonly graceMs: number;
};

const realHost = (): TerminationHost => ({
  process,
  streams: [process.stdout, process.stderr],
  exit: (code) => process.exit(code),
  graceMs: 3_000,
});

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
 * On SIGTERM, SIGHUP or SIGINT runs `cleanup` (unmount the screen, stop commands), at most for its grace time, then exits with
 * 143, 129 or 130. A second signal exits at once. Returns a function that stops listening.
 */
export function onTermination(
  cleanup: (signal: TerminationSignal) => void | Promise<void>,
  host: Partial<TerminationHost> = {},
): () => void {
  const { process: source, streams, exit, graceMs } = { ...realHost(), ...host };
  let ending = false;
  const signals = Object.keys(terminationCodes) as TerminationSignal[];
  const listeners = signals.map((signal) => {
    const listener = (): void => {
      const code = terminationCodes[signal];
      if (ending) {
        exit(code);
        return;
      }
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
