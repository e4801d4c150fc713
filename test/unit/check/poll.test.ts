import { describe, expect, test } from 'vitest';
import { type CheckUpdate, pollCheck } from '../../../src/check/index.ts';
import { Unreachable } from '../../../src/check/unreachable.ts';
import type { Assertion } from '../../../src/lesson/types.ts';
import { factsOf, run, topic } from './support/facts.ts';

const assertion: Assertion = { subject: 'topic', topic: 't', partitions: 2 };
const blocked = new Error('blocked');
const broken = new Error('broken');

type Look = number | Error;

/**
 * Polls with a clock that only moves when a look or a wait takes time. looks: partitions found, or what is thrown, by
 * turn; the last goes on. Each look takes lookMs.
 */
async function poll(looks: readonly Look[], options: { deadlineMs?: number; lookMs?: number; stopAt?: number } = {}) {
  const { deadlineMs = 1000, lookMs = 0, stopAt } = options;
  const stop = new AbortController();
  const seen: number[] = [];
  const updates: CheckUpdate[] = [];
  let clock = 5000;
  let underWay = 0;
  const facts = factsOf({
    topic: async (name) => {
      underWay += 1;
      if (underWay > 1) throw new Error('two looks at once');
      seen.push(clock - 5000);
      const look = looks[Math.min(seen.length, looks.length) - 1] ?? 0;
      clock += lookMs;
      await Promise.resolve();
      underWay -= 1;
      if (look === blocked) throw new Unreachable('the broker');
      if (look instanceof Error) throw look;
      return topic(name, look);
    },
  });
  const result = await pollCheck({
    assertion,
    facts,
    deadlineMs,
    signal: stop.signal,
    onUpdate: (update) => updates.push(update),
    now: () => clock,
    wait: async (ms) => {
      clock += ms;
      if (stopAt !== undefined && clock - 5000 >= stopAt) stop.abort();
    },
  });
  return { result, seen, updates, took: clock - 5000 };
}

describe('pollCheck', () => {
  test('looks at once, and says nothing where it passes', async () => {
    const { result, seen, updates } = await poll([2]);
    expect(result.status).toBe('pass');
    expect(seen).toEqual([0]);
    expect(updates).toEqual([]);
  });

  test('looks every 150 ms until it passes', async () => {
    const { result, seen } = await poll([1, 1, 2]);
    expect(result.status).toBe('pass');
    expect(seen).toEqual([0, 150, 300]);
  });

  test('tells each change once', async () => {
    const { updates } = await poll([1, 1, 3, 3, 1, 2]);
    expect(updates).toEqual([
      { expected: '2 partitions', actual: '1 partition', ms: 0 },
      { expected: '2 partitions', actual: '3 partitions', ms: 300 },
      { expected: '2 partitions', actual: '1 partition', ms: 600 },
    ]);
  });

  test('looks for the last time at the deadline', async () => {
    const { result, seen } = await poll([1], { deadlineMs: 400 });
    expect(result).toMatchObject({ status: 'fail', actual: '1 partition' });
    expect(seen).toEqual([0, 150, 300, 400]);
  });

  test('a deadline of 0 is one look', async () => {
    expect((await poll([1], { deadlineMs: 0 })).seen).toEqual([0]);
  });

  test('outlasts the deadline by the look under way only', async () => {
    const { seen, took } = await poll([1], { deadlineMs: 400, lookMs: 300 });
    expect(seen).toEqual([0, 400]);
    expect(took).toBe(700);
  });

  test('starts no look after one that outlasted the deadline', async () => {
    expect((await poll([1], { deadlineMs: 400, lookMs: 500 })).seen).toEqual([0]);
  });

  test('an error ends it at once', async () => {
    const { result, seen } = await poll([1, broken]);
    expect(result.status).toBe('error');
    expect(seen).toEqual([0, 150]);
  });

  test('blocked for a second and a half ends it', async () => {
    const { result, took } = await poll([blocked], { deadlineMs: 10_000 });
    expect(result).toMatchObject({ status: 'blocked', by: 'the broker does not answer' });
    expect(took).toBe(1500);
  });

  test('a broker that comes in time is waited for', async () => {
    const { result } = await poll([blocked, blocked, blocked, 2], { deadlineMs: 10_000 });
    expect(result.status).toBe('pass');
  });

  test('only what is blocked without a break counts', async () => {
    const nine = Array.from({ length: 9 }, () => blocked);
    const { result } = await poll([...nine, 1, ...nine, 2], { deadlineMs: 10_000 });
    expect(result.status).toBe('pass');
  });

  test('blocked at the deadline stays blocked', async () => {
    expect((await poll([1, blocked], { deadlineMs: 300 })).result.status).toBe('blocked');
  });

  test('stopping ends it with the last result', async () => {
    const { result, seen } = await poll([1], { deadlineMs: 10_000, stopAt: 300 });
    expect(result).toMatchObject({ status: 'fail', actual: '1 partition' });
    expect(seen).toEqual([0, 150]);
  });

  test('stopping does not wait for a look that hangs, where there was one before', async () => {
    const stop = new AbortController();
    let looks = 0;
    const facts = factsOf({
      topic: async (name) => {
        looks += 1;
        if (looks === 1) return topic(name, 1);
        queueMicrotask(() => stop.abort());
        return new Promise(() => {});
      },
    });
    const result = await pollCheck({ assertion, facts, deadlineMs: 10_000, signal: stop.signal, wait: async () => {} });
    expect(result).toMatchObject({ status: 'fail', actual: '1 partition' });
  });

  test('what waiting cannot change is looked at once', async () => {
    let looks = 0;
    const runs = [run(['a'])];
    const facts = factsOf(
      {},
      {
        get runs() {
          looks += 1;
          return runs;
        },
      },
    );
    const result = await pollCheck({ assertion: { subject: 'output', contains: ['b'] }, facts, deadlineMs: 10_000 });
    expect(result.status).toBe('fail');
    expect(looks).toBeLessThanOrEqual(1);
  });

  test('with the real clock: waits, stops and leaves no timer', async () => {
    const stop = new AbortController();
    const facts = factsOf({ topic: async (name) => topic(name, 1) });
    const started = performance.now();
    const polling = pollCheck({ assertion, facts, deadlineMs: 60_000, signal: stop.signal });
    setTimeout(() => stop.abort(), 20);
    expect((await polling).status).toBe('fail');
    expect(performance.now() - started).toBeLessThan(140);
  });
});
