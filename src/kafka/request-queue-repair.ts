import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';

/** As in kafkajs: how soon to look again at requests that wait for a free slot. */
const pendingCheckMs = 10;

/**
 * Replaces a method of kafkajs 2.2.4 that calls setTimeout with a negative delay when nothing is throttled: a timer
 * that fires every millisecond for each open connection, and a TimeoutNegativeWarning on Node 24 (tulios/kafkajs
 * issues 1751, 1704, 1556; never released). Call it before the first connection; more than once does no harm.
 */
export function repairRequestQueue(): void {
  RequestQueue.prototype.scheduleCheckPendingRequests = function scheduleCheckPendingRequests() {
    if (this.throttleCheckTimeoutId) return;
    const throttledMs = this.throttledUntil - Date.now();
    if (throttledMs <= 0 && this.pending.length === 0) return;
    this.throttleCheckTimeoutId = setTimeout(
      () => {
        this.throttleCheckTimeoutId = null;
        this.checkPendingRequests();
      },
      Math.max(throttledMs, pendingCheckMs),
    );
  };
}
