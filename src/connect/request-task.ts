import { setTimeout as delay } from 'node:timers/promises';
import type { Task } from '../command/types.ts';
import { messages } from '../messages/index.ts';
import { answerLines } from './print-outcome.ts';
import { type HttpRequest, type Outcome, requestOnce } from './request.ts';

/** Between two attempts; how long nothing may listen before that is the answer; how long one answer may take. Milliseconds. */
const againEveryMs = 300;
const refusedForMs = 15_000;
const attemptMs = 60_000;

export type RequestDeps = {
  readonly once: typeof requestOnce;
  /** milliseconds on a clock that only goes forward */
  readonly now: () => number;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<unknown>;
};

const real: RequestDeps = {
  once: requestOnce,
  now: () => performance.now(),
  wait: (ms, signal) => delay(ms, undefined, { signal }),
};

/**
 * A request as a command: prints status and answer; exit code 0 for 2xx and 3xx. While the workers rebalance, and for 15 s
 * while nothing listens, it is sent again, until whoever runs the command ends it.
 * @param shown the request line, where it is sent elsewhere than it was written
 */
export const requestTask = (request: HttpRequest, shown?: string, { once, now, wait }: RequestDeps = real): Task => ({
  ...(shown !== undefined && { shown }),
  run: async ({ print, complain, signal }) => {
    const say = messages().connect;
    const told = new Set<string>();
    const tellOnce = (line: string): void => {
      if (!told.has(line)) print(line);
      told.add(line);
    };
    const start = now();
    for (;;) {
      const outcome = await once(request, { timeoutMs: attemptMs, signal });
      if (outcome.kind === 'answered') {
        for (const line of answerLines(outcome)) print(line);
        return outcome.status < 400 ? 0 : 1;
      }
      if (!isWorthAnother(outcome, now() - start)) {
        complain(say.noAnswer({ origin: new URL(request.url).host }));
        return 1;
      }
      tellOnce(outcome.kind === 'rebalancing' ? say.rebalancing : say.refused);
      await wait(againEveryMs, signal);
    }
  },
});

const isWorthAnother = (outcome: Exclude<Outcome, { kind: 'answered' }>, ms: number): boolean =>
  outcome.kind === 'rebalancing' || (outcome.refused && ms < refusedForMs);
