/** One thing at a time: what begins ends what was under way, and waits until that has ended. */
export type Activities = {
  /**
   * Runs work once the former one, whose signal is aborted, has ended. What is overtaken before it began is never run.
   * Rejects as the work does; the next one begins all the same.
   */
  readonly begin: (work: (signal: AbortSignal) => Promise<unknown>) => Promise<void>;
  /** Aborts what is under way or waits to begin, and waits until nothing is. */
  readonly end: () => Promise<void>;
};

export function createActivities(): Activities {
  let current = new AbortController();
  let last: Promise<void> = Promise.resolve();
  return {
    begin: (work) => {
      current.abort();
      const mine = new AbortController();
      current = mine;
      const begun = last.then(async () => {
        if (!mine.signal.aborted) await work(mine.signal);
      });
      last = begun.catch(() => {});
      return begun;
    },
    end: () => {
      current.abort();
      return last;
    },
  };
}

/** Waits for work, but no longer than until the signal is aborted; the work itself goes on. */
export function untilAborted(work: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve();
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
