/**
 * Turns work that reports as it goes into something one can `for await` over. Ends when the work ends and throws what it throws;
 * leaving the loop early aborts the work and waits for it.
 */
export async function* reportStream<T>(
  work: (report: (item: T) => void, signal: AbortSignal) => Promise<void>,
  outer?: AbortSignal,
): AsyncGenerator<T, void, undefined> {
  const left = new AbortController();
  const signal = outer ? AbortSignal.any([outer, left.signal]) : left.signal;
  const items: T[] = [];
  let wake = (): void => undefined;
  let over = false;
  const done = work((item) => {
    items.push(item);
    wake();
  }, signal).finally(() => {
    over = true;
    wake();
  });
  // Awaited below; without this a failure before that would count as unhandled.
  done.catch(() => undefined);
  try {
    for (;;) {
      const item = items.shift();
      if (item !== undefined) yield item;
      else if (over) break;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
    await done;
  } finally {
    if (!over) left.abort();
    await done.catch(() => undefined);
  }
}
