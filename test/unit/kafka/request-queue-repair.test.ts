import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { repairRequestQueue } from '../../../src/kafka/request-queue-repair.ts';

type Queue = Pick<RequestQueue, 'throttledUntil' | 'throttleCheckTimeoutId' | 'pending' | 'checkPendingRequests'>;

const schedule = (queue: Queue): void =>
  RequestQueue.prototype.scheduleCheckPendingRequests.call(queue as RequestQueue);

const queue = (more: Partial<Queue> = {}) => ({
  throttledUntil: -1,
  throttleCheckTimeoutId: null,
  pending: [],
  checkPendingRequests: vi.fn(),
  ...more,
});

describe('the repaired request queue', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    repairRequestQueue();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('sets no timer when nothing waits and nothing is throttled', () => {
    schedule(queue());
    expect(vi.getTimerCount()).toBe(0);
  });

  test('looks again at what waits', () => {
    const waiting = queue({ pending: [{}] });
    schedule(waiting);
    vi.advanceTimersByTime(9);
    expect(waiting.checkPendingRequests).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(waiting.checkPendingRequests).toHaveBeenCalledOnce();
    expect(waiting.throttleCheckTimeoutId).toBeNull();
  });

  test('waits until throttling is over', () => {
    const throttled = queue({ throttledUntil: Date.now() + 500 });
    schedule(throttled);
    vi.advanceTimersByTime(499);
    expect(throttled.checkPendingRequests).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(throttled.checkPendingRequests).toHaveBeenCalledOnce();
  });

  test('keeps a timer it has', () => {
    const waiting = queue({ pending: [{}] });
    schedule(waiting);
    schedule(waiting);
    expect(vi.getTimerCount()).toBe(1);
  });
});
