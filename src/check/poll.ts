import { setTimeout as delay } from 'node:timers/promises';
import type { Assertion } from '../lesson/types.ts';
import { isFinal } from './describe.ts';
import { evaluate } from './evaluate.ts';
import type { Facts } from './facts.ts';
import type { CheckResult } from './result.ts';

const betweenLooksMs = 150;
/** A broker that is just being started answers within about a second and a half. */
const patienceWhenBlockedMs = 1500;

export type CheckUpdate = {
  readonly expected: string;
  readonly actual: string;
  /** since the first look began */
  readonly ms: number;
};

export type Poll = {
  readonly assertion: Assertion;
  readonly facts: Facts;
  /** from now; 0: one look */
  readonly deadlineMs: number;
  /** ends the waiting; the last look's result is the answer */
  readonly signal?: AbortSignal;
  /** called for each new `actual` while the check goes on waiting */
  readonly onUpdate?: (update: CheckUpdate) => void;
  /** milliseconds on a clock that only goes forward */
  readonly now?: () => number;
  /** waits that long, or until the signal is aborted */
  readonly wait?: (ms: number, signal?: AbortSignal) => Promise<void>;
};

/**
 * Looks at once and then every 150 ms, one look at a time, until the check passes, cannot change any more, meets an error,
 * is blocked for 1.5 s on end, or the deadline has come. It outlasts the deadline by no more than the look that is under
 * way. Never throws.
 */
export async function pollCheck(poll: Poll): Promise<CheckResult> {
  const { assertion, facts, deadlineMs, signal, onUpdate, now = () => performance.now(), wait = pause } = poll;
  const start = now();
  let blockedSince: number | undefined;
  let last: CheckResult | undefined;
  for (;;) {
    const lookedAt = now() - start;
    const result: CheckResult = await unlessAborted(evaluate(assertion, facts), last, signal);
    const ms = now() - start;
    blockedSince = result.status === 'blocked' ? (blockedSince ?? lookedAt) : undefined;
    const givenUp = blockedSince !== undefined && ms - blockedSince >= patienceWhenBlockedMs;
    const decided = result.status === 'pass' || result.status === 'error' || isFinal(assertion);
    if (decided || givenUp || ms >= deadlineMs || signal?.aborted) return result;
    if (result.status === 'fail' && !(last?.status === 'fail' && last.actual === result.actual)) {
      onUpdate?.({ expected: result.expected, actual: result.actual, ms });
    }
    last = result;
    await wait(Math.min(betweenLooksMs, deadlineMs - ms), signal);
    if (signal?.aborted) return result;
  }
}

/** A look at a broker that hangs takes seconds; whoever gives up waiting gets the former answer at once, if there is one. */
async function unlessAborted(
  look: Promise<CheckResult>,
  former: CheckResult | undefined,
  signal: AbortSignal | undefined,
): Promise<CheckResult> {
  if (!signal || !former) return look;
  let stop = (): void => {};
  const aborted = new Promise<CheckResult>((resolve) => {
    stop = () => resolve(former);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([look, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    await delay(ms, undefined, signal ? { signal } : {});
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
}
