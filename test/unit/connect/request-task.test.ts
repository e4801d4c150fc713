import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/connect/request.ts';
import { requestTask } from '../../../src/connect/request-task.ts';

const request = { method: 'POST', url: 'http://127.0.0.1:8083/connectors', headers: [], body: '{}' } as const;
const answered = (status: number, reason: string, body = ''): Outcome => ({ kind: 'answered', status, reason, body });
const rebalancing: Outcome = { kind: 'rebalancing', body: '' };
const refused: Outcome = { kind: 'unreachable', refused: true };

/** Outcomes in order, the last one for ever; time passes only by waiting. */
async function run(outcomes: readonly Outcome[], abortAfterMs = Number.POSITIVE_INFINITY) {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const controller = new AbortController();
  let attempts = 0;
  let ms = 0;
  const task = requestTask(request, undefined, {
    once: async () => {
      attempts += 1;
      return outcomes[Math.min(attempts, outcomes.length) - 1] ?? refused;
    },
    now: () => ms,
    wait: async (pause, signal) => {
      ms += pause;
      if (ms >= abortAfterMs) controller.abort();
      signal.throwIfAborted();
    },
  });
  const exit = await task
    .run({ print: (line) => stdout.push(line), complain: (line) => stderr.push(line), signal: controller.signal })
    .catch((error: Error) => error.name);
  return { exit, stdout, stderr, attempts, ms };
}

describe('an http block as a command', () => {
  it('prints the status and the answer, JSON laid out', async () => {
    const { exit, stdout } = await run([answered(201, 'Created', '{"name":"a","tasks":[]}')]);
    expect(stdout).toEqual(['201 Created', '{', '  "name": "a",', '  "tasks": []', '}']);
    expect(exit).toBe(0);
  });

  it('prints an answer that is no JSON as it is, and nothing for none', async () => {
    expect((await run([answered(200, 'OK', '<html>\n</html>\n')])).stdout).toEqual(['200 OK', '<html>', '</html>']);
    expect((await run([answered(204, 'No Content')])).stdout).toEqual(['204 No Content']);
    expect((await run([answered(299, '')])).stdout).toEqual(['299']);
  });

  it('fails from 400 on, with the answer', async () => {
    const { exit, stdout, attempts } = await run([answered(409, 'Conflict', '{"message":"already exists"}')]);
    expect([exit, attempts]).toEqual([1, 1]);
    expect(stdout).toContain('  "message": "already exists"');
    expect((await run([answered(302, 'Found')])).exit).toBe(0);
  });

  it('is sent again while the workers rebalance, and says so once', async () => {
    const { exit, stdout, attempts } = await run([rebalancing, rebalancing, answered(200, 'OK')]);
    expect([exit, attempts]).toEqual([0, 3]);
    expect(stdout).toEqual(['Kafka Connect is rebalancing (409); the request is sent again.', '200 OK']);
  });

  it('rebalances until its time is up', async () => {
    const { exit, ms } = await run([rebalancing], 60_000);
    expect([exit, ms]).toEqual(['AbortError', 60_000]);
  });

  it('waits for a worker that is being started, but not for ever', async () => {
    const came = await run([refused, refused, answered(200, 'OK')]);
    expect(came.stdout).toEqual(['Nothing listens there yet; the request is sent again.', '200 OK']);
    const never = await run([refused]);
    expect(never).toMatchObject({ exit: 1, ms: 15_000, stderr: ['Nothing answers at 127.0.0.1:8083.'] });
  });

  it('is not sent twice where it may have been received', async () => {
    const { exit, attempts } = await run([{ kind: 'unreachable', refused: false }]);
    expect([exit, attempts]).toEqual([1, 1]);
  });
});
